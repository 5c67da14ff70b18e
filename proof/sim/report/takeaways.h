// Each plot in a sentence, for the terminal, the page and machines alike.
#pragma once

#include <string>
#include <vector>

#include "sim/report/summary.h"

namespace pl::sim::report {

struct Takeaways {
  std::string ends;
  std::string callback;
  std::string dials;
  std::string tries;
  std::string verdicts;
  std::string hours;
  std::string queue;
  std::string slots;
  std::string pace;
  std::string spend;
};
Takeaways takeaways(const Summary& summary);

// The names of the buckets of a Spread: "under 5 s", "5 to 6 s", ..., "4 h or more".
std::vector<std::string> bucket_names();

// The names of `bins` bins of dials: "0", "1", ..., "12 or more".
std::vector<std::string> dial_names(std::size_t bins);

}  // namespace pl::sim::report
