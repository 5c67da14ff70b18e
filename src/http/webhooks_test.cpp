// What the platform's requests are answered with when they, or we, are not as they should be.
#include <gtest/gtest.h>

#include "../../tests/support/front_stage.h"
#include "../../tests/support/initiation_check.h"
#include "../../tests/support/sample_call.h"
#include "../../tests/support/sample_outreach.h"

namespace pl::http {
namespace {

using namespace pl::testing;

const std::string kCallIn =
    R"({"agent_id":"agent_nikita","caller_id":"+41780000001","called_number":"+41780000000",)"
    R"("call_sid":"CA1"})";

TEST(Initiation, WhoeverHasTheSecretIsNeverHungUpOn) {
  const std::vector<std::string> bodies{
      "",
      "{",
      "null",
      "[]",
      "\"text\"",
      "{}",
      "{\"agent_id\":1}",
      R"({"agent_id":"agent_nikita"})",
      R"({"agent_id":"agent_x","called_number":"+1","caller_id":"anonymous"})",
      R"({"agent_id":"agent_nikita","called_number":"+41780000000","caller_id":null})",
      R"({"agent_id":"agent_nikita","called_number":"+41780000000","caller_id":{}})",
      R"({"agent_id":"agent_nikita","agent_id":"agent_nikita","called_number":"+41780000000"})",
      "{\"agent_id\":\"\xff\xfe\"}",
      std::string(300, '['),
      std::string("\0\0\0", 3)};
  for (const std::string& body : bodies) {
    SCOPED_TRACE(body);
    FrontStage stage;
    const auto answer = stage.initiation(body);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.content_type, "application/json");
    EXPECT_EQ(lacks(answer.body), "");
    EXPECT_EQ(first_message(answer.body).find("Anna"), std::string::npos);
  }
}

TEST(Initiation, AKnownCallerMeetsTheRoutedScene) {
  FrontStage stage;
  const auto answer = stage.initiation(kCallIn);
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(lacks(answer.body), "");
  EXPECT_EQ(first_message(answer.body), "Hi Anna, my friend wants to talk with you first.");
}

TEST(Initiation, AStoreThatFailsGivesTheSafeScene) {
  for (const bool full : {true, false}) {
    SCOPED_TRACE(full ? "no room in the queue" : "no commit");
    FrontStage stage;
    stage.world.store.full = full;
    stage.world.store.broken = !full;
    const auto answer = stage.initiation(kCallIn);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(lacks(answer.body), "");
    EXPECT_EQ(first_message(answer.body), "Hello! I do not know you yet.");
  }
}

TEST(PostCall, AStoreThatFailsAsksForAnotherDelivery) {
  FrontStage stage;
  const std::string body = R"({"type":"something_new"})";
  stage.world.store.broken = true;
  EXPECT_EQ(stage.signed_event(body).status, 503);
  stage.world.store.broken = false;
  stage.world.store.full = true;
  EXPECT_EQ(stage.signed_event(body).status, 503);
  stage.world.store.full = false;
  EXPECT_EQ(stage.signed_event(body).status, 200);
  EXPECT_EQ(stage.signed_event(body).status, 200) << "a duplicate";
  EXPECT_EQ(stage.world.store.tables.inbox.size(), 1u);
}

TEST(PostCall, WhatIsUnknownIsStoredAndTolerated) {
  for (const char* body :
       {R"({"type":"post_call_audio","event_timestamp":1,"data":{"full_audio":"AAAA"}})",
        R"({"type":"invented_tomorrow"})",
        R"({"type":"call_initiation_failure","event_timestamp":1770894000,"new":[1,{"x":2}],)"
        R"("data":{"conversation_id":"conv_9","failure_reason":"eaten by a grue","x":null}})"}) {
    SCOPED_TRACE(body);
    FrontStage stage;
    EXPECT_EQ(stage.signed_event(body).status, 200);
    EXPECT_EQ(stage.world.store.tables.inbox.size(), 1u);
    EXPECT_TRUE(stage.world.store.tables.journal.empty());
  }
}

TEST(PostCall, ASignedBodyThatCannotBeReadIs400AndChangesNothing) {
  for (const char* body :
       {"", "{", "[]", R"({"type":7})", R"({"type":"post_call_transcription"})",
        R"({"type":"post_call_transcription","event_timestamp":1770894000,"data":[]})",
        R"({"type":"call_initiation_failure","event_timestamp":1770894000,"data":{}})"}) {
    SCOPED_TRACE(body);
    FrontStage stage;
    EXPECT_EQ(stage.signed_event(body).status, 400);
    EXPECT_EQ(stage.world.store.submitted, 0);
  }
}

TEST(PostCall, AnOldSignatureIsAHintAndNoFact) {
  FrontStage stage;
  core::Call call = sample_ringing();
  call.poll_at.reset();
  stage.world.store.put(sample_outreach("handoff"));
  stage.world.store.put(call);
  const std::string body = R"({"type":"call_initiation_failure","event_timestamp":1770894000,)"
                           R"("data":{"conversation_id":"conv_1","failure_reason":"busy"}})";
  const auto deliver = [&](std::chrono::seconds age) {
    const auto signature = wire::sign(body, kEventsSecret, stage.world.clock.time - age);
    return stage.serve("POST", "/elevenlabs/events", {{"ElevenLabs-Signature", signature}}, body)
        .status;
  };
  EXPECT_EQ(deliver(std::chrono::seconds(301)), 200);
  const core::Call& kept = *stage.world.store.tables.calls_by_id.front()->row;
  EXPECT_FALSE(kept.ended_at) << "a replay proves nothing";
  EXPECT_EQ(kept.poll_at, stage.world.clock.time) << "but it is worth asking";
}

TEST(Tool, BrokenArgumentsAreAnsweredWithASentence) {
  for (const std::string& body :
       {std::string(), std::string("{"), std::string("[]"), std::string("null"),
        std::string(R"({"partyline_call":"nonsense"})"),
        std::string(R"({"partyline_call":{"a":1}})"), std::string(R"({"a":{"b":1}})"),
        std::string("\xff"), "{\"field\":\"" + std::string(20'000, 'x') + "\"}"}) {
    SCOPED_TRACE(body.substr(0, 60));
    FrontStage stage;
    const auto answer = stage.tool("collect_profile", body);
    EXPECT_EQ(answer.status, 200);
    const auto said = json_of(answer);
    EXPECT_EQ(said.value("saved", true), false);
    EXPECT_FALSE(said.value("say", std::string()).empty());
    EXPECT_TRUE(stage.world.store.tables.journal.empty());
  }
}

TEST(Tool, AToolAConversationOrACallThatNobodyKnowsSavesNothing) {
  const std::string other = sample_id<core::CallId>(99).text();
  for (const auto& [tool, body] : std::vector<std::pair<std::string, std::string>>{
           {"collect_profile", R"({"conversation_id":"conv_x","field":"occupation","value":"a"})"},
           {"collect_profile",
            R"({"partyline_call":")" + other + R"(","field":"occupation","value":"a"})"},
           {"collect_profile", R"({"field":"occupation","value":"a"})"},
           {"", "{}"},
           {"drop_tables", "{}"},
           {"../../v1/lines", "{}"}}) {
    SCOPED_TRACE(tool + " " + body);
    FrontStage stage;
    const auto answer = stage.tool(tool, body);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(json_of(answer).value("saved", true), false);
    EXPECT_TRUE(stage.world.store.tables.callers_by_id.front()->row->profile.empty());
    EXPECT_TRUE(stage.world.store.tables.journal.empty());
  }
}

TEST(Tool, OurOwnTroubleIsASentenceToo) {
  for (const bool full : {true, false}) {
    FrontStage stage;
    stage.world.store.full = full;
    stage.world.store.broken = !full;
    const auto answer = stage.tool(
        "collect_profile", R"({"conversation_id":"conv_1","field":"occupation","value":"baker"})");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(json_of(answer).value("saved", true), false);
    EXPECT_FALSE(json_of(answer).value("say", std::string()).empty());
  }
}

}  // namespace
}  // namespace pl::http
