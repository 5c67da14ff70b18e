// Which lines may leave a scene without words of its own.
#include <gtest/gtest.h>

#include "line/testing.h"

namespace pl::line {
namespace {

// The keys that are warned of.
std::vector<std::string> warned(const testing::Folder& folder) {
  std::vector<std::string> keys;
  Sources sources = folder.sources();
  sources.warn = [&](const Complaint& warning) { keys.push_back(warning.key); };
  EXPECT_TRUE(load(sources));
  return keys;
}

using Keys = std::vector<std::string>;

TEST(WarnOfUnfilled, OneThatAlwaysHasItsValuesIsEnough) {
  EXPECT_EQ(warned(testing::Folder()), Keys());
}

TEST(WarnOfUnfilled, WhatACallerMayLackIsNotEnough) {
  struct Case {
    const char* opening;  // of `intake`, which onboards
    bool warns;
  };
  for (const Case& c : {Case{"{{name}}?", false}, Case{"{{city}}?", true},
                        Case{"{{context.a}}?", true}, Case{"{{variables.a}}?", true}}) {
    const auto keys = warned(
        testing::Folder().change("\"Hello {{name}}.\"", "\"" + std::string(c.opening) + "\""));
    EXPECT_EQ(keys, c.warns ? Keys{"scenes.intake.openings"} : Keys()) << c.opening;
  }
  EXPECT_EQ(warned(testing::Folder().change("Hello by text.", "About {{context.a}}.")),
            Keys{"scenes.intake.text"});
}

TEST(WarnOfUnfilled, ARequiredFieldIsThereWhereItWasAskedForAndMayBeTold) {
  const auto talk = [](testing::Folder folder) {
    return folder.change(", \"Hello {{name}}.\"", "");
  };
  EXPECT_EQ(warned(talk({})), Keys{"scenes.talk.openings"}) << "a number alone unlocks no profile";
  EXPECT_EQ(warned(talk(testing::Folder().change("- {scene: talk}", "- {scene: safe}"))), Keys());
  EXPECT_EQ(warned(talk(testing::Folder().change("safe_scene: safe",
                                                 "safe_scene: safe\ntrust: {caller_id: profile}"))),
            Keys());
}

TEST(WarnOfUnrung, WhoWasNotRungIsToldOfNoCall) {
  EXPECT_EQ(warned(testing::Folder().change(", text_unrung: [Hi.]", "")), Keys{"scenes.talk.text"});
  EXPECT_EQ(warned(testing::Folder()
                       .change(", text_unrung: [Hi.]", "")
                       .change("deadline: 10m}", "deadline: 10m, then: nothing}")),
            Keys());
}

}  // namespace
}  // namespace pl::line
