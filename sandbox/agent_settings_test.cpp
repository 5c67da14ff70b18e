// What an agent may be set to, and what becomes of it. Source: the platform's OpenAPI of
// 2026-08-22.
#include "sandbox/sandbox_fixture.h"

namespace pl::sandbox {
namespace {

constexpr const char* kAgent = "/v1/convai/agents/agent_1";

class AgentSettings : public SandboxFixture {
 protected:
  static Json at(const std::string& pointer, const Json& value) {
    Json json = Json::object();
    json[Json::json_pointer(pointer)] = value;
    return json;
  }
  Json agent() { return parse_json(platform("GET", kAgent)->body); }
  Json patched(const Json& body) {
    const auto answer = platform("PATCH", kAgent, body);
    EXPECT_TRUE(answer && answer->status == 200) << (answer ? answer->body : "");
    return agent();
  }
};

struct Wrong {
  const char* pointer;
  Json value;
  const char* type;
};

TEST_F(AgentSettings, OfAnotherTypeThanTheContractsAreRefusedAndNothingIsChanged) {
  const Json before = agent();
  for (const Wrong& one : {
           Wrong{"/conversation_config/agent", "x", "model_attributes_type"},
           Wrong{"/conversation_config/agent/first_message", 7, "string_type"},
           Wrong{"/conversation_config/agent/first_message", nullptr, "string_type"},
           Wrong{"/conversation_config/agent/language", Json::array(), "string_type"},
           Wrong{"/conversation_config/agent/prompt", 1, "model_attributes_type"},
           Wrong{"/conversation_config/agent/prompt/prompt", true, "string_type"},
           Wrong{"/conversation_config/agent/prompt/llm", 4, "string_type"},
           Wrong{"/conversation_config/agent/prompt/tool_ids", "tool_done", "list_type"},
           Wrong{"/conversation_config/agent/prompt/built_in_tools", true, "model_attributes_type"},
           Wrong{"/conversation_config/agent/prompt/built_in_tools/end_call", true,
                 "model_attributes_type"},
           Wrong{"/conversation_config/agent/prompt/temperature", "warm", "float_parsing"},
           Wrong{"/conversation_config/conversation/max_duration_seconds", "long", "int_parsing"},
           Wrong{"/conversation_config/conversation/text_only", "maybe", "bool_parsing"},
           Wrong{"/conversation_config/tts/voice_id", 1, "string_type"},
           Wrong{"/conversation_config/tts/model_id", "eleven_v9", "enum"},
           Wrong{"/conversation_config/tts/stability", 1.5, "less_than_equal"},
           Wrong{"/conversation_config/tts/speed", 0.5, "greater_than_equal"},
           Wrong{"/conversation_config/turn/turn_timeout", "7 s", "float_parsing"},
           Wrong{"/platform_settings/call_limits", 4, "model_attributes_type"},
           Wrong{"/platform_settings/call_limits/agent_concurrency_limit", 1.5, "int_from_float"},
           Wrong{"/platform_settings/privacy/retention_days", "ever", "int_parsing"},
           Wrong{"/platform_settings/workspace_overrides/webhooks/events", "transcript",
                 "list_type"},
           Wrong{"/platform_settings/workspace_overrides/webhooks/post_call_webhook_id", 3,
                 "string_type"},
       }) {
    SCOPED_TRACE(one.pointer);
    const auto answer = platform("PATCH", kAgent, at(one.pointer, one.value));
    ASSERT_TRUE(answer && answer->status == 422) << answer->body;
    const Json detail = parse_json(answer->body)["detail"];
    ASSERT_EQ(detail.size(), 1u) << detail.dump();
    EXPECT_EQ(detail[0]["type"], one.type);
    std::string loc;
    for (const Json& key : detail[0]["loc"])
      loc += key == "body" ? "" : "/" + key.get<std::string>();
    EXPECT_EQ(loc, one.pointer);
  }
  EXPECT_EQ(agent(), before);
}

TEST_F(AgentSettings, OfAListNameTheElementThatIsWrong) {
  const auto answer = platform("PATCH", kAgent,
                               at("/platform_settings/workspace_overrides/webhooks/events",
                                  Json::array({"transcript", "shout"})));
  ASSERT_TRUE(answer && answer->status == 422);
  const Json problem = parse_json(answer->body)["detail"][0];
  EXPECT_EQ(problem["loc"].back(), 1);
  EXPECT_EQ(problem["type"], "enum");
}

TEST_F(AgentSettings, ThatClearlyMeanAValueAreStoredAsThatValue) {
  Json body = at("/conversation_config/conversation/max_duration_seconds", "60");
  body["conversation_config"]["conversation"]["text_only"] = "no";
  body["conversation_config"]["tts"]["speed"] = "1.1";
  body["platform_settings"] = at("/overrides/conversation_config_override/tts/voice_id", "off");
  const Json changed = patched(body);
  EXPECT_EQ(changed["conversation_config"]["conversation"]["max_duration_seconds"], 60);
  EXPECT_EQ(changed["conversation_config"]["conversation"]["text_only"], false);
  EXPECT_EQ(changed["conversation_config"]["tts"]["speed"], 1.1);
  EXPECT_EQ(
      changed["platform_settings"]["overrides"]["conversation_config_override"]["tts"]["voice_id"],
      false);
}

// The agent speaks as it is set up itself when nobody says otherwise.
TEST_F(AgentSettings, HoldForACallThatOverridesNothing) {
  patched(at("/conversation_config/conversation/max_duration_seconds", 0));
  Json body = dial_body("+12125550100");
  body["conversation_initiation_client_data"].erase("conversation_config_override");
  std::string id = dial(body);
  wait_for_end(id);
  EXPECT_EQ(conversation(id)["metadata"]["termination_reason"],
            "Call exceeded its maximum duration");
  patched(at("/conversation_config/conversation/max_duration_seconds", 60));
  patched(at("/conversation_config/agent/prompt/tool_ids", Json::array({"tool_done"})));
  patched(at("/conversation_config/agent/prompt/prompt", "Still to ask:\n- mood: How are you?\n"));
  id = dial(body);
  wait_for_end(id);
  EXPECT_EQ(party_line_.requests("/tools/complete_onboarding").size(), 1u);
  body["conversation_initiation_client_data"].erase("dynamic_variables");
  id = dial(body);
  wait_for_end(id);
  EXPECT_EQ(conversation(id)["metadata"]["termination_reason"],
            "Missing required dynamic variables in tools: {'partyline_call'}");
}

TEST_F(AgentSettings, LimitHowManyCallsOfAnAgentAreLive) {
  patched(at("/platform_settings/call_limits/agent_concurrency_limit", 1));
  party_line_.will_be_silent("/tools/collect_profile");
  const Json body = dial_body("+12125550100", "- timezone: Where do you live?\n");
  dial(body);
  wait_for([](const Json& now) { return !now["tool_calls"].empty(); });
  const auto refused =
      platform("POST", "/v1/convai/twilio/outbound-call", dial_body("+12125550101"));
  ASSERT_TRUE(refused && refused->status == 429);
  EXPECT_EQ(parse_json(refused->body)["detail"]["code"], "concurrent_limit_exceeded");
  const Json inbound{{"from", "+12125550102"}, {"to", "+12125550199"}};
  EXPECT_EQ(
      control("POST", "/sandbox/inbound", inbound),
      (Json{{"conversation_id", nullptr}, {"call_sid", nullptr}, {"answered_with", "rejected"}}));
  EXPECT_TRUE(party_line_.requests("/initiation").empty());
  patched(
      at("/platform_settings/call_limits/agent_concurrency_limit", 18'446'744'073'709'551'615U));
  EXPECT_EQ(control("POST", "/sandbox/inbound", inbound)["answered_with"], "agent");
}

TEST_F(AgentSettings, MayNameAWebhookOfTheAgentsOwnThatIsAskedWhoSpeaks) {
  Json webhook{{"url", party_line_.url("/own")}, {"request_headers", Json{{"X-Own", "o"}}}};
  patched(at("/platform_settings/workspace_overrides/conversation_initiation_client_data_webhook",
             webhook));
  control("POST", "/sandbox/inbound", {{"from", "+12125550100"}, {"to", "+12125550199"}});
  EXPECT_TRUE(party_line_.requests("/initiation").empty());
  ASSERT_EQ(party_line_.requests("/own").size(), 1u);
  EXPECT_EQ(party_line_.requests("/own")[0].header("X-Own"), "o");
  EXPECT_FALSE(party_line_.requests("/own")[0].header("X-Party"));
}

TEST_F(AgentSettings, SayOfWhichEndsTheAgentsWebhookIsTold) {
  const std::string place = "/platform_settings/workspace_overrides/webhooks";
  patched(at(place, Json{{"events", Json::array({"transcript"})}, {"exclude_transcript", true}}));
  dial(dial_body("+12125550110"));
  wait_for([](const Json& now) { return now["conversations"][0]["status"] == "failed"; });
  const std::string id = dial(dial_body("+12125550100"));
  wait_for_end(id);
  ASSERT_EQ(party_line_.requests("/events").size(), 1u);
  const Json event = parse_json(party_line_.requests("/events")[0].body);
  EXPECT_EQ(event["data"]["conversation_id"], id);
  EXPECT_TRUE(event["data"]["transcript"].empty());
  EXPECT_FALSE(conversation(id)["transcript"].empty());
  patched(at(place, Json{{"post_call_webhook_id", "webhook_9"}}));
  dial(dial_body("+12125550100"));
  wait_for([](const Json& now) { return now["conversations"][2]["status"] == "done"; });
  EXPECT_EQ(ledger()["webhooks"].size(), 1u);
}

}  // namespace
}  // namespace pl::sandbox
