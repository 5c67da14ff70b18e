#include "engine/whereabouts.h"

#include <gtest/gtest.h>

#include <map>

#include "../../tests/support/small_world.h"
#include "core/place.h"
#include "engine/editions.h"

namespace pl::engine {
namespace {

using namespace std::chrono_literals;
using pl::testing::kSampleNow;

// Three countries; clocks in winter and, from April on, in summer.
class ThreeCountries final : public ports::Zones {
 public:
  std::optional<std::string> find(std::string_view written) const override {
    return std::string(written);
  }
  std::optional<core::ZoneOffsets> offsets(std::string_view zone, UtcTime from) const override {
    const auto found = kClocks.find(zone);
    if (found == kClocks.end()) return std::nullopt;
    const bool summer = from > *parse_utc("2026-04-01T00:00:00Z");
    return core::ZoneOffsets{
        {from, from + core::kZoneHorizon, summer ? found->second.second : found->second.first}};
  }
  std::vector<std::string> of_region(std::string_view region) const override {
    if (region == "US") return {"America/New_York", "America/Los_Angeles"};
    if (region == "GB") return {"Europe/London"};
    if (region == "GH") return {"Africa/Accra"};
    return {};
  }
  core::Edition edition() const override { return {}; }

 private:
  using Clocks = std::pair<std::chrono::minutes, std::chrono::minutes>;
  const std::map<std::string, Clocks, std::less<>> kClocks{{"America/New_York", {-5h, -4h}},
                                                           {"America/Los_Angeles", {-8h, -7h}},
                                                           {"Europe/London", {0h, 1h}},
                                                           {"Africa/Accra", {0h, 0h}},
                                                           {"Europe/Zurich", {1h, 2h}},
                                                           {"UTC", {0h, 0h}},
                                                           {"EST", {-5h, -5h}},
                                                           {"PST8PDT", {-8h, -7h}}};
};

class AnywhereNumbers final : public ports::Numbers {
 public:
  Result<core::NumberFacts> read(std::string_view written) const override {
    return core::NumberFacts{*core::PhoneNumber::from_e164(written), kind, region};
  }
  core::NumberArea area_of(const core::PhoneNumber&) const override {
    return {"+1 324", {"CA", "US", "GH"}};
  }
  core::Edition edition() const override { return {}; }

  core::NumberClass kind = core::NumberClass::kOrdinary;
  std::string region = "US";
};

class WhereaboutsTest : public ::testing::Test {
 protected:
  WhereaboutsTest() {
    line_.calling.countries = {"US", "GB", "GH"};
    small_.store.immediate = true;
  }

  Whereabouts where(const char* region, std::optional<std::string> timezone) {
    caller_.number.region = region;
    caller_.timezone = std::move(timezone);
    return in_turn<Whereabouts>([&](Turn& turn) { return whereabouts(turn, caller_); });
  }
  std::optional<std::string> clock(const char* region, std::optional<std::string> timezone) {
    caller_.number.region = region;
    caller_.timezone = std::move(timezone);
    return in_turn<std::optional<std::string>>(
        [&](Turn& turn) { return local_time(turn, caller_); });
  }

  template <class Answer>
  Answer in_turn(const std::function<Answer(Turn&)>& ask) {
    const Lines lines = *Lines::create({line_});
    const World world{lines, zones_, numbers_, small_.entropy};
    Answer answer;
    small_.store.submit(
        ports::Priority::kRoutine,
        [&](ports::Tx& tx) -> Result<void> {
          Turn turn(world, tx, kSampleNow);
          answer = ask(turn);
          return {};
        },
        [](const Result<void>&) {});
    return answer;
  }

  testing::SmallWorld small_;
  core::Line line_ = testing::sample_line();
  core::Caller caller_ = testing::sample_caller();
  ThreeCountries zones_;
  AnywhereNumbers numbers_;
};

TEST_F(WhereaboutsTest, AreInTheZoneThatWasGivenOrInAnyOfTheCountry) {
  EXPECT_EQ(where("US", "Europe/Zurich").zones, std::vector<std::string>{"Europe/Zurich"});
  EXPECT_EQ(where("US", std::nullopt).zones,
            (std::vector<std::string>{"America/New_York", "America/Los_Angeles"}));
  EXPECT_EQ(where("US", "Europe/Zurich").doubt, "");
  EXPECT_EQ(where("FR", std::nullopt).zones, std::vector<std::string>{});
}

TEST_F(WhereaboutsTest, AreNotInZonesThatNobodyLivesIn) {
  struct Case {
    const char* region;
    const char* zone;
    const char* city;
  };
  for (const Case& c : {Case{"US", "EST", "America/New_York"},
                        {"US", "UTC", "America/New_York"},
                        {"US", "PST8PDT", "America/Los_Angeles"},
                        {"GB", "UTC", "Europe/London"}}) {
    SCOPED_TRACE(c.zone);
    const Whereabouts found = where(c.region, c.zone);
    EXPECT_EQ(found.zones, zones_.of_region(c.region));
    EXPECT_NE(found.doubt.find(c.zone), std::string::npos);
    EXPECT_NE(found.doubt.find("such as " + std::string(c.city)), std::string::npos) << found.doubt;
  }
  EXPECT_EQ(where("GH", "UTC").doubt, "") << "their clocks show nothing else, all year";
}

TEST_F(WhereaboutsTest, AreInEveryCountryOfTheCodeThatTheLineCallsWhereTheAreaIsUnknown) {
  EXPECT_EQ(where("", std::nullopt).countries, (std::vector<std::string>{"US", "GH"}));
  EXPECT_EQ(where("", std::nullopt).zones,
            (std::vector<std::string>{"America/New_York", "America/Los_Angeles", "Africa/Accra"}));
  EXPECT_EQ(where("", "America/New_York").zones, std::vector<std::string>{"America/New_York"});
  line_.calling.countries = {"GB"};
  EXPECT_EQ(where("", std::nullopt).countries, std::vector<std::string>{});
}

TEST_F(WhereaboutsTest, SayWhatTheClocksShowWhereTheyCanShowOneTimeOnly) {
  EXPECT_EQ(clock("US", "Europe/Zurich"), core::local_time(kSampleNow, 60min));
  EXPECT_EQ(clock("GB", std::nullopt), core::local_time(kSampleNow, 0min));
  EXPECT_EQ(clock("GB", "UTC"), core::local_time(kSampleNow, 0min));
  EXPECT_EQ(clock("US", std::nullopt), std::nullopt);
  EXPECT_EQ(clock("US", "EST"), std::nullopt);
  EXPECT_EQ(clock("FR", std::nullopt), std::nullopt);
}

TEST_F(WhereaboutsTest, GoByTheNumberingPlansOfToday) {
  numbers_.kind = core::NumberClass::kPremium;
  numbers_.region = "GB";
  const auto today =
      in_turn<std::optional<core::Caller>>([&](Turn& turn) -> std::optional<core::Caller> {
        return with_number_of_today(turn, caller_);
      });
  EXPECT_EQ(today->number.number_class, core::NumberClass::kPremium);
  EXPECT_EQ(today->number.region, "GB");
  EXPECT_EQ(today->number.number, caller_.number.number);
}

TEST(Editions, AreForAPersonToLookAtWhereTheyAreOld) {
  testing::SmallWorld small;
  small.store.immediate = true;
  const auto open = [&] {
    small.engine.run(ports::Priority::kRoutine, note_editions,
                     [](const Result<void>& noted) { EXPECT_TRUE(noted); });
    return small.store.tables.open_attention.size();
  };
  small.zones.made.made_by = kSampleNow - 365 * 24h;
  EXPECT_EQ(open(), 0U);
  small.zones.made.made_by -= 1ms;
  EXPECT_EQ(open(), 1U);
  EXPECT_EQ(open(), 1U) << "once";
  small.zones.made.made_by = kSampleNow;
  EXPECT_EQ(open(), 0U) << "closed by itself";
}

}  // namespace
}  // namespace pl::engine
