#include <gtest/gtest.h>

#include "audit/story_test.h"

namespace pl::audit {
namespace {

using namespace std::chrono_literals;

// Spoken with once, and the platform remembers it.
class Acquainted : public Story {
 public:
  Acquainted() {
    plans("out_1", "check-in");
    tries("call_1", "out_1", 60s, LegEnd::kPerson, "answered", "connected");
  }
};

TEST(Erasures, LeaveNothingToFinish) {
  Acquainted story;
  story.plans("out_2", "check-in").erases("clr_1");
  story.auditor.forgotten("conv_call_1");
  EXPECT_EQ(story.rests().broken(), "");
}

TEST(Erasures, AreOfSomebodyWhoIsThere) {
  Story story;
  EXPECT_EQ(story.erases("clr_9").broken(), "INV-28");
  Story twice;
  EXPECT_EQ(twice.erases("clr_1").broken(), "");
  EXPECT_EQ(twice.erases("clr_1").broken(), "INV-28");
}

TEST(Erasures, WaitForTheEndOfACall) {
  Story story;
  story.plans("out_1", "check-in").dials("call_1", "out_1").posts("call_1").placed("call_1");
  EXPECT_EQ(story.rings("call_1").erases("clr_1").broken(), "INV-28");
  EXPECT_EQ(story.first_words(), "clr_1 was erased while call_1 went on");
}

TEST(Erasures, DoNotWaitForACallThatLapsed) {
  Story story;
  story.plans("out_1", "check-in").dials("call_1", "out_1").pass(24h).erases("clr_1");
  EXPECT_EQ(story.rests().broken(), "");
}

TEST(Erasures, ReachThePlatform) {
  Acquainted story;
  EXPECT_EQ(story.erases("clr_1").rests().broken(), "INV-28");
  EXPECT_EQ(story.first_words(),
            "the platform still remembers conv_call_1, whose caller was erased");
}

TEST(Erasures, AreNotUndone) {
  for (const bool of_outreach : {false, true}) {
    Story story;
    story.plans("out_1", "check-in");
    Commit back = story.blank("pump");
    if (of_outreach) back.outreaches.push_back(story.outreach.at("out_1"));
    if (!of_outreach) back.callers.push_back(story.caller.at("clr_1"));
    story.erases("clr_1").tell(back);
    EXPECT_EQ(story.broken(), "INV-28") << of_outreach;
  }
}

TEST(Erasures, AreFollowedByNoText) {
  Story story;
  story.plans("out_1", "check-in");
  Commit texts = story.blank("pump");
  texts.texts.push_back({"txt_1", "out_1", "clr_1", "sending"});
  EXPECT_EQ(story.erases("clr_1").tell(texts).broken(), "INV-28");
}

TEST(Erasures, AreFollowedByNoDial) {
  Story story;
  story.plans("out_1", "check-in").dials("call_1", "out_1");
  const CallRow row = story.call.at("call_1");
  story.pass(24h).erases("clr_1");
  story.auditor.posted({row.id, *row.number, *row.told, story.now});
  EXPECT_EQ(story.broken(), "INV-28");
}

TEST(Erasures, AreFollowedByNoRing) {
  const auto rung = [](Excuses excuses) {
    Story story(excuses);
    story.plans("out_1", "check-in").dials("call_1", "out_1").posts("call_1");
    const CallRow row = story.call.at("call_1");
    story.pass(24h).erases("clr_1");
    story.auditor.rings({"conv_1", row.id, row.number, false, story.now});
    return story.broken();
  };
  EXPECT_EQ(rung({}), "INV-28");
  EXPECT_EQ(rung({.clock_steps = true}), "");  // it lapsed by a clock that jumped
  EXPECT_EQ(rung({.beyond_bounds = true}), "");
}

TEST(Erasures, FreeTheNumberAndNotTheId) {
  Story story;
  story.erases("clr_1").registers("clr_2", "+41780000001");
  EXPECT_EQ(story.rests().broken(), "");
  EXPECT_EQ(story.registers("clr_1", "+41780000009").broken(), "INV-28");
}

TEST(Erasures, AreWholeAfterACrash) {
  Acquainted story;
  story.erases("clr_1");
  story.auditor.forgotten("conv_call_1");
  story.auditor.reopened(story.callers(), story.outreaches(), story.calls());
  EXPECT_EQ(story.broken(), "");
  Acquainted half;
  const std::vector<CallRow> calls = half.calls();
  half.erases("clr_1");
  half.auditor.reopened(half.callers(), half.outreaches(), calls);
  EXPECT_EQ(half.broken(), "INV-16");
}

TEST(Erasures, InDoubtAreSettledByTheStore) {
  for (const bool kept : {false, true}) {
    Acquainted story;
    Commit doubt = story.blank("api erase");
    doubt.erased.push_back("clr_1");
    story.auditor.in_doubt(doubt);
    const auto callers = story.callers();
    const auto outreaches = story.outreaches();
    const auto calls = story.calls();
    if (kept) {
      story.auditor.reopened({}, {}, {});
      story.auditor.forgotten("conv_call_1");
    } else {
      story.auditor.reopened(callers, outreaches, calls);
    }
    EXPECT_EQ(story.rests().broken(), "") << kept;
  }
}

TEST(Erasures, InDoubtWereNotWhenTheCallerIsWrittenAgain) {
  Acquainted story;
  Commit doubt = story.blank("api erase");
  doubt.erased.push_back("clr_1");
  story.auditor.in_doubt(doubt);
  story.changes("clr_1", [](CallerRow& row) { row.text = false; });
  EXPECT_EQ(story.rests().broken(), "");
}

}  // namespace
}  // namespace pl::audit
