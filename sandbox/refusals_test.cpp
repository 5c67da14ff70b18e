// How the platform says no. Sources: HTTPValidationError of its OpenAPI of 2026-08-22 in the words
// of FastAPI with pydantic 2, which it is built with; its page on errors (docs,
// eleven-api/resources/ errors, 2026) for everything but 422.
#include "sandbox/sandbox_fixture.h"

namespace pl::sandbox {
namespace {

constexpr const char* kDialRefused = "/v1/convai/twilio/outbound-call";
constexpr const char* kClientData = "conversation_initiation_client_data";

class Refusals : public SandboxFixture {
 protected:
  Result<net::ClientAnswer> raw(const std::string& method, const std::string& path,
                                const std::string& body, const std::string& key = "key-1") {
    return send(method, "http://127.0.0.1:" + std::to_string(sandbox_->platform_port()) + path,
                body, {{"xi-api-key", key}});
  }
  static Json detail_of(const Result<net::ClientAnswer>& answer, int status) {
    EXPECT_TRUE(answer && answer->status == status) << (answer ? answer->body : "no answer");
    return answer ? parse_json(answer->body)["detail"] : Json();
  }
  void change_workspace(const Json& change) { control("PATCH", "/sandbox/workspace", change); }
};

struct BadPart {
  const char* pointer;  // in the body of a dial
  Json value;           // null: taken out
  const char* type;
  const char* message;
  Json loc;
};

Json in_override(std::vector<std::string> keys) {
  Json loc{"body", kClientData, "conversation_config_override"};
  for (const std::string& key : keys) loc.push_back(key);
  return loc;
}

const char* const kOverride = "/conversation_initiation_client_data/conversation_config_override";

std::vector<BadPart> bad_parts() {
  const char* const no_model =
      "Input should be a valid dictionary or object to extract fields from";
  const Json ring{"body", "telephony_call_config", "ringing_timeout_secs"};
  return {{"/agent_id", nullptr, "missing", "Field required", {"body", "agent_id"}},
          {"/agent_id", 7, "string_type", "Input should be a valid string", {"body", "agent_id"}},
          {"/agent_phone_number_id",
           true,
           "string_type",
           "Input should be a valid string",
           {"body", "agent_phone_number_id"}},
          {"/to_number",
           "0781234567",
           "value_error",
           "Value error, not a phone number in E.164 form",
           {"body", "to_number"}},
          {"/call_recording_enabled",
           "maybe",
           "bool_parsing",
           "Input should be a valid boolean, unable to interpret input",
           {"body", "call_recording_enabled"}},
          {"/call_recording_enabled",
           Json::object(),
           "bool_type",
           "Input should be a valid boolean",
           {"body", "call_recording_enabled"}},
          {"/telephony_call_config",
           "x",
           "model_attributes_type",
           no_model,
           {"body", "telephony_call_config"}},
          {"/telephony_call_config/ringing_timeout_secs", 0, "greater_than_equal",
           "Input should be greater than or equal to 1", ring},
          {"/telephony_call_config/ringing_timeout_secs", 1000, "less_than_equal",
           "Input should be less than or equal to 999", ring},
          {"/telephony_call_config/ringing_timeout_secs", 2.5, "int_from_float",
           "Input should be a valid integer, got a number with a fractional part", ring},
          {"/telephony_call_config/ringing_timeout_secs", "soon", "int_parsing",
           "Input should be a valid integer, unable to parse string as an integer", ring},
          {"/telephony_call_config/ringing_timeout_secs", Json::array(), "int_type",
           "Input should be a valid integer", ring},
          {"/telephony_call_config/twilio_machine_detection",
           Json{{"mode", "guess"}},
           "enum",
           "Input should be 'enable' or 'detect_message_end'",
           {"body", "telephony_call_config", "twilio_machine_detection", "mode"}},
          {"/conversation_initiation_client_data",
           "x",
           "model_attributes_type",
           no_model,
           {"body", kClientData}},
          {"/conversation_initiation_client_data/dynamic_variables",
           Json::array(),
           "dict_type",
           "Input should be a valid dictionary",
           {"body", kClientData, "dynamic_variables"}},
          {"/conversation_initiation_client_data/user_id",
           7,
           "string_type",
           "Input should be a valid string",
           {"body", kClientData, "user_id"}}};
}

std::vector<BadPart> bad_overrides() {
  return {{"/agent", 1, "model_attributes_type",
           "Input should be a valid dictionary or object to extract fields from",
           in_override({"agent"})},
          {"/agent/first_message", 3, "string_type", "Input should be a valid string",
           in_override({"agent", "first_message"})},
          {"/agent/prompt/tool_ids", "t", "list_type", "Input should be a valid list",
           in_override({"agent", "prompt", "tool_ids"})},
          {"/agent/prompt/tool_ids_strict", 2, "bool_parsing",
           "Input should be a valid boolean, unable to interpret input",
           in_override({"agent", "prompt", "tool_ids_strict"})},
          {"/tts/model_id", "eleven_v9", "enum",
           "Input should be 'eleven_turbo_v2', 'eleven_turbo_v2_5', 'eleven_flash_v2', "
           "'eleven_flash_v2_5', 'eleven_multilingual_v2', 'eleven_v3_conversational', 'eleven_v4' "
           "or 'eleven_v4_turbo'",
           in_override({"tts", "model_id"})},
          {"/tts/stability", "calm", "float_parsing",
           "Input should be a valid number, unable to parse string as a number",
           in_override({"tts", "stability"})},
          {"/tts/speed", Json::object(), "float_type", "Input should be a valid number",
           in_override({"tts", "speed"})},
          {"/asr/keywords", std::vector<std::string>(51, "w"), "too_long",
           "List should have at most 50 items after validation, not 51",
           in_override({"asr", "keywords"})},
          {"/conversation/max_duration_seconds", "long", "int_parsing",
           "Input should be a valid integer, unable to parse string as an integer",
           in_override({"conversation", "max_duration_seconds"})}};
}

TEST_F(Refusals, OfADialNameThePartTheKindAndTheValue) {
  std::vector<BadPart> parts = bad_parts();
  const std::size_t whole = parts.size();
  for (BadPart& part : bad_overrides()) parts.push_back(std::move(part));
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const BadPart& part = parts[i];
    SCOPED_TRACE(std::string(part.pointer) + " " + part.type);
    Json body = dial_body("+12125550100");
    const Json::json_pointer place((i < whole ? "" : kOverride) + std::string(part.pointer));
    if (part.value.is_null())
      body.erase("agent_id");
    else
      body[place] = part.value;
    const Json detail = detail_of(platform("POST", kDialRefused, body), 422);
    ASSERT_EQ(detail.size(), 1u) << detail.dump();
    EXPECT_EQ(detail[0]["type"], part.type);
    EXPECT_EQ(detail[0]["msg"], part.message);
    EXPECT_EQ(detail[0]["loc"], part.loc);
    const bool is_inside = part.value.is_object() && part.value.contains("mode");
    EXPECT_EQ(detail[0]["input"], is_inside ? part.value["mode"] : part.value);
  }
  EXPECT_TRUE(ledger()["rings"].empty());
}

TEST_F(Refusals, OfALimitSayWhichInTheirContext) {
  Json body = dial_body("+12125550100");
  body["telephony_call_config"] = Json{{"ringing_timeout_secs", 0}};
  EXPECT_EQ(detail_of(platform("POST", kDialRefused, body), 422)[0]["ctx"], (Json{{"ge", 1}}));
  body["telephony_call_config"] = Json{{"ringing_timeout_secs", 1000}};
  EXPECT_EQ(detail_of(platform("POST", kDialRefused, body), 422)[0]["ctx"], (Json{{"le", 999}}));
}

TEST_F(Refusals, CountTheElementsOfAList) {
  Json body = dial_body("+12125550100");
  body[Json::json_pointer(std::string(kOverride) + "/agent/prompt/tool_ids")] =
      Json::array({"a", 7, "b", nullptr});
  const Json detail = detail_of(platform("POST", kDialRefused, body), 422);
  ASSERT_EQ(detail.size(), 2u);
  EXPECT_EQ(detail[0]["loc"].back(), 1);
  EXPECT_EQ(detail[1]["loc"].back(), 3);
}

TEST_F(Refusals, OfABodyThatCannotBeRead) {
  Json detail = detail_of(raw("POST", kDialRefused, ""), 422);
  EXPECT_EQ(detail[0]["loc"], Json::array({"body"}));
  EXPECT_EQ(detail[0]["type"], "missing");
  detail = detail_of(raw("POST", kDialRefused, "{\"a\": }"), 422);
  EXPECT_EQ(detail[0]["type"], "json_invalid");
  EXPECT_EQ(detail[0]["loc"], (Json{"body", 6}));
  EXPECT_EQ(detail[0]["msg"], "JSON decode error");
  detail = detail_of(raw("POST", kDialRefused, "[]"), 422);
  EXPECT_EQ(detail[0]["loc"], Json::array({"body", "agent_id"}));
  EXPECT_EQ(detail[0]["type"], "missing");
}

// A text that clearly is a number or a boolean is taken for it, as pydantic does.
TEST_F(Refusals, DoNotMeetWhatCanBeReadInOneWayOnly) {
  Json body = dial_body("+12125550100");
  body["telephony_call_config"] = Json{{"ringing_timeout_secs", "25"}};
  body["call_recording_enabled"] = "no";
  Json& changed = body[Json::json_pointer(kOverride)];
  changed["tts"] = Json{{"stability", "0.5"}, {"voice_id", nullptr}};
  changed["conversation"] = Json{{"max_duration_seconds", 60.0}};
  body["unheard_of"] = Json::array();
  dial(body);
}

TEST_F(Refusals, OfAQueryNameTheParameter) {
  struct Case {
    const char* query;
    const char* type;
    const char* name;
  };
  for (const Case& one :
       {Case{"page_size=101", "less_than_equal", "page_size"},
        Case{"page_size=0", "greater_than_equal", "page_size"},
        Case{"page_size=many", "int_parsing", "page_size"},
        Case{"call_start_after_unix=now", "int_parsing", "call_start_after_unix"}}) {
    SCOPED_TRACE(one.query);
    const Json detail =
        detail_of(platform("GET", std::string("/v1/convai/conversations?") + one.query), 422);
    EXPECT_EQ(detail[0]["type"], one.type);
    EXPECT_EQ(detail[0]["loc"], (Json{"query", one.name}));
    EXPECT_TRUE(detail[0]["input"].is_string());
  }
}

struct Unknown {
  const char* method;
  const char* path;
  const char* code;
  const char* param;
};
const Unknown kUnknown[] = {
    {"GET", "/v1/convai/agents/agent_9", "agent_not_found", "agent_id"},
    {"PATCH", "/v1/convai/agents/agent_9", "agent_not_found", "agent_id"},
    {"GET", "/v1/convai/conversations/conv_9", "conversation_not_found", "conversation_id"},
    {"DELETE", "/v1/convai/conversations/conv_9", "conversation_not_found", "conversation_id"}};

TEST_F(Refusals, OfAnUnknownIdSayWhoseItShouldBe) {
  for (const Unknown& one : kUnknown) {
    SCOPED_TRACE(std::string(one.method) + " " + one.path);
    const Json detail = detail_of(raw(one.method, one.path, "{}"), 404);
    EXPECT_EQ(detail["type"], "not_found");
    EXPECT_EQ(detail["code"], one.code);
    EXPECT_EQ(detail["status"], one.code);  // the older name of the code
    EXPECT_EQ(detail["param"], one.param);
    EXPECT_TRUE(detail["message"].is_string() && detail["request_id"].is_string());
  }
  for (const auto& [field, code] : {std::pair{"agent_id", "agent_not_found"},
                                    std::pair{"agent_phone_number_id", "phone_number_not_found"}}) {
    Json body = dial_body("+12125550100");
    body[field] = "other_9";
    const Json detail = detail_of(platform("POST", kDialRefused, body), 404);
    EXPECT_EQ(detail["code"], code);
    EXPECT_EQ(detail["param"], field);
  }
}

// "A 404 on a right-looking id usually means a key of another workspace": keys work only inside
// the workspace where they were made.
TEST_F(Refusals, OfAnotherWorkspacesKeyAreThoseOfIdsThatDoNotExist) {
  const std::string id = dial(dial_body("+12125550100"));
  const auto elsewhere = [&](const char* method, const std::string& path, const Json& body) {
    return raw(method, path, body.is_null() ? "" : body.dump(), "key-2");
  };
  EXPECT_EQ(detail_of(elsewhere("GET", "/v1/convai/agents/agent_1", nullptr), 404)["code"],
            "agent_not_found");
  EXPECT_EQ(
      detail_of(elsewhere("PATCH", "/v1/convai/agents/agent_1", {{"name", "x"}}), 404)["code"],
      "agent_not_found");
  EXPECT_EQ(detail_of(elsewhere("GET", "/v1/convai/conversations/" + id, nullptr), 404)["code"],
            "conversation_not_found");
  EXPECT_EQ(detail_of(elsewhere("DELETE", "/v1/convai/conversations/" + id, nullptr), 404)["code"],
            "conversation_not_found");
  EXPECT_EQ(detail_of(elsewhere("POST", kDialRefused, dial_body("+12125550100")), 404)["code"],
            "agent_not_found");
  const auto list = elsewhere("GET", "/v1/convai/conversations", nullptr);
  EXPECT_TRUE(list && list->status == 200);
  EXPECT_TRUE(parse_json(list->body)["conversations"].empty());
  EXPECT_TRUE(parse_json(elsewhere("GET", "/v1/convai/tools", nullptr)->body)["tools"].empty());
  EXPECT_EQ(ledger()["rings"].size(), 1u);
  EXPECT_EQ(conversation(id)["conversation_id"], id);
}

// Back off after rate_limit_exceeded, wait for a slot after concurrent_limit_exceeded. The last two
// have been seen in an older form.
TEST_F(Refusals, KnowTwoKindsOf429InTwoFormsWithAndWithoutATime) {
  for (const char* code : {"rate_limit_exceeded", "concurrent_limit_exceeded",
                           "too_many_concurrent_requests", "system_busy"}) {
    for (const bool has_time : {false, true}) {
      SCOPED_TRACE(code);
      Json fault{{"target", "dial"}, {"kind", "refuse"}, {"status", 429}, {"code", code}};
      if (has_time) fault["retry_after"] = 7;
      control("POST", "/sandbox/faults", fault);
      const auto answer = platform("POST", kDialRefused, dial_body("+12125550100"));
      const Json detail = detail_of(answer, 429);
      EXPECT_EQ(answer->header("Retry-After").value_or(""), has_time ? "7" : "");
      EXPECT_EQ(detail["status"], code);
      const bool is_old = std::string(code).find("exceeded") == std::string::npos;
      EXPECT_EQ(detail.contains("type"), !is_old);
      if (!is_old) {
        EXPECT_EQ(detail["type"], "rate_limit_error");
        EXPECT_EQ(detail["code"], code);
      }
    }
  }
  EXPECT_TRUE(ledger()["rings"].empty());
}

TEST_F(Refusals, OfEveryClassCarryItsTypeAndItsUsualCode) {
  struct Case {
    int status;
    const char* type;
    const char* code;
  };
  for (const Case& one : {Case{400, "invalid_request", "invalid_request"},
                          Case{401, "authentication_error", "invalid_api_key"},
                          Case{402, "payment_required", "payment_required"},
                          Case{403, "authorization_error", "insufficient_permissions"},
                          Case{404, "not_found", "not_found"}, Case{409, "conflict", "conflict"},
                          Case{429, "rate_limit_error", "rate_limit_exceeded"},
                          Case{500, "internal_error", "internal_error"},
                          Case{503, "service_unavailable", "service_unavailable"}}) {
    SCOPED_TRACE(one.status);
    control("POST", "/sandbox/faults",
            {{"target", "list"}, {"kind", "refuse"}, {"status", one.status}});
    const Json detail = detail_of(platform("GET", "/v1/convai/conversations"), one.status);
    EXPECT_EQ(detail["type"], one.type);
    EXPECT_EQ(detail["code"], one.code);
  }
}

TEST_F(Refusals, Of400AreOfTwoTypes) {
  control("POST", "/sandbox/faults",
          {{"target", "dial"}, {"kind", "refuse"}, {"status", 400}, {"code", "validation_error"}});
  const Json detail = detail_of(platform("POST", kDialRefused, dial_body("+12125550100")), 400);
  EXPECT_EQ(detail["type"], "validation_error");
  EXPECT_EQ(detail["code"], "validation_error");
}

TEST_F(Refusals, ComeOnceTheWorkspaceIsFullAndEndWithACall) {
  control("POST", "/sandbox/people", {{"number", "+12125550100"}, {"behaviour", "no_answer"}});
  start(Pace{Millis(1), Millis(2), Millis(1), Millis(2), Millis(80), Millis(4)});
  control("POST", "/sandbox/people", {{"number", "+12125550100"}, {"behaviour", "no_answer"}});
  change_workspace({{"concurrency", 1}});
  const std::string first = dial(dial_body("+12125550100"));
  const auto refused = platform("POST", kDialRefused, dial_body("+12125550101"));
  EXPECT_EQ(detail_of(refused, 429)["code"], "concurrent_limit_exceeded");
  EXPECT_FALSE(refused->header("Retry-After"));
  wait_for_end(first);
  dial(dial_body("+12125550101"));
  change_workspace({{"concurrency", nullptr}});
  dial(dial_body("+12125550102"));
  dial(dial_body("+12125550103"));
}

TEST_F(Refusals, ExplainThemselvesOnTheControlPort) {
  struct Case {
    const char* method;
    const char* path;
    Json body;
    const char* complaint;
  };
  const Case cases[] = {
      {"POST",
       "/sandbox/faults",
       {{"target", "dial"}, {"kind", "refuse"}, {"status", 429}, {"code", "busy"}},
       "rate_limit_exceeded"},
      {"POST",
       "/sandbox/faults",
       {{"target", "telegram"}, {"kind", "refuse"}, {"code", "rate_limit_exceeded"}},
       "none"},
      {"POST",
       "/sandbox/faults",
       {{"target", "sms"}, {"kind", "refuse"}, {"code", "stop"}},
       "five digits"},
      {"PATCH", "/sandbox/workspace", {{"concurrency", 0}}, "concurrency"},
      {"PATCH", "/sandbox/workspace", {{"disallowed_override", "shout"}}, "fail or ignore"},
      {"PATCH", "/sandbox/workspace", {{"refused_initiation", "cry"}}, "hang_up or agent"},
      {"PATCH", "/sandbox/workspace", {{"api_key", "x"}}, "unknown key"}};
  const std::string root = "http://127.0.0.1:" + std::to_string(sandbox_->control_port());
  for (const Case& one : cases) {
    SCOPED_TRACE(one.body.dump());
    const auto answer = send(one.method, root + one.path, one.body.dump());
    ASSERT_TRUE(answer && answer->status == 422);
    EXPECT_NE(answer->body.find(one.complaint), std::string::npos) << answer->body;
  }
}

}  // namespace
}  // namespace pl::sandbox
