// A journey as it is written in a .call file; tests/journeys/README.md describes the format.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "sim/script.h"

namespace pl::sim {

using Values = std::map<std::string, std::string>;

// One line that is fed in.
struct Fed {
  Millis at{0};              // since the start
  std::optional<int> order;  // so much of what follows at that instant comes before it; empty: all
  std::vector<std::string> words;
  Values values;
  std::string source;  // as written, with the comments above it
};

struct CallerLine {
  std::string alias;
  Values values;
};

struct Transcript {
  std::string head;  // as written: the story, the line, the callers
  std::string line;  // the folder's name under lines/
  UtcTime start;
  Millis tick{0};  // how often the server looks whether something is due; 0: at once
  StoreKind store = StoreKind::kSqlite;
  std::uint64_t seed = 0;  // of the store's misfortunes
  bool beyond_bounds = false;
  bool carrier = false;  // rings that nobody wants any more can be stopped
  Tweaks tweaks;
  std::vector<CallerLine> callers;
  std::vector<Fed> fed;
};

// kInvalid names the line of the file.
Result<Transcript> parse_transcript(std::string_view text);

// "00:05:03", "24:00:00.250"
std::optional<Millis> parse_offset(std::string_view text);
std::string format_offset(Millis since_start);

// As it is after a '=': in quotes where it holds a space or a quote, or is empty.
std::string in_quotes(std::string_view text);

// "yes,no" as its parts; an empty text has none.
std::vector<std::string> split(std::string_view text, char between);

}  // namespace pl::sim
