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

}  // namespace
}  // namespace pl::sandbox
