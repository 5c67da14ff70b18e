#include "host/zone_files.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <thread>

#include "../../tests/support/source_folder.h"

namespace pl::host {
namespace {

using namespace std::chrono_literals;

UtcTime at(std::string_view text) {
  return *parse_utc(text);
}

std::unique_ptr<ZoneFiles> test_files() {
  return *ZoneFiles::open(testing::zone_folder().string());
}

TEST(ZoneFiles, KnowIanaNamesAndTheirOldOnes) {
  const auto zones = test_files();
  for (const char* zone :
       {"Europe/Zurich", "America/New_York", "US/Eastern", "Asia/Calcutta", "Asia/Kolkata", "UTC",
        "Etc/UTC", "Etc/GMT+5", "CET", "GB", "NZ", "EST5EDT", "America/Argentina/Buenos_Aires",
        "America/Ciudad_Juarez", "America/Coyhaique"}) {
    EXPECT_EQ(zones->find(zone), zone);
    EXPECT_TRUE(zones->offsets(zone, at("2026-01-01T00:00:00Z"))) << zone;
  }
}

TEST(ZoneFiles, ReadNamesAsPeopleWriteThem) {
  const auto zones = test_files();
  for (const char* written : {"europe/zurich", "EUROPE/ZURICH", " Europe/Zurich", "Europe/Zurich ",
                              "Europe/Zurich\r\n"}) {
    EXPECT_EQ(zones->find(written), "Europe/Zurich") << written;
  }
  EXPECT_EQ(zones->find("America/New York"), "America/New_York");
  EXPECT_EQ(zones->find("etc/gmt+5"), "Etc/GMT+5");
}

TEST(ZoneFiles, KnowNoNameThatIanaDoesNotHave) {
  const auto zones = test_files();
  const std::string huge(1'000'000, 'A');
  for (const std::string_view zone :
       {std::string_view(""), std::string_view("Europe/Zurich\0", 14), std::string_view("Europe"),
        std::string_view("GMT+5"), std::string_view("GMT+05:30"), std::string_view("+02:00"),
        std::string_view("Custom/Zone"), std::string_view("Etc/Unknown"), std::string_view("BST"),
        std::string_view("IST"), std::string_view("PST"), std::string_view("Factory"),
        std::string_view("SystemV/EST5"), std::string_view("../etc/passwd"),
        std::string_view("zone.tab"), std::string_view(huge)}) {
    SCOPED_TRACE(std::string(zone.substr(0, 40)));
    EXPECT_FALSE(zones->find(zone));
    EXPECT_FALSE(zones->offsets(zone, at("2026-01-01T00:00:00Z")).has_value());
  }
}

TEST(ZoneFiles, OffsetsChangeAtTheInstantTheClocksDo) {
  struct Case {
    const char* name;
    const char* zone;
    const char* from;
    std::chrono::minutes before;
    const char* change;  // empty: none within the horizon
    std::chrono::minutes after;
  };
  const Case cases[] = {
      {"Zurich, an ordinary day", "Europe/Zurich", "2026-02-12T11:00:00Z", 1h, "", 1h},
      {"Zurich, spring", "Europe/Zurich", "2026-03-28T12:00:00Z", 1h, "2026-03-29T01:00:00Z", 2h},
      {"Zurich, autumn", "Europe/Zurich", "2026-10-24T12:00:00Z", 2h, "2026-10-25T01:00:00Z", 1h},
      {"the change itself counts", "Europe/Zurich", "2026-03-29T01:00:00Z", 2h, "", 2h},
      {"a millisecond before", "Europe/Zurich", "2026-03-29T00:59:59.999Z", 1h,
       "2026-03-29T01:00:00Z", 2h},
      {"at the horizon's end", "Europe/Zurich", "2026-03-27T01:00:00Z", 1h, "", 1h},
      {"New York, spring", "America/New_York", "2026-03-07T12:00:00Z", -5h, "2026-03-08T07:00:00Z",
       -4h},
      {"New York, autumn", "America/New_York", "2026-10-31T12:00:00Z", -4h, "2026-11-01T06:00:00Z",
       -5h},
      {"half an hour, spring", "Australia/Lord_Howe", "2026-10-03T00:00:00Z", 630min,
       "2026-10-03T15:30:00Z", 11h},
      {"half an hour, autumn", "Australia/Lord_Howe", "2026-04-04T00:00:00Z", 11h,
       "2026-04-04T15:00:00Z", 630min},
      {"half an hour, always", "Asia/Kolkata", "2026-03-28T12:00:00Z", 330min, "", 330min},
      {"an alias", "Asia/Calcutta", "2026-03-28T12:00:00Z", 330min, "", 330min},
      {"quarter hours", "Asia/Kathmandu", "2026-03-28T12:00:00Z", 345min, "", 345min},
      {"furthest east", "Pacific/Kiritimati", "2026-03-28T12:00:00Z", 14h, "", 14h},
      {"furthest west", "Pacific/Pago_Pago", "2026-03-28T12:00:00Z", -11h, "", -11h},
  };
  const auto zones = test_files();
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    const UtcTime from = at(c.from);
    const auto spans = zones->offsets(c.zone, from);
    ASSERT_TRUE(spans.has_value());
    const bool changes = *c.change != '\0';
    ASSERT_EQ(spans->size(), changes ? 2U : 1U);
    EXPECT_EQ(spans->front().from, from);
    EXPECT_EQ(spans->front().offset, c.before);
    EXPECT_EQ(spans->back().until, from + core::kZoneHorizon);
    EXPECT_EQ(spans->back().offset, c.after);
    if (!changes) continue;
    EXPECT_EQ(format_utc(spans->front().until), format_utc(at(c.change)));
    EXPECT_EQ(spans->front().until, spans->back().from);
  }
}

TEST(ZoneFiles, EveryZoneOfTheWorldHasSpansWithoutGaps) {
  const auto zones = test_files();
  for (const char* region : {"US", "AU", "BR", "KI", "MA", "CL", "GL", "CA"}) {
    for (const std::string& zone : zones->of_region(region)) {
      SCOPED_TRACE(zone);
      for (UtcTime from = at("2026-01-01T00:00:00Z"); from < at("2027-01-01T00:00:00Z");
           from += 40h) {
        const auto spans = zones->offsets(zone, from);
        ASSERT_TRUE(spans.has_value());
        UtcTime reached = from;
        for (const core::OffsetSpan& span : *spans) {
          EXPECT_EQ(span.from, reached);
          EXPECT_LT(span.from, span.until);
          EXPECT_LE(abs(span.offset), 14h);
          reached = span.until;
        }
        EXPECT_EQ(reached, from + core::kZoneHorizon);
      }
    }
  }
}

TEST(ZoneFiles, ARegionHasTheZonesThatAreUsedInIt) {
  struct Case {
    const char* region;
    std::vector<std::string> zones;
  };
  const Case cases[] = {
      {"CH", {"Europe/Zurich"}},
      {"DE", {"Europe/Berlin", "Europe/Busingen"}},
      {"XK", {"Europe/Belgrade"}},
      {"", {}},
      {"ch", {}},
      {"QQ", {}},
      {"ZZ", {}},
      {"001", {}},
      {"CHE", {}},
  };
  const auto zones = test_files();
  for (const Case& c : cases) {
    SCOPED_TRACE(c.region);
    EXPECT_EQ(zones->of_region(c.region), c.zones);
    EXPECT_EQ(zones->of_region(c.region), c.zones) << "asked again";
  }
  const auto american = zones->of_region("US");
  for (const char* zone : {"America/New_York", "America/Los_Angeles", "Pacific/Honolulu"}) {
    EXPECT_NE(std::find(american.begin(), american.end(), zone), american.end()) << zone;
  }
  for (const std::string& zone : american) EXPECT_TRUE(zones->find(zone)) << zone;
}

TEST(ZoneFiles, AnswersSeveralThreadsAtOnce) {
  const auto zones = test_files();
  const auto expected = zones->offsets("Europe/Zurich", at("2026-03-28T12:00:00Z"));
  std::vector<std::thread> threads;
  std::vector<int> wrong(4, 0);
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    threads.emplace_back([&, i] {
      for (int round = 0; round < 200; ++round) {
        const auto spans = zones->offsets("Europe/Zurich", at("2026-03-28T12:00:00Z"));
        if (!spans || spans->size() != expected->size()) ++wrong[i];
        if (zones->of_region("CH").size() != 1 || zones->of_region("US").empty()) ++wrong[i];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, std::vector<int>(4, 0));
}

// A folder of zone data that a test may change.
class ZoneFolder : public ::testing::Test {
 protected:
  ZoneFolder() {
    std::filesystem::copy(testing::zone_folder(), folder_,
                          std::filesystem::copy_options::recursive);
  }
  ~ZoneFolder() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& file, const std::string& text) const {
    std::ofstream(folder_ / file, std::ios::binary) << text;
  }
  std::string read(const std::string& file) const {
    std::ifstream stream(folder_ / file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  std::string complaint() const {
    const auto opened = ZoneFiles::open(folder_.string());
    if (opened) return "";
    EXPECT_EQ(opened.error().code, Code::kUnavailable);
    EXPECT_NE(opened.error().message.find("install tzdata"), std::string::npos);
    return opened.error().message;
  }

  const std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("partyline-zones-" + std::to_string(::getpid()));
};

TEST_F(ZoneFolder, IsReadAgainWhenItIsAskedTo) {
  const auto zones = *ZoneFiles::open(folder_.string());
  const auto offset = [&] {
    return zones->offsets("Europe/Zurich", at("2026-02-12T11:00:00Z"))->front().offset;
  };
  EXPECT_EQ(offset(), 1h);
  write("Europe/Zurich", read("America/Denver"));
  EXPECT_EQ(offset(), 1h);
  ASSERT_TRUE(zones->reload());
  EXPECT_EQ(offset(), -7h);
  write("Europe/Zurich", "half of an upgra");
  EXPECT_FALSE(zones->reload());
  EXPECT_EQ(offset(), -7h) << "what was read before stays";
}

TEST_F(ZoneFolder, MustHoldAllThatItsListsName) {
  EXPECT_EQ(complaint(), "");
  std::filesystem::remove(folder_ / "Europe/Zurich");
  EXPECT_NE(complaint().find("Europe/Zurich"), std::string::npos);
  std::filesystem::remove(folder_ / "zone.tab");
  std::filesystem::remove(folder_ / "tzdata.zi");
  EXPECT_NE(complaint().find("tzdata.zi"), std::string::npos);
  write("tzdata.zi", "# version 2026f\nZ Asia/Tokyo 9 - JST\n");
  EXPECT_NE(complaint().find("zone.tab"), std::string::npos);
  write("tzdata.zi", "# version 2026f\n");
  EXPECT_NE(complaint().find("names none"), std::string::npos);
}

TEST_F(ZoneFolder, NeedNotHoldTheFilesOfOldNames) {
  std::filesystem::remove(folder_ / "US/Eastern");
  const auto zones = *ZoneFiles::open(folder_.string());
  EXPECT_EQ(zones->find("us/eastern"), "US/Eastern");
  EXPECT_EQ(zones->offsets("US/Eastern", at("2026-02-12T11:00:00Z"))->front().offset, -5h);
}

TEST_F(ZoneFolder, HasAnEdition) {
  const auto edition = [&] { return (*ZoneFiles::open(folder_.string()))->edition(); };
  std::filesystem::last_write_time(folder_ / "tzdata.zi",
                                   std::chrono::file_clock::from_sys(at("2026-10-01T00:00:00Z")));
  EXPECT_EQ(edition(), (core::Edition{"2026f", at("2026-10-01T00:00:00Z")}));
  write("tzdata.zi", "# version 2024b\nZ Asia/Tokyo 9 - JST\n");
  EXPECT_EQ(edition(), (core::Edition{"2024b", at("2024-12-31T23:59:59Z")}))
      << "whoever copied the file, and when";
}

TEST(ZoneFiles, OfTheSystemHaveAVersion) {
  const auto zones = ZoneFiles::open("/usr/share/zoneinfo");
  ASSERT_TRUE(zones) << zones.error().message;
  const std::string version = (*zones)->edition().version;
  EXPECT_EQ(version.size(), 5U) << version;
  EXPECT_TRUE(version.starts_with("20")) << version;
}

}  // namespace
}  // namespace pl::host
