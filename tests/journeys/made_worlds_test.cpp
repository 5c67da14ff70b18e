// Who lives in the worlds that the simulator makes.
#include <gtest/gtest.h>

#include <set>

#include "sim/knobs.h"
#include "sim/simulate_week.h"
#include "universe.h"

namespace pl::journeys {
namespace {

// The homes of people in a few worlds of a line for these countries.
std::set<std::pair<std::string, std::string>> homes(const std::vector<std::string>& countries) {
  std::set<std::pair<std::string, std::string>> found;  // number without its last four, zone
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    for (const sim::Person& one : sim::make_script(seed, {.people = 20}, countries).people) {
      found.emplace(one.number.substr(0, one.number.size() - 4), one.zone);
    }
  }
  return found;
}

Millis offset(const std::string& zone) {
  const auto spans = universe().facilities.zones.offsets(zone, *parse_utc("2026-01-15T12:00:00Z"));
  return spans ? Millis(spans->front().offset) : Millis::max();
}

TEST(MadeWorlds, PeopleLiveWhereTheLineCallsAndHaveOrdinaryNumbersThere) {
  const auto& [zones, numbers] = universe().facilities;
  for (const char* country : {"CH", "DE", "US", "GB", "FR", "AT", "IN", "AU", "BR", "CL"}) {
    std::set<Millis> clocks;  // zones have several names
    for (const std::string& zone : zones.of_region(country)) clocks.insert(offset(zone));
    for (const auto& [prefix, zone] : homes({country})) {
      EXPECT_TRUE(clocks.contains(offset(zone))) << country << " " << zone;
      const auto facts = numbers.read(prefix + "0001");
      ASSERT_TRUE(facts) << prefix;
      EXPECT_EQ(facts->region, country) << prefix;
      EXPECT_EQ(facts->number_class, core::NumberClass::kOrdinary) << prefix;
    }
  }
}

TEST(MadeWorlds, CallersOfAnOrdinaryWeekHaveNumbersOfTheirCountryToo) {
  for (const char* country : {"CH", "DE", "US", "GB", "FR", "AT", "IN", "AU", "BR", "CL"}) {
    core::Line line = *universe().line("nikita");
    line.calling.countries = {country};
    const sim::Universe here{line, universe().facilities, universe().zone_table};
    const sim::WeekOptions options{.callers = 3, .start = *parse_utc("2026-03-02T00:00:00Z")};
    for (const sim::Person& one : sim::make_week_script(here, {}, options).people) {
      const auto facts = universe().facilities.numbers.read(one.number);
      ASSERT_TRUE(facts) << country;
      EXPECT_EQ(facts->region, country);
      EXPECT_EQ(facts->number_class, core::NumberClass::kOrdinary) << country;
    }
  }
}

TEST(MadeWorlds, AZoneOfTheHabitsIsInTheCountryThatUsesItWhateverItsName) {
  core::Line line = *universe().line("nikita");
  line.calling.countries = {"GB", "IN"};
  const sim::Universe here{line, universe().facilities, universe().zone_table};
  for (const auto& [zone, region] : std::vector<std::pair<std::string, std::string>>{
           {"Asia/Kolkata", "IN"}, {"Asia/Calcutta", "IN"}, {"Europe/London", "GB"}}) {
    const sim::Habits habits{.zones = {{zone, 1.0}}};
    const sim::WeekOptions options{.callers = 1, .start = *parse_utc("2026-03-02T00:00:00Z")};
    const auto script = sim::make_week_script(here, habits, options);
    EXPECT_EQ(script.people.at(0).zone, zone);
    EXPECT_EQ(universe().facilities.numbers.read(script.people.at(0).number)->region, region);
  }
}

TEST(MadeWorlds, ALineForSeveralCountriesHasPeopleInEach) {
  EXPECT_EQ(homes({"GB", "IN"}).size(), 2U);
  EXPECT_EQ(homes({"CH", "DE", "US"}).size(), 6U);
  EXPECT_EQ(homes({"AU"}).size(), 2U) << "one of them half an hour off";
  EXPECT_GT(homes({"TV"}).size(), 6U) << "nobody knows numbers of Tuvalu: people live anywhere";
}

}  // namespace
}  // namespace pl::journeys
