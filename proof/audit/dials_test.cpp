#include <gtest/gtest.h>

#include "audit/story_test.h"

namespace pl::audit {
namespace {

using namespace std::chrono_literals;

std::string dialled_with(const Story::Edit& edit) {
  Story story;
  story.plans("out_1", "check-in").dials("call_1", "out_1", edit);
  return story.broken();
}

std::string dialled_to(const std::function<void(CallerRow&)>& edit) {
  return dialled_with([&](Commit& commit) {
    Story story;
    commit.callers.push_back(story.caller.at("clr_1"));
    edit(commit.callers[0]);
    commit.calls[0].stage = commit.callers[0].stage;
    if (commit.callers[0].stage == "new") return;
    commit.journal.push_back(about_stage("clr_1", "new", commit.callers[0].stage, true));
  });
}

TEST(AnAttempt, NeedsConsentAndNoOptOut) {
  EXPECT_EQ(dialled_to([](CallerRow&) {}), "");
  EXPECT_EQ(dialled_to([](CallerRow& row) { row.voice = false; }), "INV-09");
  EXPECT_EQ(dialled_to([](CallerRow& row) { row.text = false; }), "");
  EXPECT_EQ(dialled_to([](CallerRow& row) { row.opted_out = true; }), "INV-08");
  EXPECT_EQ(dialled_to([](CallerRow& row) { row.stage = "closed"; }), "INV-08");
}

TEST(AnAttempt, StaysInTheCountriesOfTheLine) {
  EXPECT_EQ(dialled_to([](CallerRow& row) { row.country = "FR"; }), "INV-10");
  EXPECT_EQ(dialled_to([](CallerRow& row) { row.country.clear(); }), "INV-10");
}

TEST(AnAttempt, DialsItsCallerOnly) {
  EXPECT_EQ(dialled_with([](Commit& commit) { commit.calls[0].number = "+41780000009"; }),
            "INV-09");
  EXPECT_EQ(dialled_with([](Commit& commit) {
              commit.calls[0].caller = "clr_2";
              commit.calls[0].told->user_id = "clr_2";
            }),
            "INV-09");
}

TEST(AnAttempt, IsTheLegOfAnOutreach) {
  EXPECT_EQ(dialled_with([](Commit& commit) {
              commit.outreaches.clear();
              commit.journal.erase(commit.journal.begin());
            }),
            "INV-17");
  EXPECT_EQ(dialled_with([](Commit& commit) { commit.calls[0].outreach = "out_9"; }), "INV-17");
}

// The first call as the store knows it when the second is committed.
std::string second_while(const std::function<void(CallRow&)>& edit, Millis later = 5min) {
  Story story;
  story.plans("out_1", "check-in").dials("call_1", "out_1");
  Commit commit = story.blank("poll");
  commit.calls.push_back(story.call.at("call_1"));
  edit(commit.calls[0]);
  story.tell(commit);
  story.becomes("out_1", "cancelled", [](Commit& cancel) {
    cancel.outreaches[0].cancelled_by = "api";
    cancel.outreaches[0].error = "by request";
  });
  story.pass(later).plans("out_2", "check-in").dials("call_2", "out_2");
  return story.broken();
}

TEST(ASecondAttempt, WaitsForTheFirstOnTheSameNumber) {
  EXPECT_EQ(second_while([](CallRow&) {}), "INV-01");
  EXPECT_EQ(second_while([](CallRow& row) { row.ended_at = row.started_at; }), "");
  EXPECT_EQ(second_while([](CallRow& row) { row.verdict = "unresolved"; }), "");
}

TEST(ASecondAttempt, MayComeOnceTheFirstHasLapsed) {
  EXPECT_EQ(second_while([](CallRow&) {}, 32min - 1ms), "INV-01");
  EXPECT_EQ(second_while([](CallRow&) {}, 32min), "");
}

TEST(ASecondAttempt, WaitsUntilAnUnclearOneIsResolvedHoweverLong) {
  const auto unclear = [](CallRow& row) { row.unclear_at = row.started_at + 30s; };
  EXPECT_EQ(second_while(unclear), "INV-19");
  EXPECT_EQ(second_while(unclear, 3h), "INV-19");
}

TEST(ASecondAttempt, WaitsForTheLegOfTheSameCallerOnAnotherNumber) {
  Story story;
  story.plans("out_1", "check-in").dials("call_1", "out_1");
  Commit commit = story.blank("api plan");
  OutreachRow other = story.outreach.at("out_1");
  other.id = "out_2";
  other.state = "waiting";
  other.leg.reset();
  commit.outreaches = {other};
  commit.journal = {about_outreach("outreach.waiting", "out_2", "")};
  story.tell(commit).dials("call_2", "out_2", [](Commit& dial) {
    Story fresh;
    dial.callers = {fresh.caller.at("clr_1")};
    dial.callers[0].number = dial.calls[0].number.emplace("+41780000002");
  });
  EXPECT_EQ(story.broken(), "INV-01 INV-08");
}

TEST(Dials, AreNoMoreThanThePlanAllows) {
  Story story;
  story.plans("out_1", "check-in")
      .tries("call_1", "out_1", 3s, LegEnd::kBusy, "busy", "waiting")
      .pass(15min)
      .dials("call_2", "out_1")
      .inbound_over("call_2", "busy")
      .becomes("out_1", "waiting")
      .pass(15min);
  EXPECT_EQ(story.broken(), "");
  story.dials("call_3", "out_1");
  EXPECT_EQ(story.broken(), "INV-04");
}

TEST(Dials, UseARetryEach) {
  Story story;
  story.plans("out_1", "onboarding")
      .tries("call_1", "out_1", 3s, LegEnd::kBusy, "busy", "waiting")
      .becomes("out_1", "waiting", [](Commit& commit) { commit.outreaches[0].retries = 0; });
  story.pass(15min).dials("call_2", "out_1");
  EXPECT_EQ(story.broken(), "INV-04");
}

TEST(Dials, ThatThePlatformDidNotTakeDoNotCount) {
  Story story;
  story.plans("out_1", "check-in");
  for (const char* call : {"call_1", "call_2", "call_3"}) {
    story.dials(call, "out_1").posts(call).pass(1s);
    story.judged(call, "refused", "waiting", [&](Commit& commit) {
      commit.outreaches[0].retries = 0;
      commit.outreaches[0].due = story.now;
    });
  }
  EXPECT_EQ(story.broken(), "");
}

TEST(Dials, ThatTheCallersOwnCallMadePointlessDoNotCount) {
  for (const bool stood_back : {true, false}) {
    Story story;
    story.plans("out_1", "check-in").dials("call_1", "out_1").posts("call_1").rings("call_1");
    story.phones("call_in").arrives("call_in").pass(25s).hangs_up("call_1", LegEnd::kNoAnswer);
    story.judged("call_1", "no-answer", stood_back ? "held" : "texting", [&](Commit& commit) {
      if (stood_back) commit.outreaches[0].held_by = "call_in";
    });
    story.pass(30s).hangs_up("call_in", LegEnd::kPerson);
    story.inbound_over("call_in", "answered").becomes("out_1", "waiting", [](Commit& commit) {
      commit.outreaches[0].held_by.reset();
    });
    story.pass(5s).dials("call_2", "out_1");
    EXPECT_EQ(story.broken(), stood_back ? "" : "INV-04");
  }
}

// Attempts of as many outreaches, each over at once, `apart` from each other.
std::string many_dials(int count, Millis apart, const char* verdict = "busy") {
  Story story;
  for (int i = 0; i < count; ++i) {
    const std::string n = std::to_string(i);
    story.plans("out_" + n, "check-in").dials("call_" + n, "out_" + n);
    story.judged("call_" + n, verdict, "cancelled", [](Commit& commit) {
      commit.outreaches[0].cancelled_by = "api";
      commit.outreaches[0].error = "by request";
    });
    story.pass(apart);
  }
  return story.broken();
}

TEST(Budgets, LimitTheDialsToANumberInAnHour) {
  EXPECT_EQ(many_dials(6, 2s), "");
  EXPECT_EQ(many_dials(7, 2s), "INV-10");
  EXPECT_EQ(many_dials(7, 10min), "");
  EXPECT_EQ(many_dials(7, 10min - 1s), "INV-10");
}

TEST(Budgets, LimitTheDialsToANumberInADay) {
  EXPECT_EQ(many_dials(8, 30min), "");
  EXPECT_EQ(many_dials(9, 30min), "INV-10");
}

TEST(Budgets, LimitTheDialsASecond) {
  EXPECT_EQ(many_dials(3, 500ms), "");
  EXPECT_EQ(many_dials(3, 499ms), "INV-10");
}

TEST(Budgets, DoNotCountWhatThePlatformDidNotTake) {
  EXPECT_EQ(many_dials(9, 2s, "refused"), "");
}

// `live` calls with others when one more is dialled.
std::string one_more(int live, const char* plan, bool lapsed = false) {
  Story story;
  for (int i = 0; i < live; ++i) {
    const std::string n = std::to_string(i);
    story.arrives("call_in" + n, [&](Commit& commit) {
      commit.calls[0].number.reset();
      commit.calls[0].caller.reset();
      commit.calls[0].stage.reset();
      commit.calls[0].scene = "stranger";
      commit.calls[0].told->prompt = story.told("nikita", "stranger", "").prompt;
    });
  }
  if (lapsed) story.pass(3min);
  story.plans("out_1", plan).dials("call_1", "out_1");
  return story.broken();
}

TEST(Slots, LimitTheCallsAtOnce) {
  EXPECT_EQ(one_more(2, "check-in"), "");
  EXPECT_EQ(one_more(3, "check-in"), "INV-10");
  EXPECT_EQ(one_more(3, "check-in", true), "");
}

TEST(Slots, AreKeptForWhatWasPromised) {
  EXPECT_EQ(one_more(1, "onboarding"), "");
  EXPECT_EQ(one_more(2, "onboarding"), "INV-10");
  EXPECT_EQ(one_more(2, "handoff"), "");
}

}  // namespace
}  // namespace pl::audit
