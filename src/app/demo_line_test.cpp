#include "app/demo_line.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "app/demo_story.h"
#include "line/testing.h"

#include "../../tests/support/source_folder.h"

namespace pl::app {
namespace {

using namespace std::chrono_literals;
using line::testing::Folder;

std::string shipped(const std::string& name) {
  return pl::testing::shipped_lines() / name;
}

TEST(DemoLine, TakesNamesNumbersAndTimesFromTheLine) {
  struct Case {
    const char* folder;
    const char* onboarding;
    const char* handover;
    const char* number;
    Millis longest;
  };
  for (const Case& tested : std::vector<Case>{
           {"nikita", "Meta-Nikita", "Nikita", "+41780000012", 150s},
           {"clinic", "Nurse", "Reception", "+12125550102", 452s},
           {"starter", "Host", "Guide", "+12125550102", 232s},
       }) {
    SCOPED_TRACE(tested.folder);
    const auto demo = load_demo_line(shipped(tested.folder));
    ASSERT_TRUE(demo) << demo.error().message;
    EXPECT_EQ(shown_name(persona_of(demo->line, demo->onboarding())), tested.onboarding);
    EXPECT_EQ(shown_name(persona_of(demo->line, demo->handover())), tested.handover);
    EXPECT_EQ(demo_number(demo->line, 2), tested.number);
    EXPECT_EQ(longest_story(*demo), tested.longest);
    EXPECT_EQ(demo->environment.size(), 2U) << "something for each variable";
  }
}

TEST(DemoLine, SaysWhatTheStoryLacks) {
  const std::string folder = ::testing::TempDir() + "partyline-demo-" + std::to_string(::getpid());
  const auto complaint = [&](const std::string& from, const std::string& to) {
    Folder line;
    line.change("on: onboarding_completed, deadline",
                "on: onboarding_completed, retry: [5s], deadline");
    line.change(from, to);
    for (const auto& [file, bytes] : line.files) {
      const std::filesystem::path path = std::filesystem::path(folder) / file;
      std::filesystem::create_directories(path.parent_path());
      std::ofstream(path) << bytes;
    }
    const auto demo = load_demo_line(folder);
    return demo ? "" : demo.error().message;
  };
  EXPECT_EQ(complaint("version: 1", "version: 1"), "");
  EXPECT_EQ(complaint("[5s]", "[]"), "the story needs a retry in plan `next`; this line has none");
  EXPECT_EQ(complaint("[CH]", "[FR]"),
            "the story needs CH or US under `calling.countries`; this line has none");
  EXPECT_EQ(complaint("text: [telegram]", "text: []"),
            "the story needs a text channel, and `then: text` in plan `next`; this line has none");
  EXPECT_EQ(complaint("on: onboarding_completed", "on: skipped"),
            "the story needs a plan with `on: onboarding_completed`; this line has none");
  EXPECT_NE(complaint("version: 1", "version: 2").find("version: 2 is out of range"),
            std::string::npos);
  std::filesystem::remove_all(folder);
}

TEST(DemoLine, SaysLengthsInSeconds) {
  EXPECT_EQ(shown_seconds({5s}), "5 s");
  EXPECT_EQ(shown_seconds({5s, 15s, 45s}), "5, 15 and 45 s");
  EXPECT_EQ(shown_seconds({1500ms, 5min}), "1.5 and 300 s");
}

}  // namespace
}  // namespace pl::app
