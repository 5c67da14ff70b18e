// Agents: what they allow a call to change, what becomes of a call that changes more, and how they
// are set up. Sources: the platform's OpenAPI of 2026-08-22 and its page on overrides of 2026-09;
// "seen" is what others measured on the live service.
#include "sandbox/sandbox_fixture.h"

namespace pl::sandbox {
namespace {

constexpr const char* kAgentPath = "/v1/convai/agents/agent_1";

class Agents : public SandboxFixture {
 protected:
  static Json at(const std::string& pointer, const Json& value) {
    Json json = Json::object();
    json[Json::json_pointer(pointer)] = value;
    return json;
  }
  static Json switch_at(const std::string& pointer, bool on) {
    return at("/platform_settings/overrides/conversation_config_override" + pointer, on);
  }
  Json patched(const Json& body) {
    const auto answer = platform("PATCH", kAgentPath, body);
    EXPECT_TRUE(answer && answer->status == 200) << (answer ? answer->body : "");
    return answer ? parse_json(answer->body) : Json();
  }
  Json agent() { return parse_json(platform("GET", kAgentPath)->body); }
  Json switches() {
    return agent()["platform_settings"]["overrides"]["conversation_config_override"];
  }
  // A dial whose override has `value` at `pointer`, followed to its end.
  Json finished_call(const std::string& pointer, const Json& value) {
    Json body = dial_body("+12125550100");
    body["conversation_initiation_client_data"]["conversation_config_override"]
        [Json::json_pointer(pointer)] = value;
    const std::string id = dial(body);
    wait_for_end(id);
    return conversation(id);
  }
  void ignore_what_is_disallowed() {
    control("PATCH", "/sandbox/workspace", {{"disallowed_override", "ignore"}});
  }
};

struct Field {
  const char* pointer;
  Json value;
};

// OpenAPI ConversationConfigClientOverrideConfig: one switch for each of these. README.md tells to
// allow the first group.
const std::vector<Field> kAllowed{{"/agent/first_message", "Hi"},
                                  {"/agent/language", "de"},
                                  {"/agent/prompt/prompt", "You are Nikita."},
                                  {"/agent/prompt/llm", "gpt-4o"},
                                  {"/agent/prompt/tool_ids", Json::array({"tool_done"})},
                                  {"/tts/voice_id", "v1"},
                                  {"/tts/model_id", "eleven_flash_v2"},
                                  {"/tts/stability", 0.5},
                                  {"/tts/similarity_boost", 0.5},
                                  {"/tts/speed", 1.0},
                                  {"/conversation/max_duration_seconds", 60}};
const std::vector<Field> kNotAllowed{
    {"/agent/max_conversation_duration_message", "Bye"},
    {"/agent/prompt/tool_ids_strict", true},
    {"/agent/prompt/native_mcp_server_ids", Json::array({"m1"})},
    {"/agent/prompt/knowledge_base", Json::array()},
    {"/tts/supported_voices", Json::array()},
    {"/tts/pronunciation_dictionary_locators", Json::array()},
    {"/turn/soft_timeout_config/message", "Hm"},
    {"/turn/soft_timeout_config/additional_soft_timeout_messages", Json::array({"Hm"})},
    {"/conversation/text_only", false}};

std::string last_key(const std::string& pointer) {
  return pointer.substr(pointer.rfind('/') + 1);
}

TEST_F(Agents, AllowWhatTheReadmeTellsToAllowAndNothingElse) {
  const Json shown = switches();
  for (const Field& field : kAllowed)
    EXPECT_EQ(shown[Json::json_pointer(field.pointer)], true) << field.pointer;
  for (const Field& field : kNotAllowed)
    EXPECT_EQ(shown[Json::json_pointer(field.pointer)], false) << field.pointer;
  EXPECT_EQ(shown["asr"]["keywords"], false);
  EXPECT_EQ(agent()["platform_settings"]["overrides"]
                   ["enable_conversation_initiation_client_data_from_webhook"],
            true);
}

TEST_F(Agents, LetEveryAllowedFieldBeOverridden) {
  for (const Field& field : kAllowed) {
    SCOPED_TRACE(field.pointer);
    const Json call = finished_call(field.pointer, field.value);
    EXPECT_EQ(call["status"], "done");
    EXPECT_EQ(call["conversation_initiation_client_data"]["conversation_config_override"]
                  [Json::json_pointer(field.pointer)],
              field.value);
  }
}

// The page on overrides: a field that is not enabled makes an error. Seen: the session begins and
// is closed with 1008 and this reason.
TEST_F(Agents, FailACallThatOverridesAFieldWhoseSwitchIsOff) {
  for (const auto* group : {&kAllowed, &kNotAllowed}) {
    for (const Field& field : *group) {
      SCOPED_TRACE(field.pointer);
      patched(switch_at(field.pointer, false));
      const Json call = finished_call(field.pointer, field.value);
      const std::string reason =
          "Override for field '" + last_key(field.pointer) + "' is not allowed by config.";
      EXPECT_EQ(call["status"], "failed");
      EXPECT_EQ(call["metadata"]["termination_reason"], reason);
      EXPECT_EQ(call["metadata"]["error"], (Json{{"code", 1008}, {"reason", reason}}));
      EXPECT_EQ(call["metadata"]["phone_call"]["call_result"], "answered");
      EXPECT_TRUE(messages_of(call, "agent").empty());
      patched(switch_at(field.pointer, true));
      EXPECT_EQ(finished_call(field.pointer, field.value)["status"], "done");
    }
  }
}

// The platform's OpenAPI: "enable_starting_workflow_node_id_from_client, else conversation start
// fails"; the same for procedures.
TEST_F(Agents, FailACallThatChoosesItsNodeProceduresOrModelSettingsUnlessTheirSwitchIsOn) {
  struct Choice {
    const char* field;
    Json value;
    const char* its_switch;
  };
  for (const Choice& one :
       {Choice{"starting_workflow_node_id", "node_1",
               "enable_starting_workflow_node_id_from_client"},
        Choice{"procedure_ids", Json::array({"p1"}), "enable_procedure_ids_from_client"},
        Choice{"custom_llm_extra_body", Json{{"top_p", 1}}, "custom_llm_extra_body"}}) {
    SCOPED_TRACE(one.field);
    Json body = dial_body("+12125550100");
    body["conversation_initiation_client_data"][one.field] = one.value;
    const auto finished = [&] {
      const std::string id = dial(body);
      wait_for_end(id);
      return conversation(id);
    };
    EXPECT_EQ(finished()["metadata"]["termination_reason"],
              std::string("Override for field '") + one.field + "' is not allowed by config.");
    ignore_what_is_disallowed();
    const Json dropped = finished();
    EXPECT_EQ(dropped["status"], "done");
    EXPECT_FALSE(dropped["conversation_initiation_client_data"].contains(one.field));
    control("PATCH", "/sandbox/workspace", {{"disallowed_override", "fail"}});
    patched(at(std::string("/platform_settings/overrides/") + one.its_switch, true));
    const Json followed = finished();
    EXPECT_EQ(followed["status"], "done");
    EXPECT_EQ(followed["conversation_initiation_client_data"][one.field], one.value);
  }
}

TEST_F(Agents, TakeAnEmptyWordAboutNodeProceduresAndModelSettingsForNone) {
  Json body = dial_body("+12125550100");
  Json& told = body["conversation_initiation_client_data"];
  told["starting_workflow_node_id"] = nullptr;
  told["procedure_ids"] = nullptr;
  told["custom_llm_extra_body"] = Json::object();
  const std::string id = dial(body);
  wait_for_end(id);
  EXPECT_EQ(conversation(id)["status"], "done");
}

// Also seen: phone calls go on with what the dashboard says, and nothing tells so.
TEST_F(Agents, DropADisallowedFieldWithoutAWordWhenToldSo) {
  ignore_what_is_disallowed();
  patched(switch_at("/agent/first_message", false));
  const Json call = finished_call("/tts/voice_id", "v1");
  EXPECT_EQ(call["status"], "done");
  EXPECT_EQ(messages_of(call, "agent").at(0), "Hello, this is the reception.");
  const Json& used = call["conversation_initiation_client_data"]["conversation_config_override"];
  EXPECT_EQ(used["agent"].at("first_message"), nullptr);
  EXPECT_EQ(used["tts"]["voice_id"], "v1");
}

// The page on overrides: asr.keywords alone is ignored (x-convai-soft-override-disallowed).
TEST_F(Agents, DropKeywordsThatAreNotAllowedWithoutAWord) {
  const Json call = finished_call("/asr/keywords", Json::array({"Nikita"}));
  EXPECT_EQ(call["status"], "done");
  EXPECT_EQ(call["conversation_initiation_client_data"]["conversation_config_override"]["asr"].at(
                "keywords"),
            nullptr);
  patched(switch_at("/asr/keywords", true));
  EXPECT_EQ(
      finished_call("/asr/keywords",
                    Json::array({"Nikita"}))["conversation_initiation_client_data"]
                                            ["conversation_config_override"]["asr"]["keywords"][0],
      "Nikita");
}

TEST_F(Agents, JudgeTheAnswerOfTheWebhookInTheSameWay) {
  patched(switch_at("/agent/first_message", false));
  const std::string answer = Json{{"type", "conversation_initiation_client_data"},
                                  {"conversation_config_override",
                                   Json{{"agent", Json{{"first_message", "Nikita here."}}}}}}
                                 .dump();
  const auto called_in = [&] {
    party_line_.will_answer("/initiation", 200, answer);
    const std::string id = text_at(
        control("POST", "/sandbox/inbound", {{"from", "+12125550100"}, {"to", "+12125550199"}}),
        "conversation_id");
    wait_for_end(id);
    return conversation(id);
  };
  EXPECT_EQ(called_in()["metadata"]["termination_reason"],
            "Override for field 'first_message' is not allowed by config.");
  ignore_what_is_disallowed();
  EXPECT_EQ(messages_of(called_in(), "agent").at(0), "Hello, this is the reception.");
}

// platform_settings.overrides.enable_conversation_initiation_client_data_from_webhook.
TEST_F(Agents, DoNotAskWhoSpeaksUnlessTheirSwitchIsOn) {
  patched(at("/platform_settings/overrides/enable_conversation_initiation_client_data_from_webhook",
             false));
  EXPECT_EQ(control("POST", "/sandbox/inbound",
                    {{"from", "+12125550100"}, {"to", "+12125550199"}})["answered_with"],
            "agent");
  EXPECT_TRUE(party_line_.requests("/initiation").empty());
}

TEST_F(Agents, KeepWhatAPatchDoesNotNameAndAnswerWithTheWholeAgent) {
  const Json before = agent();
  Json expected = before;
  expected["name"] = "Desk";
  expected["phone_numbers"][0]["assigned_agent"]["agent_name"] = "Desk";
  expected["conversation_config"]["agent"]["first_message"] = "This is the desk.";
  expected["platform_settings"]["overrides"]["conversation_config_override"]["tts"]["voice_id"] =
      false;
  Json body = switch_at("/tts/voice_id", false);
  body["name"] = "Desk";
  body["conversation_config"] = at("/agent/first_message", "This is the desk.");
  // No switch has this name; seen: it is dropped.
  body["platform_settings"]["overrides"]["conversation_config_override"]["tts"]["voice"] = true;
  EXPECT_EQ(patched(body), expected);
  EXPECT_EQ(agent(), expected);
  party_line_.will_answer("/initiation", 503, "{}");
  const Json answer =
      control("POST", "/sandbox/inbound", {{"from", "+12125550100"}, {"to", "+12125550199"}});
  const std::string id = text_at(answer, "conversation_id");
  wait_for_end(id);
  EXPECT_EQ(messages_of(conversation(id), "agent").at(0), "This is the desk.");
  control("POST", "/sandbox/reset");
  EXPECT_EQ(agent(), before);
}

TEST_F(Agents, RefuseAPatchThatMakesNoSense) {
  const Json before = agent();
  struct Case {
    Json body;
    Json loc;
  };
  const Case cases[] = {
      {Json::array(), {"body", "conversation_config"}},
      {{{"name", 3}}, {"body", "name"}},
      {{{"conversation_config", "x"}}, {"body", "conversation_config"}},
      {{{"platform_settings", 1}}, {"body", "platform_settings"}},
      {at("/platform_settings/overrides", true), {"body", "platform_settings", "overrides"}},
      {switch_at("/tts/voice_id", false)
           .patch(Json::array({Json{
               {"op", "replace"},
               {"path", "/platform_settings/overrides/conversation_config_override/tts/voice_id"},
               {"value", "yes please"}}})),
       {"body", "platform_settings", "overrides", "conversation_config_override", "tts",
        "voice_id"}}};
  for (const Case& one : cases) {
    SCOPED_TRACE(one.body.dump());
    const auto answer = platform("PATCH", kAgentPath, one.body);
    ASSERT_TRUE(answer && answer->status == 422);
    EXPECT_EQ(parse_json(answer->body)["detail"][0]["loc"], one.loc);
  }
  EXPECT_EQ(agent(), before);
  const auto unknown = platform("PATCH", "/v1/convai/agents/agent_2", {{"name", "x"}});
  ASSERT_TRUE(unknown && unknown->status == 404);
  EXPECT_EQ(parse_json(unknown->body)["detail"]["code"], "agent_not_found");
}

}  // namespace
}  // namespace pl::sandbox
