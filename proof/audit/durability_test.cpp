#include <gtest/gtest.h>

#include "audit/story_test.h"

namespace pl::audit {
namespace {

using namespace std::chrono_literals;

struct Rows {
  std::vector<CallerRow> callers;
  std::vector<OutreachRow> outreaches;
  std::vector<CallRow> calls;
};

// A store after one busy attempt, changed by a crash.
std::string reopened_with(const std::function<void(Rows&)>& edit) {
  Story story;
  story.plans("out_1", "check-in").tries("call_1", "out_1", 3s, LegEnd::kBusy, "busy", "waiting");
  Rows rows{story.callers(), story.outreaches(), story.calls()};
  edit(rows);
  story.auditor.reopened(rows.callers, rows.outreaches, rows.calls);
  return story.broken();
}

TEST(AReopenedStore, HoldsWhatWasCommitted) {
  EXPECT_EQ(reopened_with([](Rows&) {}), "");
  EXPECT_EQ(reopened_with([](Rows& rows) { rows.callers.clear(); }), "INV-16");
  EXPECT_EQ(reopened_with([](Rows& rows) { rows.outreaches.clear(); }), "INV-16");
  EXPECT_EQ(reopened_with([](Rows& rows) { rows.calls.clear(); }), "INV-16");
}

TEST(AReopenedStore, HoldsItAsItWas) {
  EXPECT_EQ(reopened_with([](Rows& rows) { rows.callers[0].voice = false; }), "INV-16");
  EXPECT_EQ(reopened_with([](Rows& rows) { rows.outreaches[0].retries = 0; }), "INV-16");
  EXPECT_EQ(reopened_with([](Rows& rows) { rows.calls[0].ended_at.reset(); }), "INV-16");
}

TEST(AReopenedStore, HoldsNothingElse) {
  EXPECT_EQ(reopened_with([](Rows& rows) {
              rows.calls.push_back(rows.calls[0]);
              rows.calls[1].id = "call_2";
            }),
            "INV-16");
}

// The end of a leg, in doubt when the server died.
struct Doubt {
  Story story;
  Commit commit;
  Doubt() {
    story.plans("out_1", "check-in").dials("call_1", "out_1").posts("call_1").placed("call_1");
    story.rings("call_1").hangs_up("call_1", LegEnd::kBusy);
    commit = story.blank("poll");
    commit.calls.push_back(story.call.at("call_1"));
    commit.calls[0].ended_at = commit.at;
    commit.calls[0].verdict = "busy";
    commit.outreaches.push_back(story.outreach.at("out_1"));
    commit.outreaches[0].state = "waiting";
    commit.outreaches[0].leg.reset();
    commit.outreaches[0].retries = 1;
    commit.outreaches[0].due = commit.at + 15min;
    commit.journal.push_back(about_outreach("outreach.waiting", "out_1", "ringing"));
    story.auditor.in_doubt(commit);
  }
  void reopen(bool call_kept, bool outreach_kept) {
    if (call_kept) story.call["call_1"] = commit.calls[0];
    if (outreach_kept) story.outreach["out_1"] = commit.outreaches[0];
    story.auditor.reopened(story.callers(), story.outreaches(), story.calls());
  }
};

TEST(ACommitInDoubt, MayHaveBeenKept) {
  Doubt doubt;
  doubt.reopen(true, true);
  doubt.story.pass(15min).dials("call_2", "out_1");
  EXPECT_EQ(doubt.story.broken(), "");
}

TEST(ACommitInDoubt, MayHaveBeenLost) {
  Doubt doubt;
  doubt.reopen(false, false);
  doubt.story.judged("call_1", "busy", "waiting").pass(15min).dials("call_2", "out_1");
  EXPECT_EQ(doubt.story.broken(), "");
}

TEST(ACommitInDoubt, WasKeptWholeOrNotAtAll) {
  Doubt doubt;
  doubt.reopen(true, false);
  EXPECT_EQ(doubt.story.broken(), "INV-16");
}

TEST(ACommitInDoubt, IsSettledByTheNextCommitOfItsRows) {
  Doubt kept;
  kept.story.outreach["out_1"] = kept.commit.outreaches[0];
  kept.story.pass(15min).dials("call_2", "out_1");
  EXPECT_EQ(kept.story.broken(), "");
  Doubt lost;
  lost.story.pass(2s).judged("call_1", "busy", "waiting").pass(15min).dials("call_2", "out_1");
  EXPECT_EQ(lost.story.broken(), "");
}

TEST(AnAttemptInDoubt, IsKnownByWhatFollowsIt) {
  for (const bool kept : {true, false}) {
    Story story;
    story.plans("out_1", "check-in");
    Story other;  // how the same attempt is committed
    other.plans("out_1", "check-in").dials("call_1", "out_1");
    Commit commit = story.blank("pump");
    commit.calls = other.calls();
    commit.outreaches = other.outreaches();
    commit.journal = {about_call("call.dialing", "call_1"),
                      about_outreach("outreach.dialing", "out_1", "waiting")};
    story.auditor.in_doubt(commit);
    if (kept) {
      story.call = other.call;
      story.outreach = other.outreach;
      story.pass(10s).unclear("call_1");
    } else {
      story.pass(10s).dials("call_2", "out_1").posts("call_2");
    }
    EXPECT_EQ(story.broken(), "") << kept;
  }
}

}  // namespace
}  // namespace pl::audit
