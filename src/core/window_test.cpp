#include "core/window.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace pl::core {
namespace {

using namespace std::chrono_literals;

UtcTime at(std::string_view text) {
  return *parse_utc(text);
}

constexpr Hours kDay{8h, 21h};

ZoneOffsets steady(UtcTime now, std::chrono::minutes offset) {
  return {{now, now + kZoneHorizon, offset}};
}

ZoneOffsets changing(UtcTime now, std::chrono::minutes before, UtcTime change,
                     std::chrono::minutes after) {
  return {{now, change, before}, {change, now + kZoneHorizon, after}};
}

std::string show(const std::optional<UtcTime>& time) {
  return time ? format_utc(*time) : "never";
}

TEST(NextOpen, IsNowInsideTheHoursAndTheirBeginningOutside) {
  struct Case {
    const char* name;
    const char* now;
    std::chrono::minutes offset;
    const char* open;
  };
  const Case cases[] = {
      {"at noon", "2026-02-12T11:00:00.000Z", 1h, "2026-02-12T11:00:00.000Z"},
      {"the first instant", "2026-02-12T07:00:00.000Z", 1h, "2026-02-12T07:00:00.000Z"},
      {"just before", "2026-02-12T06:59:59.999Z", 1h, "2026-02-12T07:00:00.000Z"},
      {"the last instant", "2026-02-12T19:59:59.999Z", 1h, "2026-02-12T19:59:59.999Z"},
      {"just after", "2026-02-12T20:00:00.000Z", 1h, "2026-02-13T07:00:00.000Z"},
      {"after midnight", "2026-02-12T23:30:00.000Z", 1h, "2026-02-13T07:00:00.000Z"},
      {"another day than in UTC, east", "2026-02-12T20:00:00.000Z", 14h,
       "2026-02-12T20:00:00.000Z"},
      {"another day than in UTC, west", "2026-02-12T03:00:00.000Z", -11h,
       "2026-02-12T03:00:00.000Z"},
      {"half an hour off", "2026-02-12T02:29:00.000Z", 330min, "2026-02-12T02:30:00.000Z"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(show(next_open(kDay, {steady(at(c.now), c.offset)}, at(c.now))), c.open);
  }
}

TEST(NextOpen, FollowsTheClockWhenItChanges) {
  struct Case {
    const char* name;
    Hours hours;
    const char* now;
    std::chrono::minutes before;
    const char* change;
    std::chrono::minutes after;
    const char* open;
  };
  const Case cases[] = {
      {"Zurich, spring", kDay, "2026-03-28T21:00:00.000Z", 1h, "2026-03-29T01:00:00.000Z", 2h,
       "2026-03-29T06:00:00.000Z"},
      {"Zurich, autumn", kDay, "2026-10-24T21:00:00.000Z", 2h, "2026-10-25T01:00:00.000Z", 1h,
       "2026-10-25T07:00:00.000Z"},
      {"New York, spring", kDay, "2026-03-08T03:00:00.000Z", -5h, "2026-03-08T07:00:00.000Z", -4h,
       "2026-03-08T12:00:00.000Z"},
      {"Lord Howe, autumn", kDay, "2026-04-04T13:00:00.000Z", 11h, "2026-04-04T15:00:00.000Z",
       630min, "2026-04-04T21:30:00.000Z"},
      // The opening time does not exist that night: it opens when the clock jumps over it.
      {"opens inside the gap",
       {150min, 4h},
       "2026-03-28T22:00:00.000Z",
       1h,
       "2026-03-29T01:00:00.000Z",
       2h,
       "2026-03-29T01:00:00.000Z"},
      // Between two and three the clock runs twice; closed in between.
      {"the hour that comes twice",
       {2h, 150min},
       "2026-10-25T00:40:00.000Z",
       2h,
       "2026-10-25T01:00:00.000Z",
       1h,
       "2026-10-25T01:00:00.000Z"},
      // A whole day is skipped, as in Samoa in 2011.
      {"a day that never was", kDay, "2011-12-30T08:00:00.000Z", -10h, "2011-12-30T10:00:00.000Z",
       14h, "2011-12-30T18:00:00.000Z"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    const ZoneOffsets zone = changing(at(c.now), c.before, at(c.change), c.after);
    EXPECT_EQ(show(next_open(c.hours, {zone}, at(c.now))), c.open);
  }
}

TEST(NextOpen, MustSuitEveryPlausibleZone) {
  const UtcTime now = at("2026-02-12T02:00:00Z");
  const ZoneOffsets new_york = steady(now, -5h);
  const ZoneOffsets honolulu = steady(now, -10h);
  const ZoneOffsets auckland = steady(now, 13h);
  EXPECT_EQ(show(next_open(kDay, {new_york, honolulu}, now)), "2026-02-12T18:00:00.000Z");
  EXPECT_EQ(show(next_open(kDay, {honolulu, new_york}, now)), "2026-02-12T18:00:00.000Z");
  EXPECT_EQ(show(next_open({8h, 12h}, {new_york, honolulu}, now)), "never");
  EXPECT_EQ(show(next_open({9h, 17h}, {new_york, auckland}, now)), "2026-02-12T20:00:00.000Z");
}

TEST(NextOpen, IsNeverWhereNoZoneIsKnown) {
  const UtcTime now = at("2026-02-12T11:00:00Z");
  EXPECT_EQ(show(next_open(kDay, {}, now)), "never");
  EXPECT_EQ(show(next_open(kDay, {{}}, now)), "never");
  EXPECT_EQ(show(next_open(kDay, {steady(now, 1h), {}}, now)), "never");
}

TEST(NextOpen, AroundTheClockIsAlwaysOpen) {
  const UtcTime now = at("2026-02-12T23:59:59.999Z");
  EXPECT_EQ(next_open({0h, 24h}, {steady(now, 0h), steady(now, 13h)}, now), now);
}

// The same answer by looking at every minute of the horizon.
std::optional<UtcTime> scan(Hours hours, const std::vector<ZoneOffsets>& zones, UtcTime now) {
  for (UtcTime minute = now; minute < now + kZoneHorizon; minute += 1min) {
    const bool open = std::all_of(zones.begin(), zones.end(), [&](const ZoneOffsets& zone) {
      return std::any_of(zone.begin(), zone.end(), [&](const OffsetSpan& span) {
        const Millis clock = (minute + span.offset).time_since_epoch() % 24h;
        return minute >= span.from && minute < span.until && clock >= hours.opens &&
               clock < hours.closes;
      });
    });
    if (open) return minute;
  }
  return std::nullopt;
}

TEST(NextOpen, AgreesWithAScanOfEveryMinute) {
  std::mt19937 random(20260329);
  const auto below = [&](int limit) {
    return static_cast<int>(random() % static_cast<unsigned>(limit));
  };
  const auto offset = [&] { return std::chrono::minutes((below(105) - 48) * 15); };
  const UtcTime start = at("2026-03-27T00:00:00Z");
  for (int round = 0; round < 500; ++round) {
    const UtcTime now = start + std::chrono::minutes(below(3 * 24 * 60));
    const auto opens = std::chrono::minutes(below(24 * 60 - 1));
    const Hours hours{opens,
                      opens + 1min + std::chrono::minutes(below(24 * 60 - int(opens.count())))};
    std::vector<ZoneOffsets> zones;
    for (int count = 1 + below(3); count > 0; --count) {
      const auto before = offset();
      const auto after = before + std::chrono::minutes((below(5) - 2) * 30);
      zones.push_back(below(2) == 0
                          ? steady(now, before)
                          : changing(now, before, now + 1min * (1 + below(47 * 60)), after));
    }
    ASSERT_EQ(show(next_open(hours, zones, now)), show(scan(hours, zones, now)))
        << "round " << round << " from " << format_utc(now) << ", " << hours.opens.count() << " to "
        << hours.closes.count();
  }
}

}  // namespace
}  // namespace pl::core
