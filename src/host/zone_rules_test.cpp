#include "host/zone_rules.h"

#include <gtest/gtest.h>

#include "host/files.h"

#include "../../tests/support/source_folder.h"

namespace pl::host {
namespace {

using namespace std::chrono_literals;

std::string bytes_of(std::string_view form, std::string_view zone) {
  return *read_file((testing::zone_folder(form) / zone).string(), 1 << 20);
}

UtcTime instant(std::string_view text) {
  return *parse_utc(text);
}

TEST(ZoneRules, SayTheSameInBothFormsLongAfterTheLastListedChange) {
  for (const char* zone : {"Europe/Zurich", "America/New_York", "America/Vancouver",
                           "America/Havana", "Africa/Casablanca", "Africa/Cairo", "Asia/Almaty",
                           "Australia/Lord_Howe", "America/Santiago", "Etc/UTC"}) {
    SCOPED_TRACE(zone);
    const auto slim = ZoneRules::read(bytes_of("slim", zone));
    const auto fat = ZoneRules::read(bytes_of("fat", zone));
    ASSERT_TRUE(slim && fat);
    for (UtcTime from = instant("2024-01-01T00:00:00Z"); from < instant("2042-01-01T00:00:00Z");
         from += 37h) {
      const auto second = std::chrono::floor<std::chrono::seconds>(from);
      ASSERT_EQ(slim->offset_at(second), fat->offset_at(second)) << format_utc(from);
    }
  }
}

TEST(ZoneRules, FollowAGovernmentThatChangedItsMind) {
  const auto vancouver = ZoneRules::read(bytes_of("slim", "America/Vancouver"));
  ASSERT_TRUE(vancouver.has_value());
  const auto spans =
      vancouver->offsets(instant("2025-10-01T00:00:00Z"), instant("2030-01-01T00:00:00Z"));
  ASSERT_EQ(spans.size(), 3U);
  EXPECT_EQ(format_utc(spans[0].until), "2025-11-02T09:00:00.000Z");
  EXPECT_EQ(format_utc(spans[1].until), "2026-03-08T10:00:00.000Z");
  EXPECT_EQ(spans[1].offset, -8h);
  EXPECT_EQ(spans[2].offset, -7h);
  EXPECT_EQ(spans[2].until, instant("2030-01-01T00:00:00Z"));
}

TEST(ZoneRules, SpansHaveNoGapsAndEndWhereTheyAreAskedTo) {
  const auto zurich = ZoneRules::read(bytes_of("slim", "Europe/Zurich"));
  ASSERT_TRUE(zurich.has_value());
  for (UtcTime from = instant("2026-01-01T00:00:00Z"); from < instant("2027-01-01T00:00:00Z");
       from += 7h) {
    UtcTime reached = from;
    for (const core::OffsetSpan& span : zurich->offsets(from, from + 48h)) {
      ASSERT_EQ(span.from, reached);
      ASSERT_LT(span.from, span.until);
      reached = span.until;
    }
    ASSERT_EQ(reached, from + 48h);
  }
}

TEST(ZoneRules, AreNotReadFromWhatIsCutShortOrNoZone) {
  const std::string whole = bytes_of("slim", "Europe/Zurich");
  for (std::size_t bytes = 0; bytes < whole.size(); ++bytes) {
    EXPECT_FALSE(ZoneRules::read(whole.substr(0, bytes)).has_value()) << bytes;
  }
  std::string changed = whole;
  changed[4] = '\0';  // the version without 64-bit times
  EXPECT_FALSE(ZoneRules::read(changed).has_value());
  changed = whole;
  changed[changed.size() - 2] = 'x';  // inside the rule at the end
  EXPECT_FALSE(ZoneRules::read(changed).has_value());
  EXPECT_FALSE(ZoneRules::read("root:x:0:0:root:/root:/bin/bash\n").has_value());
}

}  // namespace
}  // namespace pl::host
