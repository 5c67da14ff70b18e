// Chance that is the same on every compiler and machine: whole numbers only, and no distribution
// whose algorithm a standard library may choose.
#pragma once

#include <cstdint>

#include "base/time.h"

namespace pl::sim {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {  // splitmix64
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }
  // 0 to limit - 1; the bias of the remainder does not matter here. `limit` > 0.
  int below(int limit) { return static_cast<int>(next() % static_cast<std::uint64_t>(limit)); }
  int between(int least, int most) { return least + below(most - least + 1); }
  bool chance(int per_mille) { return below(1000) < per_mille; }
  Millis between(Millis least, Millis most) {
    const auto span = static_cast<std::uint64_t>((most - least).count()) + 1;
    return least + Millis(static_cast<std::int64_t>(next() % span));
  }
  // About `median`; one in a thousand is fifty times as long.
  Millis skewed(Millis median) {
    static constexpr int kPercent[] = {20, 40, 55, 70, 85, 100, 120, 150, 200, 320};
    std::int64_t length = median.count() * kPercent[below(10)] / 100;
    if (chance(30)) length *= 10;
    if (chance(1)) length *= 5;
    return Millis(length + below(1000));
  }

 private:
  std::uint64_t state_;
};

}  // namespace pl::sim
