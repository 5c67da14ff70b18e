#include <gtest/gtest.h>

#include "audit/story_test.h"

namespace pl::audit {
namespace {

using namespace std::chrono_literals;

std::string texted_to(const std::function<void(CallerRow&)>& edit) {
  Story story;
  story.changes("clr_1", edit);
  story.plans("out_1", "check-in").becomes("out_1", "texting").texts("txt_1", "out_1");
  return story.broken();
}

TEST(AText, NeedsConsentAndNoOptOut) {
  EXPECT_EQ(texted_to([](CallerRow&) {}), "");
  EXPECT_EQ(texted_to([](CallerRow& row) { row.voice = false; }), "");
  EXPECT_EQ(texted_to([](CallerRow& row) { row.text = false; }), "INV-09");
  EXPECT_EQ(texted_to([](CallerRow& row) { row.opted_out = true; }), "INV-08");
}

TEST(AText, IsRecordedBeforeItIsSent) {
  Story story;
  story.plans("out_1", "check-in").becomes("out_1", "texting").text_arrives("out_1");
  EXPECT_EQ(story.broken(), "INV-16");
  Story other;
  other.plans("out_1", "check-in").becomes("out_1", "texting");
  other.texts("txt_1", "out_1", [](Commit& commit) { commit.texts[0].state = "sent"; });
  EXPECT_EQ(other.broken(), "INV-16");
}

TEST(AText, BelongsToAnOutreachThatTexts) {
  Story story;
  story.plans("out_1", "check-in").texts("txt_1", "out_1");
  EXPECT_EQ(story.broken(), "INV-25");
}

TEST(AText, ArrivesOnce) {
  Story story;
  story.plans("out_1", "check-in").becomes("out_1", "texting").texts("txt_1", "out_1");
  story.text_arrives("out_1");
  EXPECT_EQ(story.broken(), "");
  story.text_arrives("out_1");
  EXPECT_EQ(story.broken(), "INV-25");
}

TEST(AText, KeepsItsFate) {
  Story story;
  story.plans("out_1", "check-in").becomes("out_1", "texting").texts("txt_1", "out_1");
  story.text_becomes("txt_1", "refused", "texting");
  EXPECT_EQ(story.broken(), "");
  story.text_becomes("txt_1", "sent", "texting");
  EXPECT_EQ(story.broken(), "INV-24");
}

// A second text after a first that came to this.
std::string second_after(const char* state) {
  Story story;
  story.plans("out_1", "check-in").becomes("out_1", "texting").texts("txt_1", "out_1");
  if (std::string(state) == "removed") {
    Commit commit = story.blank("channel");
    commit.removed_texts = {"txt_1"};
    story.tell(commit);
  } else {
    story.text_becomes("txt_1", state, "texting");
  }
  story.texts("txt_2", "out_1");
  return story.broken();
}

TEST(ASecondText, FollowsOnlyWhatWasNotDelivered) {
  EXPECT_EQ(second_after("refused"), "");
  EXPECT_EQ(second_after("removed"), "");
  EXPECT_EQ(second_after("sent"), "INV-25");
  EXPECT_EQ(second_after("unconfirmed"), "INV-25");
  EXPECT_EQ(second_after("sending"), "INV-25");
}

// A text for an outreach whose call ended so in truth, and was judged so.
std::string texted_after(const char* plan, LegEnd end, const char* verdict, Excuses excuses = {}) {
  Story story(excuses);
  story.plans("out_1", plan).dials("call_1", "out_1").posts("call_1");
  story.rings("call_1").pass(1min).hangs_up("call_1", end).pass(5min);
  story.judged("call_1", verdict, "texting",
               [&](Commit& commit) { commit.calls[0].first_negative_at = story.now - 30s; });
  story.texts("txt_1", "out_1");
  return story.broken();
}

TEST(AText, DoesNotFollowAConversation) {
  EXPECT_EQ(texted_after("check-in", LegEnd::kBusy, "busy"), "");
  EXPECT_EQ(texted_after("check-in", LegEnd::kSilent, "brief"), "");
  EXPECT_EQ(texted_after("check-in", LegEnd::kPerson, "answered"), "INV-25");
  EXPECT_EQ(texted_after("check-in", LegEnd::kPerson, "failed"), "INV-25");
}

TEST(AText, MayFollowAConversationThatDidNotDoOrThatNobodyCouldKnowOf) {
  EXPECT_EQ(texted_after("onboarding", LegEnd::kPerson, "answered"), "");
  EXPECT_EQ(texted_after("check-in", LegEnd::kPerson, "unresolved"), "");
  EXPECT_EQ(texted_after("check-in", LegEnd::kPerson, "not-placed", {.beyond_bounds = true}), "");
}

TEST(ADial, DoesNotFollowAText) {
  for (const bool removed : {false, true}) {
    Story story;
    story.plans("out_1", "check-in").becomes("out_1", "texting").texts("txt_1", "out_1");
    if (removed) {
      Commit commit = story.blank("channel");
      commit.removed_texts = {"txt_1"};
      story.tell(commit);
    }
    story.becomes("out_1", "waiting").dials("call_1", "out_1");
    EXPECT_EQ(story.broken(), removed ? "" : "INV-25");
  }
}

}  // namespace
}  // namespace pl::audit
