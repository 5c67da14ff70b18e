#include <gtest/gtest.h>

#include "audit/story_test.h"

namespace pl::audit {
namespace {

using namespace std::chrono_literals;

void cancel(Commit& commit) {
  commit.outreaches[0].cancelled_by = "api";
  commit.outreaches[0].error = "by request";
}

TEST(AnOutreachThatHasEnded, DoesNotChange) {
  Story story;
  story.plans("out_1", "check-in").becomes("out_1", "cancelled", cancel);
  story.becomes("out_1", "cancelled");
  EXPECT_EQ(story.broken(), "");
  story.becomes("out_1", "cancelled", [](Commit& commit) { commit.outreaches[0].error = "else"; });
  EXPECT_EQ(story.broken(), "INV-24");
  Story other;
  other.plans("out_1", "check-in").becomes("out_1", "cancelled", cancel);
  other.becomes("out_1", "waiting");
  EXPECT_EQ(other.broken(), "INV-24");
}

TEST(AStep, HasAWordInTheJournal) {
  Story story;
  story.plans("out_1", "check-in").becomes("out_1", "waiting", [](Commit& commit) {
    commit.journal.clear();
    commit.outreaches[0].due += 1min;
  });
  EXPECT_EQ(story.broken(), "");
  story.becomes("out_1", "texting", [](Commit& commit) { commit.journal.clear(); });
  EXPECT_EQ(story.broken(), "INV-32");
}

TEST(AStep, HasAWordOfItsOwnOutreach) {
  Story story;
  story.plans("out_1", "check-in").becomes("out_1", "texting", [](Commit& commit) {
    commit.journal[0].outreach = "out_2";
  });
  EXPECT_EQ(story.broken(), "INV-32");
}

TEST(AnOutreach, IsNotToldOfWhatCannotHappen) {
  Story story;
  story.plans("out_1", "check-in").becomes("out_1", "waiting", [](Commit& commit) {
    commit.journal = {about_outreach("outreach.unexpected", "out_1", "")};
  });
  EXPECT_EQ(story.broken(), "INV-34");
}

TEST(ALeg, IsACallThatIsRecorded) {
  Story story;
  story.plans("out_1", "check-in").becomes("out_1", "ringing");
  EXPECT_EQ(story.broken(), "INV-17");
}

TEST(ALeg, IsTheOutreachsOwn) {
  Story story;
  story.plans("out_1", "check-in").plans("out_2", "check-in").dials("call_1", "out_1");
  EXPECT_EQ(story.broken(), "");
  story.becomes("out_2", "ringing", [](Commit& commit) { commit.outreaches[0].leg = "call_1"; });
  EXPECT_EQ(story.broken(), "INV-17");
}

TEST(WhatStandsBack, KnowsForWhichCall) {
  const auto held_by = [](const char* call) {
    Story story;
    story.plans("out_1", "check-in").arrives("call_in").becomes("out_1", "held", [&](Commit& c) {
      c.outreaches[0].held_by = call;
    });
    return story.broken();
  };
  EXPECT_EQ(held_by("call_in"), "");
  EXPECT_EQ(held_by("call_other"), "INV-17");
}

TEST(Retries, AreNoMoreThanThePlanHas) {
  const auto used = [](int retries) {
    Story story;
    story.plans("out_1", "check-in").becomes("out_1", "waiting", [&](Commit& commit) {
      commit.outreaches[0].retries = retries;
    });
    return story.broken();
  };
  EXPECT_EQ(used(1), "");
  EXPECT_EQ(used(2), "INV-04");
}

// An onboarding that is completed with these hand-overs in its commit.
std::string completed_with(const Story::Edit& edit) {
  Story story;
  story.plans("out_1", "onboarding").dials("call_1", "out_1").moves("clr_1", "onboarding");
  story.completes("call_1", "out_2", edit);
  return story.broken();
}

TEST(ACompletedOnboarding, HasOneHandOverForEachPlan) {
  EXPECT_EQ(completed_with({}), "");
  EXPECT_EQ(completed_with([](Commit& commit) {
              commit.outreaches.clear();
              commit.journal.pop_back();
            }),
            "INV-02");
  EXPECT_EQ(completed_with([](Commit& commit) {
              commit.outreaches.push_back(commit.outreaches[0]);
              commit.outreaches[1].id = "out_3";
              commit.journal.push_back(about_outreach("outreach.waiting", "out_3", ""));
            }),
            "INV-02");
}

TEST(AHandOver, IsBegunByACompletionOnly) {
  const auto begun_by = [](const char* cause, bool redo) {
    Story story;
    story.plans("out_1", "handoff", [&](Commit& commit) {
      commit.cause = cause;
      if (redo) commit.outreaches[0].redo = "out_0";
    });
    return story.broken();
  };
  EXPECT_EQ(begun_by("tool", false), "INV-02");
  EXPECT_EQ(begun_by("tool", true), "");
  EXPECT_EQ(begun_by("api plan", false), "");
  EXPECT_EQ(begun_by("/v1/callers/clr_1/outreaches", false), "");
}

TEST(AHandOver, MayBeBegunBySkipping) {
  Story story;
  story.plans("out_1", "handoff", [&](Commit& commit) {
    commit.cause = "unknown";
    commit.callers = {story.caller.at("clr_1")};
    commit.callers[0].stage = "skipped";
    commit.journal.push_back(about_stage("clr_1", "new", "skipped", true));
  });
  EXPECT_EQ(story.broken(), "");
}

}  // namespace
}  // namespace pl::audit
