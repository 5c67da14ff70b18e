#include "audit/zone_table.h"

#include <gtest/gtest.h>

#include "audit/story_test.h"

#include "../../tests/support/source_folder.h"

namespace pl::audit {
namespace {

using namespace std::chrono_literals;

std::optional<Millis> clock_in(const char* zone, const char* at) {
  return test_zones().local_clock(zone, *parse_utc(at));
}

TEST(ZoneTable, KnowsWhichZonesACountryHas) {
  EXPECT_EQ(test_zones().of_country("CH"), std::vector<std::string>{"Europe/Zurich"});
  EXPECT_GT(test_zones().of_country("US").size(), 20U);
  EXPECT_EQ(test_zones().of_country("XX"), std::vector<std::string>{});
  EXPECT_EQ(test_zones().of_country(""), std::vector<std::string>{});
}

TEST(ZoneTable, ReadsALocalClockOnBothSidesOfAChange) {
  EXPECT_EQ(clock_in("Europe/Zurich", "2026-03-29T00:59:59.999Z"), 1h + 59min + 59999ms);
  EXPECT_EQ(clock_in("Europe/Zurich", "2026-03-29T01:00:00Z"), 3h);
  EXPECT_EQ(clock_in("Europe/Zurich", "2026-03-29T00:59:59.999Z"), 1h + 59min + 59999ms);
  EXPECT_EQ(clock_in("Pacific/Honolulu", "2026-03-29T01:00:00Z"), 15h);
  EXPECT_EQ(clock_in("Asia/Kathmandu", "2026-03-29T01:00:00Z"), 6h + 45min);
  EXPECT_EQ(clock_in("Etc/UTC", "2026-03-29T01:00:00Z"), 1h);
}

// Each instant is one at which nobody there may be rung between 08:00 and 21:00.
TEST(ZoneTable, FollowsTheGovernmentsThatChangedTheirMinds) {
  EXPECT_EQ(clock_in("America/Mexico_City", "2026-07-10T13:30:00Z"), 7h + 30min);
  EXPECT_EQ(clock_in("Africa/Cairo", "2026-07-10T18:30:00Z"), 21h + 30min);
  EXPECT_EQ(clock_in("Asia/Almaty", "2026-03-10T02:30:00Z"), 7h + 30min);
  EXPECT_EQ(clock_in("America/Vancouver", "2026-12-01T04:30:00Z"), 21h + 30min);
  EXPECT_EQ(clock_in("America/Edmonton", "2026-12-01T03:30:00Z"), 21h + 30min);
  EXPECT_EQ(clock_in("Africa/Casablanca", "2026-10-01T07:30:00Z"), 7h + 30min);
  EXPECT_EQ(clock_in("America/Nuuk", "2026-03-10T09:30:00Z"), 7h + 30min);
  EXPECT_EQ(clock_in("America/Merida", "2026-07-10T13:30:00Z"), 7h + 30min);
  EXPECT_EQ(clock_in("America/Scoresbysund", "2026-01-12T09:30:00Z"), 7h + 30min);
}

TEST(ZoneTable, GoesOnByTheRuleAfterTheLastListedChange) {
  const auto fat = ZoneTable::load(testing::zone_folder("fat").string());
  ASSERT_TRUE(fat);
  for (const char* zone : {"Europe/Zurich", "America/New_York", "America/Santiago",
                           "Australia/Lord_Howe", "America/Nuuk", "America/Winnipeg"}) {
    SCOPED_TRACE(zone);
    for (UtcTime at = *parse_utc("2024-01-01T00:00:00Z"); at < *parse_utc("2042-01-01T00:00:00Z");
         at += 41h) {
      ASSERT_EQ((*fat)->local_clock(zone, at), test_zones().local_clock(zone, at))
          << format_utc(at);
    }
  }
  EXPECT_EQ(clock_in("Europe/Zurich", "2041-03-31T00:59:59Z"), 1h + 59min + 59s);
  EXPECT_EQ(clock_in("Europe/Zurich", "2041-03-31T01:00:00Z"), 3h);
  EXPECT_EQ(clock_in("America/Santiago", "2041-01-01T12:00:00Z"), 9h);
  EXPECT_EQ(clock_in("America/Santiago", "2041-07-01T12:00:00Z"), 8h);
}

TEST(ZoneTable, KnowsOldNamesThatHaveNoFile) {
  EXPECT_EQ(clock_in("US/Eastern", "2026-07-10T12:00:00Z"), 8h);
}

TEST(ZoneTable, SaysNothingOfAZoneThatIsNotThere) {
  EXPECT_EQ(clock_in("Mars/Olympus", "2026-03-29T01:00:00Z"), std::nullopt);
  EXPECT_EQ(clock_in("", "2026-03-29T01:00:00Z"), std::nullopt);
  EXPECT_EQ(clock_in("../../etc/passwd", "2026-03-29T01:00:00Z"), std::nullopt);
}

}  // namespace
}  // namespace pl::audit
