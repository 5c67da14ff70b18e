#include "host/posix_zone.h"

#include <gtest/gtest.h>

#include "base/time.h"

namespace pl::host {
namespace {

using namespace std::chrono_literals;

std::chrono::sys_seconds second_of(std::string_view text) {
  return std::chrono::floor<std::chrono::seconds>(*parse_utc(text));
}

TEST(PosixZone, ChangesTheClocksAtTheWrittenInstants) {
  struct Case {
    const char* name;
    const char* rule;
    const char* change;  // the first instant with `after`
    std::chrono::minutes before;
    std::chrono::minutes after;
  };
  const Case cases[] = {
      {"the last Sunday, spring", "CET-1CEST,M3.5.0,M10.5.0/3", "2041-03-31T01:00:00Z", 1h, 2h},
      {"the last Sunday, autumn", "CET-1CEST,M3.5.0,M10.5.0/3", "2041-10-27T01:00:00Z", 2h, 1h},
      {"the second Sunday", "EST5EDT,M3.2.0,M11.1.0", "2041-03-10T07:00:00Z", -5h, -4h},
      {"half an hour of summer", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2026-10-03T15:30:00Z",
       630min, 11h},
      {"before midnight", "<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T01:00:00Z", -2h, -1h},
      {"after midnight", "<-04>4<-03>,M9.1.6/24,M4.1.6/24", "2026-09-06T04:00:00Z", -4h, -3h},
      {"two days after a Thursday", "EET-2EEST,M3.4.4/50,M10.4.4/50", "2026-03-28T00:00:00Z", 2h,
       3h},
      {"the 79th day that is no leap day", "<+0330>-3:30<+0430>,J79/24,J263/24",
       "2028-03-20T20:30:00Z", 210min, 270min},
      {"the 79th day, counted from 0", "<+0330>-3:30<+0430>,79/24,263/24", "2028-03-20T20:30:00Z",
       210min, 270min},
      {"one day less in a leap year", "AAA0BBB,59/0,300/0", "2028-02-29T00:00:00Z", 0h, 1h},
      {"never a leap day", "AAA0BBB,J60/0,J300/0", "2028-03-01T00:00:00Z", 0h, 1h},
      {"seconds", "AAA-1:02:03BBB-2:02:03,J2/0,J9", "2026-01-01T22:57:57Z", 62min, 122min},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    const auto zone = PosixZone::read(c.rule);
    ASSERT_TRUE(zone.has_value());
    const auto minutes = [&](std::chrono::sys_seconds when) {
      return std::chrono::floor<std::chrono::minutes>(zone->offset_at(when));
    };
    EXPECT_EQ(minutes(second_of(c.change) - 1s), c.before);
    EXPECT_EQ(minutes(second_of(c.change)), c.after);
  }
}

TEST(PosixZone, NeedNotChangeTheClocksAtAll) {
  for (const auto& [rule, offset] : {std::pair("CST6", -6h), {"<+05>-5", 5h}, {"UTC0", 0h}}) {
    SCOPED_TRACE(rule);
    const auto zone = PosixZone::read(rule);
    ASSERT_TRUE(zone.has_value());
    EXPECT_EQ(zone->offset_at(second_of("2026-07-10T00:00:00Z")), offset);
    EXPECT_TRUE(zone->changes(std::chrono::year(2026), std::chrono::year(2030)).empty());
  }
}

TEST(PosixZone, MayHaveSummerAllYear) {
  const auto zone = PosixZone::read("XXX3EDT4,0/0,J365/23");
  ASSERT_TRUE(zone.has_value());
  for (auto when = second_of("2026-12-30T00:00:00Z"); when < second_of("2027-01-03T00:00:00Z");
       when += 1h) {
    EXPECT_EQ(zone->offset_at(when), -4h) << format_utc(when);
  }
}

TEST(PosixZone, ReadsNothingElse) {
  for (const char* text : {"",
                           "C",
                           "CET",
                           "CET-",
                           "-1",
                           "CET-1CEST",
                           "CET-1CEST,M3.5.0",
                           "CET-1CEST,M3.5.0,M10.5.0/",
                           "CET-1CEST,M13.5.0,M10.5.0",
                           "CET-1CEST,M3.6.0,M10.5.0",
                           "CET-1CEST,M3.5.7,M10.5.0",
                           "CET-1CEST,J0,J300",
                           "CET-1CEST,J366,J300",
                           "CET-1CEST,366,300",
                           "CET-1CEST,M3.5,M10.5",
                           "<+02-2",
                           "CET-168",
                           "CET-1:60",
                           "CET-1 ",
                           "CET-99999999999999999999"}) {
    EXPECT_FALSE(PosixZone::read(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace pl::host
