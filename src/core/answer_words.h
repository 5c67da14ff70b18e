// Who answered, judged from the words alone: the last evidence that is asked, where the platform,
// the network and the tools have none.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "core/answerer.h"
#include "core/report.h"

namespace pl::core {

struct Transcript {
  std::string language;  // of the call, "de" or "de-CH": its phrases are tried first
  std::vector<Turn> turns;
  std::chrono::seconds duration{0};
};

inline constexpr std::size_t kJudgedTurns = 60;   // of the called side; later ones decide nothing
inline constexpr std::size_t kJudgedWords = 120;  // of each of them

// Any human turn wins over every machine before or after it; without one, the last machine counts.
// What the agent said decides nothing. In doubt it is kUnsure: to take a person for a machine is
// worse than to know nothing.
Heard judge_words(const Transcript& transcript);

}  // namespace pl::core
