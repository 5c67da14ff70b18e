#include "cli/transcripts_file.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "wire/json.h"
#include "wire/limits.h"

namespace pl::cli {
namespace {

using wire::JsonView;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr double kLongestCall = 7 * 24 * 3600;

Result<std::chrono::seconds> read_seconds(const JsonView& object, std::string_view key) {
  PL_TRY(const auto seconds, object.number(key));
  if (!seconds) return std::chrono::seconds(0);
  if (*seconds < 0 || *seconds > kLongestCall) {
    return wire::fail_at(object.member(key, object.json()), "is no length of a call");
  }
  return std::chrono::seconds(std::llround(*seconds));
}

Result<core::Turn> read_turn(const JsonView& object) {
  PL_TRY(const std::string role, object.required_text("role", wire::kIdBytes));
  const auto speaker = enum_from<core::Speaker>(role);
  if (!speaker) {
    return wire::fail_at(object.member("role", object.json()), "is neither \"agent\" nor \"user\"");
  }
  PL_TRY(const auto message, object.text("message"));
  PL_TRY(const auto at, read_seconds(object, "time_in_call_secs"));
  return core::Turn{*speaker, message.value_or(""), at};
}

Result<std::optional<core::Answerer>> read_truth(const JsonView& root) {
  PL_TRY(const auto word, root.text("truth"));
  if (!word) return std::optional<core::Answerer>();
  const auto truth = enum_from<core::Answerer>(*word);
  if (!truth) {
    return wire::fail_at(root.member("truth", root.json()),
                         "is none of person, mailbox, screener, menu, nobody, unsure");
  }
  return truth;
}

}  // namespace

Result<LabelledTranscript> read_transcript(std::string_view line) {
  PL_TRY(const wire::Json document, wire::read_json(line, kTranscriptBytes));
  const JsonView root(document);
  LabelledTranscript read;
  PL_TRY(read.id, root.required_text("id", wire::kIdBytes));
  PL_TRY(const auto language, root.text("language"));
  read.transcript.language = language.value_or("");
  PL_TRY(const auto present, root.find("turns"));
  if (!present) return wire::fail_at(root.member("turns", document), "is missing");
  PL_TRY(const auto turns, root.list("turns"));
  for (const JsonView& turn : turns) {
    PL_TRY(core::Turn heard, read_turn(turn));
    read.transcript.turns.push_back(std::move(heard));
  }
  PL_TRY(read.transcript.duration, read_seconds(root, "duration_secs"));
  PL_TRY(read.truth, read_truth(root));
  return read;
}

std::vector<TranscriptLine> read_transcripts(std::string_view bytes) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  std::vector<TranscriptLine> lines;
  for (std::size_t number = 1; !bytes.empty(); ++number) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
    if (!trim(line).empty()) lines.push_back({number, read_transcript(line)});
  }
  return lines;
}

}  // namespace pl::cli
