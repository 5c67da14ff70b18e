#include <gtest/gtest.h>

#include "audit/story_test.h"

namespace pl::audit {
namespace {

using namespace std::chrono_literals;

// A call that was accepted, and is changed once more.
std::string after_change(const std::function<void(CallRow&)>& edit) {
  Story story;
  story.plans("out_1", "check-in").dials("call_1", "out_1").posts("call_1").placed("call_1");
  Commit commit = story.blank("webhook");
  commit.calls.push_back(story.call.at("call_1"));
  edit(commit.calls[0]);
  story.tell(commit);
  return story.broken();
}

TEST(CallFacts, OnlyGrow) {
  EXPECT_EQ(after_change([](CallRow&) {}), "");
  EXPECT_EQ(after_change([](CallRow& row) { row.ended_at = row.started_at + 5s; }), "");
  EXPECT_EQ(after_change([](CallRow& row) { row.conversation = "conv_other"; }), "INV-15");
  EXPECT_EQ(after_change([](CallRow& row) { row.conversation.reset(); }), "INV-15");
  EXPECT_EQ(after_change([](CallRow& row) { row.placed_at.reset(); }), "INV-15");
  EXPECT_EQ(after_change([](CallRow& row) { row.placed_at = row.started_at + 9s; }), "INV-15");
}

TEST(CallFacts, DoNotTurnACallIntoAnother) {
  EXPECT_EQ(after_change([](CallRow& row) { row.outreach = "out_2"; }), "INV-15");
  EXPECT_EQ(after_change([](CallRow& row) { row.stage = "closed"; }), "INV-15");
  EXPECT_EQ(after_change([](CallRow& row) { row.scene = "stranger"; }), "INV-15");
  EXPECT_EQ(after_change([](CallRow& row) { row.told->first_message = "Hi."; }), "INV-12");
}

TEST(CallFacts, KeepTheFirstVerdictAndTheFirstEnd) {
  Story story;
  story.plans("out_1", "check-in")
      .tries("call_1", "out_1", 3s, LegEnd::kBusy, "busy", "waiting")
      .inbound_over("call_1", "busy", [&](Commit& commit) {
        commit.calls[0].ended_at = story.call.at("call_1").ended_at;
      });
  EXPECT_EQ(story.broken(), "");
  Story other;
  other.plans("out_1", "check-in")
      .tries("call_1", "out_1", 3s, LegEnd::kBusy, "busy", "waiting")
      .inbound_over("call_1", "answered");
  EXPECT_EQ(other.broken(), "INV-15");
}

TEST(ANewCall, HasAWordInTheJournal) {
  Story story;
  story.plans("out_1", "check-in");
  story.dials("call_1", "out_1", [](Commit& commit) { commit.journal.pop_back(); });
  EXPECT_EQ(story.broken(), "INV-32");
  Story other;
  other.phones("call_1").arrives("call_1", [](Commit& commit) { commit.journal.clear(); });
  EXPECT_EQ(other.broken(), "INV-32");
}

// A dial of which nothing was heard, with look-ups that found nothing at these times after it.
std::string not_placed(Millis first, Millis last, Excuses excuses = {}, bool it_rang = false) {
  Story story(excuses);
  story.plans("out_1", "check-in").dials("call_1", "out_1").posts("call_1");
  story.pass(30s).unclear("call_1");
  if (it_rang) story.rings("call_1");
  story.pass(last - 30s);
  story.judged("call_1", "not-placed", "waiting", [&](Commit& commit) {
    commit.calls[0].first_negative_at = commit.calls[0].started_at + first;
  });
  return story.broken();
}

TEST(AnUnclearDial, IsJudgedNeverPlacedAfterTwoLateLookUps) {
  EXPECT_EQ(not_placed(150s, 180s), "");
  EXPECT_EQ(not_placed(151s, 180s), "INV-19");
  EXPECT_EQ(not_placed(140s, 179s), "INV-19");
}

TEST(AnUnclearDial, IsNotJudgedNeverPlacedIfItRang) {
  EXPECT_EQ(not_placed(150s, 180s, {}, true), "INV-19");
  EXPECT_EQ(not_placed(150s, 180s, {.beyond_bounds = true}, true), "");
  EXPECT_EQ(not_placed(150s, 180s, {.clock_steps = true}, true), "");
}

TEST(AnUnclearDial, IsNotJudgedNeverPlacedWithoutALookUp) {
  Story story;
  story.plans("out_1", "check-in").dials("call_1", "out_1").posts("call_1");
  story.pass(30s).unclear("call_1").pass(5min).judged("call_1", "not-placed", "waiting");
  EXPECT_EQ(story.broken(), "INV-19");
}

}  // namespace
}  // namespace pl::audit
