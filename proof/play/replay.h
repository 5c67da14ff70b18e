// Plays a journey file, and says whether what happens now is what the file says.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "wire/json.h"

namespace pl::play {

// The first line in which two texts differ; empty where one of them has ended.
struct LineDifference {
  std::size_t line = 0;  // counted from 1
  std::optional<std::string> expected;
  std::optional<std::string> now;
};

std::optional<LineDifference> first_difference(std::string_view expected, std::string_view now);

struct Replay {
  std::string transcript;           // the whole file, with what happened now
  std::vector<std::string> broken;  // promises, each in a sentence
  std::optional<LineDifference> difference;

  bool is_as_expected() const { return broken.empty() && !difference; }
};

// In virtual time, with the line that the file names, from `lines_folder`. kInvalid says what is
// wrong with the file; a line that is no good is printed besides.
Result<Replay> replay(std::string_view journey, const std::string& lines_folder);

// {"as_expected", "broken", "difference": {"line", "expected", "now"} or null, "transcript"}
wire::Json view(const Replay& replay);

}  // namespace pl::play
