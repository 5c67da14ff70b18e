// The clocks of the world, as the program reads them and as the auditor does.
#include <gtest/gtest.h>

#include <fstream>

#include "universe.h"

namespace pl::journeys {
namespace {

using namespace std::chrono_literals;

std::optional<Millis> clock_of_the_program(const std::string& zone, UtcTime at) {
  const auto spans = universe().facilities.zones.offsets(zone, at);
  if (!spans) return std::nullopt;
  const UtcTime local = at + spans->front().offset;
  return local - std::chrono::floor<std::chrono::days>(local);
}

// Of the zones that have moved since 2022: at that instant nobody there may be rung.
TEST(Clocks, AreRightWhereGovernmentsChangedTheirMinds) {
  struct Case {
    const char* zone;
    const char* at;
    Millis clock;
  };
  const Case cases[] = {
      {"America/Mexico_City", "2026-07-10T13:30:00Z", 7h + 30min},
      {"Africa/Cairo", "2026-07-10T18:30:00Z", 21h + 30min},
      {"Asia/Almaty", "2026-03-10T02:30:00Z", 7h + 30min},
      {"America/Vancouver", "2026-12-01T04:30:00Z", 21h + 30min},
      {"America/Edmonton", "2026-12-01T03:30:00Z", 21h + 30min},
      {"America/Winnipeg", "2026-12-01T02:30:00Z", 21h + 30min},
      {"Africa/Casablanca", "2026-10-01T07:30:00Z", 7h + 30min},
      {"America/Nuuk", "2026-03-10T09:30:00Z", 7h + 30min},
      {"America/Merida", "2026-07-10T13:30:00Z", 7h + 30min},
      {"America/Scoresbysund", "2026-01-12T09:30:00Z", 7h + 30min},
      {"America/Ciudad_Juarez", "2026-07-10T13:30:00Z", 7h + 30min},
      {"America/Coyhaique", "2026-07-10T10:30:00Z", 7h + 30min},
      {"America/Asuncion", "2026-07-10T10:30:00Z", 7h + 30min},
      {"America/Havana", "2026-12-01T01:30:00Z", 21h + 30min},
      {"Pacific/Fiji", "2026-12-01T19:30:00Z", 7h + 30min},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(clock_of_the_program(c.zone, *parse_utc(c.at)), c.clock) << c.zone;
    EXPECT_EQ(universe().zone_table.local_clock(c.zone, *parse_utc(c.at)), c.clock) << c.zone;
  }
}

TEST(Clocks, AreTheSameToTheProgramAndToTheAuditor) {
  std::ifstream names(testing::zone_folder() / "tzdata.zi");
  int zones = 0;
  for (std::string line; std::getline(names, line);) {
    if (!line.starts_with("Z ") || line.starts_with("Z Factory")) continue;
    const std::string zone = line.substr(2, line.find(' ', 2) - 2);
    SCOPED_TRACE(zone);
    ++zones;
    for (UtcTime at = *parse_utc("2024-01-01T00:00:00Z"); at < *parse_utc("2039-01-01T00:00:00Z");
         at += 97h) {
      ASSERT_EQ(clock_of_the_program(zone, at), universe().zone_table.local_clock(zone, at))
          << format_utc(at);
    }
  }
  EXPECT_GT(zones, 100);
}

}  // namespace
}  // namespace pl::journeys
