// A call that was not as it was asked for, as operators see it, and the check of the agent.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "../../tests/support/front_stage.h"

namespace pl::http {
namespace {

using namespace pl::testing;
using Json = nlohmann::json;

core::AgentSwitches everything_on() {
  core::AgentSwitches switches{.overrides = core::overrides_needed(sample_line()),
                               .asks_webhook = true};
  return switches;
}

// Anna phones, and hears something else than she should; she is to be called later.
struct Drifted : FrontStage {
  Drifted() {
    world.voice.switches = everything_on();
    const auto answer = json_of(initiation(
        R"({"agent_id":"agent_nikita","caller_id":"+41780000001","called_number":"+41780000000",)"
        R"("call_sid":"CA1","conversation_id":"conv_1"})"));
    call = answer["dynamic_variables"]["partyline_call"];
    event = R"({"type":"post_call_transcription","event_timestamp":1,"data":{)"
            R"("conversation_id":"conv_1","status":"done","transcript":[{"role":"agent",)"
            R"("message":"Hello, how can I help you?"}]}})";
    EXPECT_EQ(signed_event(event).status, 200);
    const auto made = api("POST", "/v1/callers/" + sample_caller().id.text() + "/outreaches",
                          R"({"plan":"check-in"})");
    EXPECT_EQ(made.status, 202) << made.body;
    outreach = json_of(made)["id"];
    world.clock.time += std::chrono::seconds(20);
    pump();
  }
  std::vector<std::string> open_reasons() {
    std::vector<std::string> reasons;
    const Json answer = json_of(api("GET", "/v1/attention"));
    for (const Json& item : answer["items"]) {
      reasons.push_back(item["reason"]);
    }
    return reasons;
  }
  Json waits_for() { return json_of(api("GET", "/v1/outreaches/" + outreach))["waits_for"]; }
  Json check() { return json_of(api("POST", "/v1/platform/check"))["items"][0]; }

  std::string call;
  std::string outreach;
  std::string event;
};

TEST(ADriftedCall, SaysSoAndHoldsWhoWaitsWithTheReason) {
  Drifted stage;
  EXPECT_EQ(json_of(stage.api("GET", "/v1/calls/" + stage.call))["drift"],
            Json::array({"first_turn"}));
  EXPECT_EQ(stage.open_reasons(), std::vector<std::string>{"persona-drift"});
  EXPECT_EQ(stage.world.voice.dials, 0);
  EXPECT_EQ(stage.waits_for(),
            "the line's dialer is paused: a call was not as it was asked for: first_turn");
}

TEST(ADriftedCall, IsNoNewsTheSecondTime) {
  Drifted stage;
  const auto item = json_of(stage.api("GET", "/v1/attention"))["items"][0];
  EXPECT_EQ(item["what"].get<std::string>().find("how can I help"), std::string::npos);
  stage.api("POST", "/v1/attention/" + item["id"].get<std::string>() + "/resolve");
  EXPECT_EQ(stage.signed_event(stage.event + " ").status, 200);
  EXPECT_TRUE(stage.open_reasons().empty());
  stage.pump();
  EXPECT_EQ(stage.world.voice.dials, 1);
}

TEST(ADriftedCall, DoesNotKeepWhoPhonesFromTheirOverride) {
  Drifted stage;
  const auto answer = stage.initiation(
      R"({"agent_id":"agent_nikita","caller_id":"+41780000001","called_number":"+41780000000",)"
      R"("call_sid":"CA2"})");
  EXPECT_EQ(json_of(answer)["conversation_config_override"]["agent"]["first_message"],
            "Hi Anna, my friend wants to talk with you first.");
}

TEST(AgentCheck, NamesWhatIsOffAndResumesWhenNothingIs) {
  Drifted stage;
  stage.world.voice.switches->overrides.erase(core::Aspect::kFirstMessage);
  Json check = stage.check();
  EXPECT_EQ(check["ready"], false);
  EXPECT_EQ(check["off"], Json::array({"first_message"}));
  EXPECT_NE(check["todo"].get<std::string>().find("Security"), std::string::npos);
  EXPECT_EQ(stage.open_reasons(), (std::vector<std::string>{"overrides-off", "persona-drift"}));
  stage.pump();
  EXPECT_EQ(stage.world.voice.dials, 0);

  stage.world.voice.switches = everything_on();
  check = stage.check();
  EXPECT_EQ(check["ready"], true);
  EXPECT_TRUE(stage.open_reasons().empty());
  EXPECT_TRUE(stage.waits_for().is_null());
  stage.pump();
  EXPECT_EQ(stage.world.voice.dials, 1);
}

TEST(AgentCheck, OfTheServerItselfResumesNothing) {
  Drifted stage;
  bool checked = false;
  stage.world.engine.check_agents(engine::AskedBy::kServer,
                                  [&](const auto& checks) { checked = checks.has_value(); });
  EXPECT_TRUE(checked);
  stage.pump();
  EXPECT_EQ(stage.world.voice.dials, 0);
}

TEST(AgentCheck, ChangesNothingWhereThePlatformCannotBeAsked) {
  Drifted stage;
  stage.world.voice.switches = fail(Code::kNotFound, "there is no such agent");
  const Json check = stage.check();
  EXPECT_EQ(check["ready"], false);
  EXPECT_EQ(check["error"], "there is no such agent");
  EXPECT_EQ(stage.open_reasons(), (std::vector<std::string>{"platform-refused", "persona-drift"}));
  stage.pump();
  EXPECT_EQ(stage.world.voice.dials, 0);
}

TEST(AgentCheck, BringsARefusalToAPersonUntilThePlatformTells) {
  FrontStage stage;
  const auto check = [&stage](Result<core::AgentSwitches> switches) {
    stage.world.voice.switches = std::move(switches);
    stage.world.engine.check_agents(engine::AskedBy::kServer, [](const auto&) {});
    return json_of(stage.api("GET", "/v1/attention"))["items"];
  };
  EXPECT_TRUE(check(fail(Code::kUnavailable, "ElevenLabs gave no answer")).empty())
      << "it will, without anybody's help";
  const auto items = check(fail(Code::kUnauthorized, "ElevenLabs answered 401"));
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(items[0]["reason"], "platform-refused");
  EXPECT_EQ(items[0]["what"],
            "the platform does not tell us about the line's agent: ElevenLabs answered 401");
  EXPECT_EQ(check(fail(Code::kUnavailable, "ElevenLabs gave no answer")).size(), 1u);
  EXPECT_TRUE(check(everything_on()).empty());
}

TEST(AForbiddenPhrase, IsLookedAtByAPersonWhateverTheAgentAllows) {
  FrontStage stage;
  stage.world.voice.switches = everything_on();
  stage.initiation(
      R"({"agent_id":"agent_nikita","caller_id":"+41780000001","called_number":"+41780000000",)"
      R"("call_sid":"CA1","conversation_id":"conv_1"})");
  stage.signed_event(
      R"({"type":"post_call_transcription","event_timestamp":1,"data":{"conversation_id":"conv_1",)"
      R"("status":"done","transcript":[)"
      R"({"role":"agent","message":"Hi Anna, my friend wants to talk with you first."},)"
      R"({"role":"agent","message":"I mean META NIKITA, who told me your secret."}]}})");
  const auto items = json_of(stage.api("GET", "/v1/attention"))["items"];
  ASSERT_EQ(items.size(), 1u);
  EXPECT_NE(items[0]["what"].get<std::string>().find("\"Meta-Nikita\""), std::string::npos);
  EXPECT_EQ(items[0]["what"].get<std::string>().find("secret"), std::string::npos);
  EXPECT_EQ(json_of(stage.api("POST", "/v1/platform/check"))["items"][0]["ready"], true);
  EXPECT_EQ(json_of(stage.api("GET", "/v1/attention"))["items"].size(), 1u);
}

TEST(Metrics, CountDriftedCallsByLine) {
  FrontStage stage;
  EXPECT_NE(
      stage.api("GET", "/metrics").body.find("partyline_drifted_calls_total{line=\"nikita\"} 0"),
      std::string::npos);
  stage.metrics.drifted({"nikita"});
  EXPECT_NE(
      stage.api("GET", "/metrics").body.find("partyline_drifted_calls_total{line=\"nikita\"} 1"),
      std::string::npos);
}

}  // namespace
}  // namespace pl::http
