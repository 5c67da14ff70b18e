#include "audit/zone_table.h"

#include <gtest/gtest.h>

#include "audit/story_test.h"

namespace pl::audit {
namespace {

using namespace std::chrono_literals;

std::optional<Millis> clock_in(const char* zone, const char* at) {
  return system_zones().local_clock(zone, *parse_utc(at));
}

TEST(ZoneTable, KnowsWhichZonesACountryHas) {
  EXPECT_EQ(system_zones().of_country("CH"), std::vector<std::string>{"Europe/Zurich"});
  EXPECT_GT(system_zones().of_country("US").size(), 20U);
  EXPECT_EQ(system_zones().of_country("XX"), std::vector<std::string>{});
  EXPECT_EQ(system_zones().of_country(""), std::vector<std::string>{});
}

TEST(ZoneTable, ReadsALocalClockOnBothSidesOfAChange) {
  EXPECT_EQ(clock_in("Europe/Zurich", "2026-03-29T00:59:59.999Z"), 1h + 59min + 59999ms);
  EXPECT_EQ(clock_in("Europe/Zurich", "2026-03-29T01:00:00Z"), 3h);
  EXPECT_EQ(clock_in("Europe/Zurich", "2026-03-29T00:59:59.999Z"), 1h + 59min + 59999ms);
  EXPECT_EQ(clock_in("Pacific/Honolulu", "2026-03-29T01:00:00Z"), 15h);
  EXPECT_EQ(clock_in("Asia/Kathmandu", "2026-03-29T01:00:00Z"), 6h + 45min);
  EXPECT_EQ(clock_in("Etc/UTC", "2026-03-29T01:00:00Z"), 1h);
}

TEST(ZoneTable, SaysNothingOfAZoneThatIsNotThere) {
  EXPECT_EQ(clock_in("Mars/Olympus", "2026-03-29T01:00:00Z"), std::nullopt);
  EXPECT_EQ(clock_in("", "2026-03-29T01:00:00Z"), std::nullopt);
  EXPECT_EQ(clock_in("../../etc/passwd", "2026-03-29T01:00:00Z"), std::nullopt);
}

}  // namespace
}  // namespace pl::audit
