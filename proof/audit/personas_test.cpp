#include <gtest/gtest.h>

#include "audit/story_test.h"

namespace pl::audit {
namespace {

using namespace std::chrono_literals;

std::string told(const std::function<void(Initiation&)>& edit) {
  Story story;
  story.plans("out_1", "check-in");
  story.dials("call_1", "out_1", [&](Commit& commit) { edit(*commit.calls[0].told); });
  return story.broken();
}

TEST(WhatACallIsTold, IsComplete) {
  EXPECT_EQ(told([](Initiation&) {}), "");
  EXPECT_EQ(told([](Initiation& told) { told.prompt.clear(); }), "INV-12");
  EXPECT_EQ(told([](Initiation& told) { told.first_message.clear(); }), "INV-12");
  EXPECT_EQ(told([](Initiation& told) { told.language.clear(); }), "INV-12");
  EXPECT_EQ(told([](Initiation& told) { told.voice_id.clear(); }), "INV-12");
  EXPECT_EQ(told([](Initiation& told) { told.voice_settings = 0b01; }), "INV-12");
  EXPECT_EQ(told([](Initiation& told) { told.voice_settings = 0b111; }), "");
  EXPECT_EQ(told([](Initiation& told) { told.tools = 1; }), "INV-12");
  EXPECT_EQ(told([](Initiation& told) { told.call = "call_2"; }), "INV-12");
  EXPECT_EQ(told([](Initiation& told) { told.user_id.reset(); }), "INV-12");
}

TEST(WhatACallIsTold, IsOfOnePersonaOnly) {
  EXPECT_EQ(told([](Initiation& told) { told.voice_id = "voice-meta"; }), "INV-12");
  EXPECT_EQ(told([](Initiation& told) { told.language = "de"; }), "INV-12");
  EXPECT_EQ(told([](Initiation& told) { told.prompt = "You are Meta.\n"; }), "INV-12");
  EXPECT_EQ(told([](Initiation& told) { told.prompt += "You are Meta.\n"; }), "INV-12");
  EXPECT_EQ(told([](Initiation& told) { told.prompt += "Meta is your friend.\n"; }), "");
}

TEST(WhatACallIsTold, HasEveryVariableFilledIn) {
  EXPECT_EQ(told([](Initiation& told) { told.prompt += "{{name}}"; }), "INV-13");
  EXPECT_EQ(told([](Initiation& told) { told.first_message = "Hello name}}"; }), "INV-13");
  EXPECT_EQ(told([](Initiation& told) { told.prompt += "{name}"; }), "");
}

std::string answered(const std::function<void(PreCallAnswered&)>& edit) {
  Story story;
  story.phones("call_in").arrives("call_in").answers("CA1", "call_in", edit);
  return story.broken();
}

TEST(AnInboundCall, IsAnsweredInTime) {
  EXPECT_EQ(answered([](PreCallAnswered& answer) { answer.took = 300ms; }), "");
  EXPECT_EQ(answered([](PreCallAnswered& answer) { answer.took = 301ms; }), "INV-23");
  EXPECT_EQ(answered([](PreCallAnswered& answer) { answer.status = 503; }), "INV-23");
  EXPECT_EQ(answered([](PreCallAnswered& answer) { answer.told.reset(); }), "INV-23");
}

TEST(AnInboundCall, IsToldWhatIsRecorded) {
  EXPECT_EQ(answered([](PreCallAnswered& answer) { answer.told->first_message = "Hi."; }),
            "INV-12");
}

TEST(AnInboundCall, IsToldTheSameTwice) {
  const auto again = [](const char* sha) {
    Story story;
    story.phones("call_in").arrives("call_in").answers("CA1", "call_in");
    story.answers("CA2", "call_in", [](PreCallAnswered& answer) { answer.bytes_sha = "other"; });
    story.answers("CA1", "call_in", [&](PreCallAnswered& answer) { answer.bytes_sha = sha; });
    return story.broken();
  };
  EXPECT_EQ(again("sha of call_in"), "");
  EXPECT_EQ(again("other"), "INV-23");
}

// The timer answers for a call, which is recorded afterwards.
std::string recorded_late(const std::function<void(Initiation&)>& edit) {
  Story story;
  story.phones("call_in").answers("CA1", "call_in").arrives("call_in", [&](Commit& commit) {
    commit.calls[0].scene = "stranger";
    commit.calls[0].safe_scene = true;
    commit.calls[0].told = story.told("nikita", "stranger", "call_in");
    edit(*commit.calls[0].told);
  });
  return story.broken();
}

TEST(AnAnswerOfTheTimer, IsRecordedAsItWasGiven) {
  EXPECT_EQ(recorded_late([](Initiation&) {}), "");
  EXPECT_EQ(recorded_late([](Initiation& told) { told.first_message = "Hi."; }), "INV-12");
}

TEST(AnAnswerOfTheTimer, IsAsCompleteAsAnyOther) {
  Story story;
  story.answers("CA1", "call_in", [](PreCallAnswered& answer) { answer.told->language = "de"; });
  EXPECT_EQ(story.broken(), "INV-12");
}

TEST(AnAnswerOfTheTimer, MayBeForgottenInACrash) {
  Story story;
  story.answers("CA1", "call_a");
  story.auditor.reopened(story.callers(), story.outreaches(), story.calls());
  story.answers("CA1", "call_b");
  EXPECT_EQ(story.broken(), "");
}

TEST(AnAnswerOfTheTimer, WasNotForgottenIfItIsRecordedAfterAll) {
  for (const char* recorded : {"call_b", "call_a"}) {
    Story story;
    story.answers("CA1", "call_a").answers("CA1", "call_b");
    EXPECT_EQ(story.broken(), "");
    story.arrives(recorded, [&](Commit& commit) {
      commit.calls[0].scene = "stranger";
      commit.calls[0].safe_scene = true;
      commit.calls[0].told = story.told("nikita", "stranger", recorded);
    });
    EXPECT_EQ(story.broken(), std::string(recorded) == "call_a" ? "INV-23" : "");
  }
}

}  // namespace
}  // namespace pl::audit
