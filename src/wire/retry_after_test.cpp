#include "wire/retry_after.h"

#include <gtest/gtest.h>

namespace pl::wire {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

TEST(ReadRetryAfter, TakesSecondsAndDatesAndNothingElse) {
  const UtcTime now = *parse_utc("2026-11-22T11:49:00Z");
  struct Case {
    const char* value;
    std::optional<Millis> wait;
  };
  const Case cases[] = {
      {"0", seconds(0)},
      {"1", seconds(1)},
      {" 60 ", seconds(60)},
      {"900", minutes(15)},
      {"3600", minutes(15)},
      {"99999999999999999999999", minutes(15)},
      {"Sun, 22 Nov 2026 11:50:30 GMT", seconds(90)},
      {"Sun, 22 Nov 2026 11:49:00 GMT", seconds(0)},
      {"Sun, 22 Nov 2099 11:49:00 GMT", minutes(15)},
      {"Sun, 22 Nov 2026 11:48:59 GMT", std::nullopt},
      {"", std::nullopt},
      {"-1", std::nullopt},
      {"+5", std::nullopt},
      {"1.5", std::nullopt},
      {"1e12", std::nullopt},
      {"soon", std::nullopt},
      {"Sun, 31 Feb 2026 11:50:30 GMT", std::nullopt},
      {"Sun, 22 Xxx 2026 11:50:30 GMT", std::nullopt},
      {"Sun, 22 Nov 2026 24:50:30 GMT", std::nullopt},
      {"Sun, 22 Nov 2026 11:50:30 CET", std::nullopt},
      {"Sun; 22 Nov 2026 11:50:30 GMT", std::nullopt},
      {"Sun, 2- Nov 2026 11:50:30 GMT", std::nullopt},
      {"2026-11-22T11:50:30Z", std::nullopt},
  };
  for (const Case& c : cases) EXPECT_EQ(read_retry_after(c.value, now), c.wait) << c.value;
}

}  // namespace
}  // namespace pl::wire
