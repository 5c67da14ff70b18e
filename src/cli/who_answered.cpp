#include "cli/who_answered.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>

#include "cli/answer_score.h"
#include "cli/commands.h"
#include "cli/session.h"
#include "cli/table.h"
#include "cli/transcripts_file.h"
#include "host/files.h"
#include "wire/json.h"

namespace pl::cli {
namespace {

using wire::Json;

struct Judged {
  LabelledTranscript given;
  core::Heard heard;
};

std::string as_json_line(const Judged& judged) {
  return wire::write_json({Json::Members{{"id", {judged.given.id}},
                                         {"answer", {std::string(text_of(judged.heard.answerer))}},
                                         {"evidence", {judged.heard.evidence}}}}) +
         "\n";
}

std::string as_rows(const std::vector<Judged>& all) {
  Table table({"ID", "ANSWER", "EVIDENCE"});
  for (const Judged& one : all) {
    table.add({one.given.id, std::string(text_of(one.heard.answerer)), one.heard.evidence});
  }
  return table.text();
}

// Those that were judged wrongly, and the score.
std::string as_score(const std::vector<Judged>& all) {
  Table wrong({"ID", "TRUTH", "ANSWER", "EVIDENCE"});
  std::map<std::string, AnswerScore> by_language;
  bool any_wrong = false;
  for (const Judged& one : all) {
    const core::Answerer truth = *one.given.truth;
    by_language[one.given.transcript.language].count(truth, one.heard.answerer);
    if (truth == one.heard.answerer) continue;
    any_wrong = true;
    wrong.add({one.given.id, std::string(text_of(truth)), std::string(text_of(one.heard.answerer)),
               one.heard.evidence});
  }
  return (any_wrong ? wrong.text() + "\n" : "") + score_table(by_language);
}

std::string as_text(const std::vector<Judged>& all) {
  const bool known = !all.empty() && std::all_of(all.begin(), all.end(), [](const Judged& one) {
    return one.given.truth.has_value();
  });
  return known ? as_score(all) : as_rows(all);
}

}  // namespace

int who_answered(const WhoAnsweredOptions& options, const WhoAnsweredOutput& output) {
  const auto bytes =
      host::read_file(options.file == "-" ? "/dev/stdin" : options.file, kTranscriptsBytes);
  if (!bytes) {
    output.err(fmt::format("partyline who-answered: {}\n", bytes.error().message));
    return kRefused;
  }
  int exit_code = kDone;
  std::vector<Judged> all;
  for (TranscriptLine& line : read_transcripts(*bytes)) {
    if (line.read) {
      core::Heard heard = core::judge_words(line.read->transcript);
      all.push_back({*std::move(line.read), std::move(heard)});
      if (options.json) output.out(as_json_line(all.back()));
      continue;
    }
    exit_code = kRefused;
    output.err(fmt::format("partyline who-answered: line {}: {}\n", line.number,
                           line.read.error().message));
  }
  if (!options.json) output.out(as_text(all));
  return exit_code;
}

void add_who_answered(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<WhoAnsweredOptions>();
  CLI::App* command =
      program.add_subcommand("who-answered", "Judge from transcripts who picked up");
  command->add_option("file", options->file, "Transcripts, one JSON object a line; - reads them")
      ->required();
  command->add_flag("--json", options->json, "For machines");
  command->footer(
      "Example:\n  partyline who-answered transcripts.jsonl\n\n"
      "Exits with 1 when a line cannot be read; the others are judged still.");
  command->callback([options, &exit_code] {
    exit_code = who_answered(
        *options, {.out = [](std::string_view text) { fmt::print("{}", text); },
                   .err = [](std::string_view text) { fmt::print(stderr, "{}", text); }});
  });
}

}  // namespace pl::cli
