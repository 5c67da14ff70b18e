// Queue, slots, pace, and the arithmetic below them.
#include <gtest/gtest.h>

#include <algorithm>

#include "sim/report/local_clock.h"
#include "sim/report/made_week_test.h"
#include "sim/report/wording.h"

namespace pl::sim::report {
namespace {

using namespace std::chrono_literals;

TEST(Load, FindsThePeakAndTheLongestQueue) {
  MadeWeek made;
  made.load(kMonday, {{0, 0}, {3, 2}, {0, 1}, {1, 4}, {2, 3}, {1, 4}, {0, 0}});
  const LoadSummary load = made.summary().load;
  EXPECT_EQ(load.due_peak, 3);
  EXPECT_EQ(load.due_peak_at, kMonday + 1min);
  EXPECT_EQ(load.longest, 3min);
  EXPECT_EQ(load.longest_from, kMonday + 3min);
  EXPECT_EQ(load.minutes, 7);
  EXPECT_EQ(load.minutes_queued, 4);
  EXPECT_EQ(load.minutes_full, 2);
  EXPECT_EQ(load.minutes_queued_full, 3);
  EXPECT_EQ(load.live_peak, 4);
  EXPECT_EQ(load.live_peak_at, kMonday + 3min);
}

TEST(Load, TakesAQueueThatDoesNotEndAsLastingUntilTheEnd) {
  MadeWeek made;
  made.load(kMonday + 7 * 24h - 2min, {{0, 0}, {1, 1}});
  EXPECT_EQ(made.summary().load.longest, 1min);
}

TEST(Load, KeepsTheMaximaWhenItThinsTheSeries) {
  MadeWeek made;
  std::vector<std::pair<int, int>> minutes(10'080);
  minutes[4321] = {99, 1};
  minutes[10'079] = {1, 77};
  made.load(kMonday, minutes);
  const auto points = made.summary().load.points;
  ASSERT_LE(points.size(), kLoadPoints);
  EXPECT_GE(points.size(), kLoadPoints / 2);
  EXPECT_EQ(points.front().at, kMonday);
  const auto due = [](const LoadPoint& a, const LoadPoint& b) { return a.due < b.due; };
  const auto live = [](const LoadPoint& a, const LoadPoint& b) { return a.live < b.live; };
  EXPECT_EQ(std::max_element(points.begin(), points.end(), due)->due, 99);
  EXPECT_EQ(std::max_element(points.begin(), points.end(), live)->live, 77);
}

TEST(Load, LeavesAShortSeriesAsItIs) {
  MadeWeek made;
  made.load(kMonday, {{0, 1}, {2, 3}});
  EXPECT_EQ(made.summary().load.points,
            (std::vector<LoadPoint>{{kMonday, 0, 1}, {kMonday + 1min, 2, 3}}));
}

TEST(Pace, CountsOverAnySecondAndMinuteWithTheirFirstInstantAlone) {
  MadeWeek made;
  const UtcTime at = kMonday + 9h;
  made.posts = {at, at + 900ms, at + 1000ms, at + 1899ms, at + 60'500ms};
  const PaceSummary pace = made.summary().pace;
  EXPECT_EQ(pace.second, 3);
  EXPECT_EQ(pace.second_at, at + 900ms);
  EXPECT_EQ(pace.minute, 4);
  EXPECT_EQ(pace.minute_at, at);
  EXPECT_EQ(pace.per_second, 2);
}

TEST(AnEmptyWeek, HasASummary) {
  const Summary summary = MadeWeek().summary();
  EXPECT_EQ(summary.callers.total, 0);
  EXPECT_EQ(summary.callback.ring, Spread());
  EXPECT_TRUE(summary.load.points.empty());
  EXPECT_EQ(summary.pace.second, 0);
}

TEST(SpreadOf, RanksAndSortsIntoBuckets) {
  const Spread one = spread_of({5s});
  EXPECT_EQ(one.p50, 5s);
  EXPECT_EQ(one.p99, 5s);
  std::vector<Millis> lengths;
  for (int i = 100; i >= 1; --i) lengths.push_back(i * 100ms);
  lengths.push_back(24h);
  const Spread spread = spread_of(lengths);
  EXPECT_EQ(spread.count, 101);
  EXPECT_EQ(spread.p50, 5100ms);
  EXPECT_EQ(spread.p95, 9600ms);
  EXPECT_EQ(spread.max, 24h);
  EXPECT_EQ(spread.buckets[0], 49);  // up to 4.9 s: a bucket does not hold its end
  EXPECT_EQ(spread.buckets[1], 10);
  EXPECT_EQ(spread.buckets[3], 20);
  EXPECT_EQ(spread.buckets[4], 1);
  EXPECT_EQ(spread.buckets.back(), 1);
}

// One hour more from the third day on.
class ChangingZones : public FixedZones {
 public:
  std::optional<core::ZoneOffsets> offsets(std::string_view, UtcTime from) const override {
    ++asked;
    const UtcTime change = kMonday + 48h + 1h;
    const UtcTime end = from + core::kZoneHorizon;
    if (change <= from) return core::ZoneOffsets{{from, end, 60min}};
    if (change >= end) return core::ZoneOffsets{{from, end, 0min}};
    return core::ZoneOffsets{{from, change, 0min}, {change, end, 60min}};
  }
  mutable int asked = 0;
};

TEST(ALocalClock, FollowsItsZoneThroughAChangeAndAsksOnce) {
  const ChangingZones zones;
  LocalClock clock(zones, kMonday, kMonday + 7 * 24h);
  EXPECT_EQ(clock.at("A", kMonday), 0ms);
  EXPECT_EQ(clock.at("A", kMonday + 49h - 1ms), 1h - 1ms);
  EXPECT_EQ(clock.at("A", kMonday + 49h), 2h);
  EXPECT_EQ(clock.at("A", kMonday + 7 * 24h), 1h);
  EXPECT_EQ(clock.at("A", kMonday - 1ms), std::nullopt);
  EXPECT_EQ(zones.asked, 4);
}

TEST(Wording, SaysNumbersAsPeopleReadThem) {
  EXPECT_EQ(number(0), "0");
  EXPECT_EQ(number(999), "999");
  EXPECT_EQ(number(1000), "1,000");
  EXPECT_EQ(number(-1234567), "-1,234,567");
  EXPECT_EQ(percent(0, 5), "0 %");
  EXPECT_EQ(percent(1, 0), "0 %");
  EXPECT_EQ(percent(1, 5000), "<0.1 %");
  EXPECT_EQ(percent(1, 200), "0.5 %");
  EXPECT_EQ(percent(12, 100), "12 %");
  EXPECT_EQ(percent(9999, 10'000), "99.9 %");
  EXPECT_EQ(percent(10, 10), "100 %");
  EXPECT_EQ(money(1204.5, "USD"), "1,204.50 USD");
  EXPECT_EQ(money(0.1199, "CHF"), "0.12 CHF");
  EXPECT_EQ(counted(1, "caller", "callers"), "1 caller");
  EXPECT_EQ(counted(0, "caller", "callers"), "0 callers");
}

TEST(Wording, SaysLengthsInTwoUnitsAtMost) {
  EXPECT_EQ(length(0ms), "0.0 s");
  EXPECT_EQ(length(6240ms), "6.2 s");
  EXPECT_EQ(length(9960ms), "10 s");
  EXPECT_EQ(length(59'499ms), "59 s");
  EXPECT_EQ(length(59'500ms), "1 min");
  EXPECT_EQ(length(125s), "2 min 5 s");
  EXPECT_EQ(length(3'599'500ms), "1 h");
  EXPECT_EQ(length(6h + 20min), "6 h 20 min");
  EXPECT_EQ(length(23h + 59min + 40s), "1 d");
  EXPECT_EQ(length(76h + 10min), "3 d 4 h");
}

TEST(Wording, SaysMomentsByTheDayOfTheWeek) {
  EXPECT_EQ(moment(kMonday + 14h + 5min, kMonday), "day 1, 14:05 UTC");
  EXPECT_EQ(moment(kMonday + 24h, kMonday + 23h), "day 2, 00:00 UTC");
}

TEST(Wording, WrapsAtSpaces) {
  EXPECT_EQ(wrap("one two three", 7), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrap("unbreakable a", 4), (std::vector<std::string>{"unbreakable", "a"}));
  EXPECT_EQ(wrap("of 95 %; yes", 6), (std::vector<std::string>{"of", "95 %;", "yes"}));
  EXPECT_EQ(wrap("", 4), std::vector<std::string>{""});
}

}  // namespace
}  // namespace pl::sim::report
