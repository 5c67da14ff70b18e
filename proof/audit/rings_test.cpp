#include <gtest/gtest.h>

#include "audit/story_test.h"

namespace pl::audit {
namespace {

using namespace std::chrono_literals;

TEST(APost, FollowsItsRow) {
  Story story;
  story.auditor.posted({"call_1", "+41780000001", {}, story.now});
  EXPECT_EQ(story.broken(), "INV-16");
}

TEST(APost, IsNotMadeForACommitInDoubt) {
  Story story;
  story.plans("out_1", "check-in").dials("call_1", "out_1").posts("call_1");
  EXPECT_EQ(story.broken(), "");
  Commit commit = story.blank("pump");
  commit.calls.push_back(story.call.at("call_1"));
  commit.calls[0].id = "call_2";
  story.auditor.in_doubt(commit);
  story.auditor.posted({"call_2", "+41780000001", {}, story.now});
  EXPECT_EQ(story.broken(), "INV-16");
}

TEST(APost, IsMadeOnce) {
  Story story;
  story.plans("out_1", "check-in").dials("call_1", "out_1").posts("call_1").posts("call_1");
  EXPECT_EQ(story.broken(), "INV-20");
}

TEST(APost, SaysWhatTheRowSays) {
  const auto broken = [](const std::function<void(Posted&)>& edit) {
    Story story;
    story.plans("out_1", "check-in").dials("call_1", "out_1").posts("call_1", edit);
    return story.broken();
  };
  EXPECT_EQ(broken([](Posted& posted) { posted.told.user_id.reset(); }), "");
  EXPECT_EQ(broken([](Posted& posted) { posted.to = "+41780000009"; }), "INV-12");
  EXPECT_EQ(broken([](Posted& posted) { posted.told.voice_id = "voice-meta"; }), "INV-12");
  EXPECT_EQ(broken([](Posted& posted) { posted.told.call = "call_2"; }), "INV-12");
}

TEST(ARing, ComesOnceACall) {
  Story story;
  story.plans("out_1", "check-in").dials("call_1", "out_1").posts("call_1").rings("call_1");
  EXPECT_EQ(story.broken(), "");
  story.hangs_up("call_1", LegEnd::kBusy);
  story.auditor.rings({"conv_again", "call_1", "+41780000001", false, story.now});
  EXPECT_EQ(story.broken(), "INV-20");
}

TEST(ARing, NeedsACall) {
  Story story;
  story.auditor.rings({"conv_1", "", "+41780000001", false, story.now});
  EXPECT_EQ(story.broken(), "INV-16");
}

// The first leg is believed to be over while it goes on, and the second one rings.
std::string two_rings(Excuses excuses, const char* verdict = "busy") {
  Story story(excuses);
  story.plans("out_1", "check-in").dials("call_1", "out_1").posts("call_1").rings("call_1");
  story.pass(5min).judged("call_1", verdict, "cancelled", [](Commit& commit) {
    commit.outreaches[0].cancelled_by = "api";
    commit.outreaches[0].error = "by request";
  });
  story.plans("out_2", "check-in").dials("call_2", "out_2").posts("call_2").rings("call_2");
  return story.broken();
}

TEST(TwoRings, AtOnceOnANumberAreNotExcused) {
  EXPECT_EQ(two_rings({}), "INV-01");
  EXPECT_EQ(two_rings({.clock_steps = true}), "INV-01");
  EXPECT_EQ(two_rings({.clock_steps = true}, "unresolved"), "");
  EXPECT_EQ(two_rings({.beyond_bounds = true}), "");
}

TEST(TwoRings, OneAfterTheOtherAreFine) {
  Story story;
  story.plans("out_1", "onboarding")
      .tries("call_1", "out_1", 3s, LegEnd::kBusy, "busy", "waiting")
      .pass(15min)
      .tries("call_2", "out_1", 3s, LegEnd::kBusy, "busy", "waiting");
  EXPECT_EQ(story.broken(), "");
}

TEST(ARingDuringAnInboundCall, IsWrongIfTheCallWasKnownBeforeTheAttempt) {
  Story story;
  story.plans("out_1", "check-in").phones("call_in").arrives("call_in");
  story.pass(20s).inbound_over("call_in", "answered");  // it is not: the webhook was another's
  story.dials("call_1", "out_1").posts("call_1").rings("call_1");
  EXPECT_EQ(story.broken(), "INV-01");
}

TEST(ARingDuringAnInboundCall, IsFineIfTheCallCameAfterTheAttempt) {
  Story story;
  story.plans("out_1", "check-in").dials("call_1", "out_1").posts("call_1");
  story.phones("call_in").arrives("call_in").rings("call_1");
  EXPECT_EQ(story.broken(), "");
}

TEST(ARingDuringAnInboundCall, IsFineIfTheCallWasNeverRecorded) {
  Story story;
  story.phones("call_in");
  story.plans("out_1", "check-in").dials("call_1", "out_1").posts("call_1").rings("call_1");
  EXPECT_EQ(story.broken(), "");
}

TEST(ARingDuringAnInboundCall, IsFineOnceTheCallHasLapsed) {
  Story story;
  story.plans("out_1", "check-in").phones("call_in").arrives("call_in").pass(3min);
  story.dials("call_1", "out_1").posts("call_1").rings("call_1");
  EXPECT_EQ(story.broken(), "");
}

TEST(ARingDuringAnInboundCall, IsWrongEvenIfThePlatformWasToldNothing) {
  Story story;
  story.auditor.rings({"conv_call_in", "", "+41780000001", true, story.now});
  story.arrives("call_in").pass(5s).inbound_over("call_in", "failed");
  story.plans("out_1", "check-in").dials("call_1", "out_1").posts("call_1").rings("call_1");
  EXPECT_EQ(story.broken(), "INV-01");
}

TEST(ARing, AfterTheDialWasJudgedNeverPlacedIsWrong) {
  for (const bool excused : {false, true}) {
    Story story({.beyond_bounds = excused});
    story.plans("out_1", "check-in").dials("call_1", "out_1").posts("call_1");
    story.pass(30s).unclear("call_1").pass(150s);
    story.judged("call_1", "not-placed", "waiting",
                 [&](Commit& commit) { commit.calls[0].first_negative_at = story.now - 30s; });
    EXPECT_EQ(story.broken(), "");
    story.rings("call_1");
    EXPECT_EQ(story.broken(), excused ? "" : "INV-19");
  }
}

}  // namespace
}  // namespace pl::audit
