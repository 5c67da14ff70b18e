// What the platform's requests are answered with when they, or we, are not as they should be.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "../../tests/support/front_stage.h"
#include "../../tests/support/initiation_check.h"
#include "../../tests/support/sample_call.h"
#include "../../tests/support/sample_outreach.h"

namespace pl::http {
namespace {

using namespace pl::testing;

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

TEST(Initiation, ALongBodyIsAnsweredToo) {
  const auto with_more = [](std::size_t bytes) {
    return kCallIn.substr(0, kCallIn.size() - 1) + R"(,"more":")" + std::string(bytes, 'x') + "\"}";
  };
  for (const auto& [bytes, said] :
       {std::pair{20u * 1024, "Hi Anna, my friend wants to talk with you first."},
        std::pair{1024u * 1024, "Hello! I do not know you yet."}}) {
    FrontStage stage;
    const auto answer = stage.initiation(with_more(bytes));
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(lacks(answer.body), "");
    EXPECT_EQ(first_message(answer.body), said);
    EXPECT_EQ(stage.initiation(with_more(bytes), "wrong").status, 401);
  }
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

TEST(PostCall, OneThatIsTooLongToBeKeptIsGenuineOrRefused) {
  FrontStage stage;
  const std::string body = R"({"type":"post_call_audio","event_timestamp":1770894000,"data":)"
                           R"({"conversation_id":"conv_1","full_audio":")" +
                           std::string(9 * 1024 * 1024, 'A') + "\"}}";
  EXPECT_EQ(stage.signed_event(body).status, 200);
  EXPECT_EQ(stage.signed_event(body, "previous-events-secret").status, 200);
  EXPECT_EQ(stage.signed_event(body, "wrong-events-secret").status, 401);
  EXPECT_EQ(stage.world.store.submitted, 0);
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

TEST(PostCall, ASignedBodyThatCannotBeReadIsNotRefusedAndChangesNothing) {
  for (const char* body : {"", "{", "[]", "7"}) {
    SCOPED_TRACE(body);
    FrontStage stage;
    EXPECT_EQ(stage.signed_event(body).status, 200);
    EXPECT_EQ(stage.world.store.submitted, 0);
  }
}

TEST(PostCall, WhatDoesNotSayOfWhichCallItIsIsStoredAndTolerated) {
  for (const char* body :
       {R"({"type":7})", R"({"type":"post_call_transcription"})",
        R"({"type":"post_call_transcription","event_timestamp":1770894000,"data":[]})",
        R"({"type":"call_initiation_failure","event_timestamp":1770894000,"data":{}})"}) {
    SCOPED_TRACE(body);
    FrontStage stage;
    EXPECT_EQ(stage.signed_event(body).status, 200);
    EXPECT_EQ(stage.world.store.tables.inbox.size(), 1u);
    EXPECT_TRUE(stage.world.store.tables.journal.empty());
  }
}

TEST(PostCall, ACharacterThatIsNoneCostsNoOutcome) {
  FrontStage stage;
  stage.world.store.put(sample_outreach("handoff"));
  stage.world.store.put(sample_ringing());
  const std::string body =
      R"({"type":"post_call_transcription","event_timestamp":1770894000.5,"data":)"
      R"({"conversation_id":"conv_1","status":"archived","metadata":{"call_duration_secs":"12"},)"
      R"("transcript":[{"role":"user","message":"Hello \ud83d","x":NaN}]}})";
  EXPECT_EQ(stage.signed_event(body).status, 200);
  const core::Call& kept = *stage.world.store.tables.calls_by_id.front()->row;
  EXPECT_TRUE(kept.verdict && core::has_person(kept));
  EXPECT_EQ(kept.duration, std::chrono::seconds(12));
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
    const auto signature = platforms::sign(body, kEventsSecret, stage.world.clock.time - age);
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

// A call in which the sample's tools are granted; caller and conversation are the n-th.
core::Call put_onboarding(FrontStage& stage, std::uint64_t n) {
  core::Caller caller = sample_caller();
  caller.id = sample_id<core::CallerId>(n);
  caller.number.number = sample_number("+4178000000" + std::to_string(n));
  caller.telegram_chat_id.reset();
  if (n > 1) stage.world.store.put(caller);
  core::Call call = sample_inbound();
  call.id = sample_id<core::CallId>(n);
  call.scene = {"onboarding"};
  call.caller = caller.id;
  call.number = caller.number.number;
  call.conversation = core::ConversationId{"conv_" + std::to_string(n)};
  return call;
}

bool saves(FrontStage& stage, const core::CallId& call, const std::string& conversation,
           const std::string& occupation) {
  const auto answer =
      stage.tool("collect_profile", R"({"partyline_call":")" + call.text() +
                                        R"(","conversation_id":")" + conversation +
                                        R"(","field":"occupation","value":")" + occupation + "\"}");
  EXPECT_EQ(answer.status, 200);
  return json_of(answer).value("saved", true);
}

std::string occupation_of(FrontStage& stage, std::uint64_t n) {
  const auto shown = stage.api("GET", "/v1/callers/" + sample_id<core::CallerId>(n).text());
  return json_of(shown)["profile"].value("occupation", "");
}

TEST(Tool, OfACallThatEndedMoreThanThreeMinutesAgoIsRefused) {
  FrontStage stage;
  core::Call call = put_onboarding(stage, 1);
  call.ended_at = stage.world.clock.time;
  stage.world.store.put(call);
  stage.world.clock.time += std::chrono::seconds(180);
  EXPECT_TRUE(saves(stage, call.id, "conv_1", "baker"));
  stage.world.clock.time += Millis(1);
  EXPECT_FALSE(saves(stage, call.id, "conv_1", "spy"));
  EXPECT_FALSE(saves(stage, call.id, "conv_1", "baker")) << "nor is it repeated";
  EXPECT_EQ(occupation_of(stage, 1), "baker");
}

TEST(Tool, OfOneCallNeverSpeaksForAnother) {
  FrontStage stage;
  const core::Call annas = put_onboarding(stage, 1);
  const core::Call beas = put_onboarding(stage, 2);
  core::Call carls = put_onboarding(stage, 3);
  carls.conversation.reset();  // it rings, and the platform has not answered yet
  for (const core::Call& call : {annas, beas, carls}) stage.world.store.put(call);
  EXPECT_FALSE(saves(stage, annas.id, "conv_2", "spy"));
  EXPECT_FALSE(saves(stage, beas.id, "conv_1", "spy"));
  EXPECT_FALSE(saves(stage, annas.id, "conv_new", "spy"));
  EXPECT_FALSE(saves(stage, carls.id, "conv_1", "spy")) << "that conversation is Anna's";
  for (std::uint64_t n = 1; n <= 3; ++n) EXPECT_EQ(occupation_of(stage, n), "");
  EXPECT_TRUE(saves(stage, carls.id, "conv_3", "baker")) << "the first name it gets is its own";
  EXPECT_FALSE(saves(stage, carls.id, "conv_new", "spy"));
  EXPECT_FALSE(saves(stage, annas.id, "conv_3", "spy"));
  EXPECT_EQ(occupation_of(stage, 3), "baker");
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
