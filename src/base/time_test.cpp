#include "base/time.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace pl {
namespace {

using namespace std::chrono_literals;

TEST(FormatUtc, WritesMillisecondsAndZ) {
  struct Case {
    std::int64_t ms;
    const char* text;
  };
  const Case cases[] = {
      {0, "1970-01-01T00:00:00.000Z"},
      {1, "1970-01-01T00:00:00.001Z"},
      {1'770'894'000'000, "2026-02-12T11:00:00.000Z"},
      {951'782'400'000, "2000-02-29T00:00:00.000Z"},
      {253'402'300'799'999, "9999-12-31T23:59:59.999Z"},
      {-1, "1969-12-31T23:59:59.999Z"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(format_utc(from_ms(c.ms)), c.text);
  }
}

TEST(ParseUtc, ReadsEveryFormOfRfc3339) {
  struct Case {
    const char* text;
    const char* utc;
  };
  const Case cases[] = {
      {"2026-11-22T11:49:00Z", "2026-11-22T11:49:00.000Z"},
      {"2026-11-22t11:49:00z", "2026-11-22T11:49:00.000Z"},
      {"2026-11-22 11:49:00Z", "2026-11-22T11:49:00.000Z"},
      {"2026-11-22T11:49Z", "2026-11-22T11:49:00.000Z"},
      {"2026-11-22T11:49:07.5Z", "2026-11-22T11:49:07.500Z"},
      {"2026-11-22T11:49:07.123Z", "2026-11-22T11:49:07.123Z"},
      {"2026-11-22T11:49:07.123999999Z", "2026-11-22T11:49:07.123Z"},
      {"2026-11-22T11:49:00+01:00", "2026-11-22T10:49:00.000Z"},
      {"2026-11-22T11:49:00-05:30", "2026-11-22T17:19:00.000Z"},
      {"2026-11-22T00:10:00+14:00", "2026-11-21T10:10:00.000Z"},
      {"2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"},
      {"1970-01-01T01:00:00+01:00", "1970-01-01T00:00:00.000Z"},
      {"9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.text);
    const auto read = parse_utc(c.text);
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(format_utc(*read), c.utc);
  }
}

TEST(ParseUtc, RefusesEverythingElse) {
  for (const std::string& text : {
           std::string(""),
           std::string("2026-11-22"),
           std::string("2026-11-22T11:49:00"),
           std::string("2026-11-22T11:49:00Z "),
           std::string(" 2026-11-22T11:49:00Z"),
           std::string("2026-11-22T11:49:00.Z"),
           std::string("2026-11-22T11Z"),
           std::string("2026-11-22T24:00:00Z"),
           std::string("2026-11-22T11:60:00Z"),
           std::string("2026-11-22T11:49:60Z"),
           std::string("2026-13-01T00:00:00Z"),
           std::string("2026-00-01T00:00:00Z"),
           std::string("2026-02-29T00:00:00Z"),
           std::string("2026-02-00T00:00:00Z"),
           std::string("1969-12-31T23:59:59Z"),
           std::string("1970-01-01T00:59:59+01:00"),
           std::string("9999-12-31T23:59:59-23:59"),
           std::string("2026-11-22T11:49:00+0100"),
           std::string("2026-11-22T11:49:00+24:00"),
           std::string("2026-11-22T11:49:00+01:60"),
           std::string("2026-11-22T11:49:00+"),
           std::string("+026-11-22T11:49:00Z"),
           std::string("26-11-22T11:49:00Z"),
           std::string("2026-11-22T11:49:00Z\0", 21),
           std::string("next tuesday"),
           std::string(1'000'000, '2'),
       }) {
    SCOPED_TRACE(text.substr(0, 40));
    EXPECT_FALSE(parse_utc(text).has_value());
  }
}

TEST(ParseUtc, AFractionOfAnyLengthIsReadToTheMillisecond) {
  const std::string digits(1'000'000, '9');
  const auto read = parse_utc("2026-11-22T11:49:07." + digits + "Z");
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(format_utc(*read), "2026-11-22T11:49:07.999Z");
}

TEST(ParseUtc, ReadsBackWhatFormatWrote) {
  std::mt19937_64 random(20261122);
  for (int i = 0; i < 10'000; ++i) {
    const UtcTime time = from_ms(static_cast<std::int64_t>(random() % 253'402'300'800'000));
    ASSERT_EQ(parse_utc(format_utc(time)), time) << to_ms(time);
  }
}

TEST(ParseDuration, ReadsOneNumberAndOneUnit) {
  struct Case {
    const char* text;
    Millis length;
  };
  const Case cases[] = {{"0s", 0ms},       {"250ms", 250ms}, {"5s", 5s},       {"45s", 45s},
                        {"10m", 10min},    {"4h", 4h},       {"1d", 24h},      {"366d", 366 * 24h},
                        {"007s", 7s},      {"90m", 90min},   {"8784h", 8784h}, {"0d", 0ms},
                        {"1440m", 1440min}};
  for (const Case& c : cases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(parse_duration(c.text), c.length);
  }
}

TEST(ParseDuration, RefusesEverythingElse) {
  for (const char* text : {"",
                           "5",
                           "s",
                           "-5s",
                           "+5s",
                           "5 s",
                           " 5s",
                           "5s ",
                           "5S",
                           "5min",
                           "1h30m",
                           "1.5h",
                           "367d",
                           "8785h",
                           "31622400001ms",
                           "99999999999999999999s",
                           "0x5s",
                           "five s",
                           "5w",
                           "5y"}) {
    SCOPED_TRACE(text);
    EXPECT_FALSE(parse_duration(text).has_value());
  }
}

TEST(FormatDuration, IsTheShortestThatParsesBack) {
  struct Case {
    Millis length;
    const char* text;
  };
  const Case cases[] = {{0ms, "0s"},        {1ms, "1ms"}, {1500ms, "1500ms"}, {5s, "5s"},
                        {60s, "1m"},        {90s, "90s"}, {300'000ms, "5m"},  {1h, "1h"},
                        {90min, "90m"},     {24h, "1d"},  {25h, "25h"},       {48h, "2d"},
                        {366 * 24h, "366d"}};
  for (const Case& c : cases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(format_duration(c.length), c.text);
    EXPECT_EQ(parse_duration(c.text), c.length);
  }
}

}  // namespace
}  // namespace pl
