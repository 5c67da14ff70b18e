#include <gtest/gtest.h>

#include <set>

#include "host/system_clock.h"
#include "host/system_entropy.h"

namespace pl::host {
namespace {

TEST(SystemClock, TellsATimeOfThisCentury) {
  const SystemClock clock;
  EXPECT_GT(clock.now(), *parse_utc("2026-01-01T00:00:00Z"));
  EXPECT_LT(clock.now(), *parse_utc("2100-01-01T00:00:00Z"));
}

TEST(SystemEntropy, NeverDrawsTheSameTwice) {
  SystemEntropy entropy;
  std::set<std::array<std::uint64_t, 2>> drawn;
  for (int i = 0; i < 1000; ++i) EXPECT_TRUE(drawn.insert(entropy.draw()).second);
}

TEST(SystemEntropy, EveryBitIsSometimesSetAndSometimesNot) {
  SystemEntropy entropy;
  std::array<std::uint64_t, 2> ever{};
  std::array<std::uint64_t, 2> always{~std::uint64_t{0}, ~std::uint64_t{0}};
  for (int i = 0; i < 200; ++i) {
    const auto bits = entropy.draw();
    for (std::size_t half = 0; half < 2; ++half) {
      ever[half] |= bits[half];
      always[half] &= bits[half];
    }
  }
  EXPECT_EQ(ever, (std::array<std::uint64_t, 2>{~std::uint64_t{0}, ~std::uint64_t{0}}));
  EXPECT_EQ(always, (std::array<std::uint64_t, 2>{0, 0}));
}

}  // namespace
}  // namespace pl::host
