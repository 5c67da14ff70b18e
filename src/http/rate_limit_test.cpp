#include "http/rate_limit.h"

#include <gtest/gtest.h>

namespace pl::http {
namespace {

using namespace std::chrono_literals;

const UtcTime kNow = from_ms(1'770'000'000'000);

TEST(RateLimit, LetsABurstThroughAndThenAsManyAsFillIt) {
  RateLimit limit({.per_second = 2, .burst = 3});
  for (int i = 0; i < 3; ++i) EXPECT_EQ(limit.take("a", kNow), std::nullopt);
  EXPECT_EQ(limit.take("a", kNow), 500ms);
  EXPECT_EQ(limit.take("a", kNow + 499ms), 1ms);
  EXPECT_EQ(limit.take("a", kNow + 500ms), std::nullopt);
  EXPECT_EQ(limit.take("a", kNow + 500ms), 500ms);
}

TEST(RateLimit, NobodyWaitsForAnother) {
  RateLimit limit({.per_second = 1, .burst = 1});
  EXPECT_EQ(limit.take("a", kNow), std::nullopt);
  EXPECT_EQ(limit.take("b", kNow), std::nullopt);
  EXPECT_NE(limit.take("a", kNow), std::nullopt);
}

TEST(RateLimit, ABucketHoldsNoMoreThanItsBurst) {
  RateLimit limit({.per_second = 10, .burst = 2});
  for (int i = 0; i < 2; ++i) EXPECT_EQ(limit.take("a", kNow + 24h), std::nullopt);
  EXPECT_NE(limit.take("a", kNow + 24h), std::nullopt);
}

TEST(RateLimit, AClockThatIsSetBackTakesNothingAway) {
  RateLimit limit({.per_second = 1, .burst = 2});
  EXPECT_EQ(limit.take("a", kNow), std::nullopt);
  EXPECT_EQ(limit.take("a", kNow - 1h), std::nullopt);
  EXPECT_EQ(limit.take("a", kNow - 1h), 1000ms);
}

TEST(RateLimit, NoRateIsNoLimit) {
  RateLimit limit({});
  for (int i = 0; i < 100'000; ++i) ASSERT_EQ(limit.take("a", kNow), std::nullopt);
}

TEST(RateLimit, AMillionNamesDoNotFillTheMemory) {
  RateLimit limit({.per_second = 1, .burst = 1});
  for (int i = 0; i < 100'000; ++i) (void)limit.take(std::to_string(i), kNow);
  EXPECT_LE(limit.names(), 10'000U);
}

}  // namespace
}  // namespace pl::http
