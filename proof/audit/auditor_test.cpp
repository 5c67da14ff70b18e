#include "audit/auditor.h"

#include <gtest/gtest.h>

#include "audit/story_test.h"

namespace pl::audit {
namespace {

using namespace std::chrono_literals;

TEST(Auditor, HasNothingToSayOfAWholeJourney) {
  Story story;
  story.plans("out_1", "onboarding")
      .tries("call_1", "out_1", 20s, LegEnd::kNoAnswer, "no-answer", "waiting");
  story.pass(1min).dials("call_2", "out_1").posts("call_2").placed("call_2").rings("call_2");
  story.moves("clr_1", "onboarding").completes("call_2", "out_2");
  story.pass(3min).hangs_up("call_2", LegEnd::kPerson).judged("call_2", "answered", "connected");
  story.becomes("out_2", "waiting", [&](Commit& commit) {
    commit.outreaches[0].awaits.reset();
    commit.outreaches[0].due = commit.at + 5s;
    commit.outreaches[0].deadline = commit.at + 10min;
  });
  story.pass(5s).tries("call_3", "out_2", 0s, LegEnd::kBusy, "busy", "waiting");
  story.pass(5s).tries("call_4", "out_2", 9min, LegEnd::kPerson, "answered", "connected");
  story.rests();
  EXPECT_EQ(story.broken(), "");
}

TEST(Auditor, KeepsNoMoreThanItsLimitOfViolations) {
  Story story;
  for (int i = 0; i < 30; ++i) story.text_arrives("out_nobody");
  EXPECT_EQ(story.auditor.violations().size(), kViolations);
}

}  // namespace
}  // namespace pl::audit
