// A file of transcripts to be judged: one JSON object a line.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "core/answer_words.h"

namespace pl::cli {

inline constexpr std::size_t kTranscriptsBytes = 64 * 1024 * 1024;
inline constexpr std::size_t kTranscriptBytes = 1024 * 1024;  // one line

struct LabelledTranscript {
  std::string id;
  core::Transcript transcript;
  std::optional<core::Answerer> truth;  // who it was, where somebody has said so
};

// {"id", "language", "turns": [{"role": "agent" or "user", "message", "time_in_call_secs"}],
// "duration_secs", "truth"}: only `id` and `turns` with their roles must be there. What else stands
// in it is passed over. An error says what is wrong, and repeats nothing that was said.
Result<LabelledTranscript> read_transcript(std::string_view line);

struct TranscriptLine {
  std::size_t number = 0;  // of the file, from 1
  Result<LabelledTranscript> read;
};

// Empty lines are passed over, as is a byte-order mark.
std::vector<TranscriptLine> read_transcripts(std::string_view bytes);

}  // namespace pl::cli
