// What the numbers say about the line, in sentences. Each rule speaks only where its numbers
// support it: small samples say nothing.
#pragma once

#include <string>
#include <vector>

#include "sim/report/summary.h"

namespace pl::sim::report {

enum class Weight {
  kBroken,  // a promise was broken: a bug of the program
  kMend,    // worth changing
  kNote,
  kGood,
};
std::string_view text_of(Weight weight);  // "broken", "mend", "note", "good"

struct Finding {
  std::string rule;  // "handovers-starved"
  Weight weight = Weight::kNote;
  std::string says;
  std::string todo;  // may be empty
};

// The weightiest first.
std::vector<Finding> findings(const Summary& summary);

}  // namespace pl::sim::report
