#include <gtest/gtest.h>

#include "audit/story_test.h"

namespace pl::audit {
namespace {

TEST(Stages, MoveForwardInCalls) {
  Story story;
  story.moves("clr_1", "onboarding");
  EXPECT_EQ(story.broken(), "");
  story.moves("clr_1", "new");
  EXPECT_EQ(story.broken(), "INV-21");
}

TEST(Stages, AreNotSkippedInCalls) {
  Story story;
  story.moves("clr_1", "onboarded");
  EXPECT_EQ(story.broken(), "INV-21 INV-02");  // and nobody will call them back
}

TEST(Stages, AreAnOperatorsToSkipAndToClose) {
  Story story;
  story.moves("clr_1", "skipped", true).moves("clr_1", "closed", true).moves("clr_1", "new", true);
  story.moves("clr_1", "onboarded", true);
  EXPECT_EQ(story.broken(), "");
  story.moves("clr_1", "closed");
  EXPECT_EQ(story.broken(), "INV-21");
}

TEST(Stages, OfAClosedAccountStayWithoutAnOperator) {
  Story story;
  story.moves("clr_1", "closed", true).moves("clr_1", "onboarding");
  EXPECT_EQ(story.broken(), "INV-21");
}

TEST(Stages, MayPassTwoEdgesInOneCommit) {
  Story story;
  const auto both = [&](bool journalled) {
    Commit commit = story.blank("tool");
    commit.callers.push_back(story.caller.at("clr_1"));
    commit.callers[0].stage = "onboarded";
    OutreachRow handover;
    handover.id = "out_1";
    handover.caller = "clr_1";
    handover.plan = "handoff";
    handover.state = "waiting";
    commit.outreaches.push_back(handover);
    commit.journal = {about_outreach("outreach.waiting", "out_1", "")};
    if (journalled) commit.journal.push_back(about_stage("clr_1", "new", "onboarding", false));
    commit.journal.push_back(about_stage("clr_1", "onboarding", "onboarded", false));
    return commit;
  };
  story.tell(both(true));
  EXPECT_EQ(story.broken(), "");
  Story other;
  other.tell(both(false));
  EXPECT_EQ(other.broken(), "INV-21");
}

TEST(Stages, DoNotMoveWithoutAWordInTheJournal) {
  Story story;
  story.changes("clr_1", [](CallerRow& row) { row.fields = {"occupation"}; });
  EXPECT_EQ(story.broken(), "");
  story.changes("clr_1", [](CallerRow& row) { row.stage = "onboarding"; });
  EXPECT_EQ(story.broken(), "INV-21");
}

TEST(OptOut, CancelsWhatIsOpenInTheSameCommit) {
  Story story;
  story.plans("out_1", "check-in");
  Commit commit = story.blank("api opt-out");
  commit.callers.push_back(story.caller.at("clr_1"));
  commit.callers[0].opted_out = true;
  Commit whole = commit;
  whole.outreaches.push_back(story.outreach.at("out_1"));
  whole.outreaches[0].state = "cancelled";
  whole.outreaches[0].cancelled_by = "api";
  whole.outreaches[0].error = "the caller opted out";
  whole.journal = {about_outreach("outreach.cancelled", "out_1", "waiting")};
  story.tell(whole);
  EXPECT_EQ(story.broken(), "");

  Story other;
  other.plans("out_1", "check-in").tell(commit);
  EXPECT_EQ(other.broken(), "INV-08");
}

TEST(ANewNumber, CancelsWhatIsOpen) {
  Story story;
  story.changes("clr_1", [](CallerRow& row) { row.number = "+41780000002"; });
  EXPECT_EQ(story.broken(), "");
  story.plans("out_1", "check-in");
  story.changes("clr_1", [](CallerRow& row) { row.number = "+41780000003"; });
  EXPECT_EQ(story.broken(), "INV-08");
}

}  // namespace
}  // namespace pl::audit
