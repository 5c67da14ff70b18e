#include <gtest/gtest.h>

#include "audit/story_test.h"

namespace pl::audit {
namespace {

using namespace std::chrono_literals;

std::string ends(const char* state, const Story::Edit& edit) {
  Story story;
  story.plans("out_1", "check-in").becomes("out_1", state, edit);
  return story.broken();
}

TEST(AFailedOutreach, IsShownToSomebody) {
  const auto failed = [](const char* subject, const char* error) {
    return ends("failed", [&](Commit& commit) {
      commit.outreaches[0].error = error;
      commit.attention.push_back({"att_1", "outreach-failed", subject, true});
    });
  };
  EXPECT_EQ(failed("out_1", "busy"), "");
  EXPECT_EQ(failed("out_2", "busy"), "INV-02");
  EXPECT_EQ(failed("out_1", ""), "INV-02");
}

TEST(ACancelledOutreach, SaysWhoAndWhy) {
  const auto cancelled = [](const char* who, const char* why) {
    return ends("cancelled", [&](Commit& commit) {
      commit.outreaches[0].cancelled_by = who;
      commit.outreaches[0].error = why;
    });
  };
  EXPECT_EQ(cancelled("api", "by request"), "");
  EXPECT_EQ(cancelled("", "by request"), "INV-02");
  EXPECT_EQ(cancelled("api", ""), "INV-02");
}

std::string connected_after(LegEnd end) {
  Story story;
  story.plans("out_1", "check-in").dials("call_1", "out_1").posts("call_1").placed("call_1");
  story.rings("call_1").pass(1min).hangs_up("call_1", end);
  story.inbound_over("call_1", "").judged("call_1", "answered", "connected");
  return story.broken();
}

TEST(AConnectedOutreach, WasAnsweredByThePerson) {
  EXPECT_EQ(connected_after(LegEnd::kPerson), "");
  EXPECT_EQ(connected_after(LegEnd::kSilent), "INV-02");
  EXPECT_EQ(connected_after(LegEnd::kMailbox), "INV-02");
  EXPECT_EQ(connected_after(LegEnd::kBusy), "INV-02");
  EXPECT_EQ(connected_after(LegEnd::kNoAnswer), "INV-02");
}

TEST(AConnectedOutreach, RangAtAll) {
  EXPECT_EQ(ends("connected", [](Commit& commit) { commit.outreaches[0].via = "call"; }), "INV-02");
  EXPECT_EQ(ends("connected", [](Commit&) {}), "INV-02");
}

// The caller phones in for the hand-over, and that call ends so.
std::string fulfilled(LegEnd end, const char* plan = "handoff", bool names_it = true) {
  Story story;
  story.plans("out_1", plan).phones("call_in").arrives("call_in", [&](Commit& commit) {
    if (!names_it) return;
    commit.calls[0].outreach = "out_1";
    commit.calls[0].scene = "first-call";
    commit.calls[0].told = story.told("nikita", "first-call", "call_in");
  });
  story.becomes("out_1", "held", [](Commit& c) { c.outreaches[0].held_by = "call_in"; });
  story.pass(2min).hangs_up("call_in", end).inbound_over("call_in", "answered");
  story.becomes("out_1", "connected", [](Commit& c) { c.outreaches[0].via = "inbound"; });
  return story.broken();
}

TEST(AFulfilledOutreach, WasTalkedAbout) {
  EXPECT_EQ(fulfilled(LegEnd::kPerson), "");
  EXPECT_EQ(fulfilled(LegEnd::kSilent), "INV-02");
  EXPECT_EQ(fulfilled(LegEnd::kFailed), "INV-02");
}

TEST(AFulfilledOutreach, WasNamedByTheCall) {
  EXPECT_EQ(fulfilled(LegEnd::kPerson, "check-in", false), "INV-02");
}

// A text that ends in one state, for an outreach that says another.
std::string texted(const char* state, bool confirmed, bool told = false) {
  Story story;
  story.plans("out_1", "check-in").becomes("out_1", "texting").texts("txt_1", "out_1");
  story.text_becomes("txt_1", state, "texted", [&](Commit& commit) {
    commit.outreaches[0].text_confirmed = confirmed;
    if (told) commit.attention.push_back({"att_1", "text-unconfirmed", "txt_1", true});
  });
  return story.broken();
}

TEST(ATextedOutreach, HasItsText) {
  EXPECT_EQ(texted("sent", true), "");
  EXPECT_EQ(texted("refused", true), "INV-02");
  EXPECT_EQ(texted("unconfirmed", true), "INV-02");
}

TEST(ATextedOutreach, IsShownToSomebodyIfNobodyKnowsWhetherItArrived) {
  EXPECT_EQ(texted("unconfirmed", false, true), "");
  EXPECT_EQ(texted("unconfirmed", false), "INV-02");
}

TEST(InTheEnd, EveryOutreachHasEnded) {
  Story story;
  story.plans("out_1", "check-in").rests();
  EXPECT_EQ(story.broken(), "INV-03");
}

TEST(InTheEnd, EveryCallHasEndedOrWasJudged) {
  Story story;
  story.arrives("call_1").arrives("call_2").inbound_over("call_1", "answered");
  story.inbound_over("call_2", "unresolved", [](Commit& c) { c.calls[0].ended_at.reset(); });
  story.rests();
  EXPECT_EQ(story.broken(), "");
  story.arrives("call_3").rests();
  EXPECT_EQ(story.broken(), "INV-03");
}

TEST(InTheEnd, EveryTextThatWasAcceptedHasArrived) {
  for (const bool arrives : {true, false}) {
    Story story;
    story.plans("out_1", "check-in").becomes("out_1", "texting").texts("txt_1", "out_1");
    if (arrives) story.text_arrives("out_1");
    story.text_becomes("txt_1", "sent", "texted").rests();
    EXPECT_EQ(story.broken(), arrives ? "" : "INV-02");
  }
}

}  // namespace
}  // namespace pl::audit
