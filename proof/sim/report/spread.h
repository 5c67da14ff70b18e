// How a set of lengths of time is spread.
#pragma once

#include <array>
#include <vector>

#include "base/time.h"

namespace pl::sim::report {

// Where each bucket but the last ends; it does not hold its end. Fine at a few seconds, where a
// hand-over is meant to be, and coarse at an hour.
inline constexpr std::array<Millis, 15> kBucketEnds{
    Millis{5'000},   Millis{6'000},   Millis{8'000},     Millis{10'000},    Millis{15'000},
    Millis{20'000},  Millis{30'000},  Millis{60'000},    Millis{120'000},   Millis{300'000},
    Millis{600'000}, Millis{900'000}, Millis{1'800'000}, Millis{3'600'000}, Millis{14'400'000}};

struct Spread {
  int count = 0;
  Millis p50{0};  // the smallest length that half of them do not exceed; so do the others
  Millis p90{0};
  Millis p95{0};
  Millis p99{0};
  Millis max{0};
  std::array<int, kBucketEnds.size() + 1> buckets{};
  friend bool operator==(const Spread&, const Spread&) = default;
};

Spread spread_of(std::vector<Millis> lengths);

}  // namespace pl::sim::report
