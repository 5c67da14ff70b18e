#include <gtest/gtest.h>

#include "audit/story_test.h"

namespace pl::audit {
namespace {

using namespace std::chrono_literals;

TEST(AnAttempt, ComesWhenItIsDueAndBeforeTheDeadline) {
  const auto dialled_after = [](Millis time) {
    Story story;
    story.plans("out_1", "check-in", [](Commit& commit) {
      commit.outreaches[0].due += 1min;
      commit.outreaches[0].deadline = commit.at + 10min;
    });
    story.pass(time).dials("call_1", "out_1");
    return story.broken();
  };
  EXPECT_EQ(dialled_after(1min - 1ms), "INV-06");
  EXPECT_EQ(dialled_after(1min), "");
  EXPECT_EQ(dialled_after(10min - 1ms), "");
  EXPECT_EQ(dialled_after(10min), "INV-04");
}

// An onboarding that is completed while it goes on; it ends, and the hand-over is due `too_early`
// before its time.
std::string handed_over(Millis too_early, bool ended = true, Excuses excuses = {}) {
  Story story(excuses);
  story.plans("out_1", "onboarding").dials("call_1", "out_1").posts("call_1").placed("call_1");
  story.rings("call_1").moves("clr_1", "onboarding").completes("call_1", "out_2").pass(2min);
  if (ended) story.hangs_up("call_1", LegEnd::kPerson);
  story.judged("call_1", "answered", "connected");
  EXPECT_EQ(story.broken(), ended ? "" : "INV-02");  // connected while it goes on
  story.becomes("out_2", "waiting", [&](Commit& commit) {
    commit.outreaches[0].awaits.reset();
    commit.outreaches[0].due = commit.at;
  });
  story.pass(5s - too_early).dials("call_2", "out_2");
  return story.broken();
}

TEST(AHandOver, ComesFiveSecondsAfterTheTrueEndOfTheOnboarding) {
  EXPECT_EQ(handed_over(0ms), "");
  EXPECT_EQ(handed_over(1ms), "INV-06");
  EXPECT_EQ(handed_over(1ms, true, {.clock_steps = true}), "");
  EXPECT_EQ(handed_over(0ms, false), "INV-02 INV-05");
}

TEST(AHandOver, IsNotDialledWhileItAwaitsTheEnd) {
  Story story;
  story.plans("out_1", "onboarding").dials("call_1", "out_1").posts("call_1").placed("call_1");
  story.rings("call_1").moves("clr_1", "onboarding").completes("call_1", "out_2").pass(2min);
  story.hangs_up("call_1", LegEnd::kPerson).judged("call_1", "answered", "connected");
  story.pass(10s).dials("call_2", "out_2");
  EXPECT_EQ(story.broken(), "INV-05");
}

TEST(AHandOver, OfAnOnboardingCompletedAfterItsEndWaitsAsLong) {
  for (const Millis pause : {4999ms, 5000ms}) {
    Story story;
    story.plans("out_1", "onboarding").dials("call_1", "out_1").posts("call_1").placed("call_1");
    story.rings("call_1").moves("clr_1", "onboarding").pass(1min);
    story.hangs_up("call_1", LegEnd::kPerson).judged("call_1", "answered", "waiting");
    story.completes("call_1", "out_2",
                    [](Commit& commit) { commit.outreaches[0].due = commit.at; });
    story.pass(pause).dials("call_2", "out_2");
    EXPECT_EQ(story.broken(), pause < 5s ? "INV-06" : "");
  }
}

// The second dial of a hand-over whose first was busy; `due` is what the row says.
std::string retried(Millis after_true_end, Millis seen_late, Millis due_after_seen,
                    Excuses excuses = {}) {
  Story story(excuses);
  story.plans("out_1", "handoff").dials("call_1", "out_1").posts("call_1").placed("call_1");
  story.rings("call_1").hangs_up("call_1", LegEnd::kBusy).pass(seen_late);
  story.judged("call_1", "busy", "waiting",
               [&](Commit& commit) { commit.outreaches[0].due = commit.at + due_after_seen; });
  story.pass(after_true_end - seen_late).dials("call_2", "out_1");
  return story.broken();
}

TEST(ARetry, CountsFromTheSeenEndOfTheLastAttempt) {
  EXPECT_EQ(retried(7s, 2s, 5s), "");
  EXPECT_EQ(retried(7s - 1ms, 2s, 4s), "INV-06");
  EXPECT_EQ(retried(7s - 1ms, 2s, 4s, {.clock_steps = true}), "INV-06");
}

TEST(ARetry, CountsFromTheTrueEndHoweverEarlyItWasSeen) {
  for (const bool excused : {false, true}) {
    Story story({.clock_steps = excused});
    story.plans("out_1", "handoff").dials("call_1", "out_1").posts("call_1").placed("call_1");
    story.rings("call_1").judged("call_1", "busy", "waiting");
    story.pass(2s).hangs_up("call_1", LegEnd::kNoAnswer).pass(3s).dials("call_2", "out_1");
    EXPECT_EQ(story.broken(), excused ? "" : "INV-06");
  }
}

TEST(ARetry, IsNotCommittedWhileTheLastAttemptRings) {
  Story story;
  story.plans("out_1", "handoff").dials("call_1", "out_1").posts("call_1").placed("call_1");
  story.rings("call_1").judged("call_1", "busy", "waiting").pass(5s).dials("call_2", "out_1");
  EXPECT_EQ(story.broken(), "INV-05");
}

// An outreach that stood back for an inbound call, dialled `pause` after its end.
std::string after_inbound(Millis pause, bool ended = true) {
  Story story;
  story.plans("out_1", "check-in").phones("call_in").arrives("call_in", [&](Commit& commit) {
    OutreachRow row = story.outreach.at("out_1");
    row.state = "held";
    row.held_by = "call_in";
    commit.outreaches = {row};
    commit.journal.push_back(about_outreach("outreach.held", "out_1", "waiting"));
  });
  story.pass(40s);
  if (ended) story.hangs_up("call_in", LegEnd::kPerson);
  story.inbound_over("call_in", "answered").becomes("out_1", "waiting", [](Commit& commit) {
    commit.outreaches[0].held_by.reset();
  });
  story.pass(pause).dials("call_1", "out_1");
  return story.broken();
}

TEST(WhatStoodBack, WaitsUntilThePersonHasPutThePhoneDown) {
  EXPECT_EQ(after_inbound(5s), "");
  EXPECT_EQ(after_inbound(5s - 1ms), "INV-06");
  EXPECT_EQ(after_inbound(5s, false), "INV-05");
}

TEST(WhatStoodBack, DoesNotWaitForAnEndThatNobodySaw) {
  for (const Millis lapse : {Millis(3min), Millis(3min + 1s)}) {
    Story story;
    story.plans("out_1", "check-in").phones("call_in").arrives("call_in");
    story.becomes("out_1", "held", [](Commit& c) { c.outreaches[0].held_by = "call_in"; });
    story.pass(3min).inbound_over("call_in", "unresolved", [&](Commit& commit) {
      commit.calls[0].ended_at.reset();
      commit.calls[0].lapses_at = commit.calls[0].started_at + lapse;
    });
    story.becomes("out_1", "waiting", [](Commit& c) { c.outreaches[0].held_by.reset(); });
    story.dials("call_1", "out_1");
    EXPECT_EQ(story.broken(), lapse == 3min ? "" : "INV-05");
  }
}

}  // namespace
}  // namespace pl::audit
