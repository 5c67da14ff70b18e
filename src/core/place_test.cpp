#include "core/place.h"

#include <gtest/gtest.h>

namespace pl::core {
namespace {

using namespace std::chrono_literals;

TEST(Place, IsNamedByCitiesAndCountriesAndNotByAbbreviations) {
  for (const char* zone : {"Europe/Zurich", "US/Pacific", "Japan", "NZ", "GB", "PRC",
                           "Antarctica/Troll", "America/Argentina/Buenos_Aires"}) {
    EXPECT_TRUE(names_a_place(zone)) << zone;
  }
  for (const char* zone : {"UTC", "GMT", "GMT0", "EST", "MST", "HST", "CET", "EST5EDT", "PST8PDT",
                           "Etc/UTC", "Etc/GMT+5", "Zulu", "Universal", "Greenwich"}) {
    EXPECT_FALSE(names_a_place(zone)) << zone;
  }
}

TEST(LocalTime, IsTheDayTheDateAndTheClockThere) {
  EXPECT_EQ(local_time(*parse_utc("2026-03-10T08:05:59Z"), 60min), "Tuesday, 10 March 2026, 09:05");
  EXPECT_EQ(local_time(*parse_utc("2026-12-31T23:30:00Z"), 345min),
            "Friday, 1 January 2027, 05:15");
  EXPECT_EQ(local_time(*parse_utc("2026-03-01T02:00:00Z"), -300min),
            "Saturday, 28 February 2026, 21:00");
  EXPECT_LE(local_time(*parse_utc("2026-09-23T12:00:00Z"), 0min).size(), kLocalTimeBytes);
}

}  // namespace
}  // namespace pl::core
