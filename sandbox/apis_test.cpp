// What the platform's APIs answer, and how they fail on request.
#include "sandbox/sandbox_fixture.h"

namespace pl::sandbox {
namespace {

constexpr const char* kDial = "/v1/convai/twilio/outbound-call";

class Apis : public SandboxFixture {
 protected:
  int status_of(const Result<net::ClientAnswer>& answer) { return answer ? answer->status : 0; }
  std::string platform_url(const std::string& path) {
    return "http://127.0.0.1:" + std::to_string(sandbox_->platform_port()) + path;
  }
  Result<net::ClientAnswer> text_to(const Json& body, const std::string& token = "7:token") {
    return send("POST", platform_url("/bot" + token + "/sendMessage"), body.dump());
  }
};

TEST_F(Apis, RefuseAMissingOrAWrongKey) {
  const auto missing = send("GET", platform_url("/v1/convai/tools"), "");
  ASSERT_EQ(status_of(missing), 401);
  EXPECT_EQ(parse_json(missing->body)["detail"]["code"], "missing_api_key");
  const auto wrong = send("POST", platform_url(kDial), dial_body("+12125550100").dump(),
                          {{"xi-api-key", "other"}});
  ASSERT_EQ(status_of(wrong), 401);
  EXPECT_EQ(parse_json(wrong->body)["detail"]["status"], "invalid_api_key");
  EXPECT_TRUE(ledger()["rings"].empty());
}

TEST_F(Apis, NameEveryWrongPartOfADial) {
  Json body = dial_body("0781234567");
  body.erase("agent_id");
  body["telephony_call_config"] = Json{{"ringing_timeout_secs", 0}};
  body["conversation_initiation_client_data"]["conversation_config_override"]["agent"]
      ["first_message"] = 3;
  const auto answer = platform("POST", kDial, body);
  ASSERT_EQ(status_of(answer), 422);
  std::vector<Json> places;
  const Json json = parse_json(answer->body);
  for (const Json& one : json["detail"]) places.push_back(one["loc"]);
  const std::vector<Json> expected{{"body", "agent_id"},
                                   {"body", "telephony_call_config", "ringing_timeout_secs"},
                                   {"body", "to_number"},
                                   {"body", "conversation_initiation_client_data",
                                    "conversation_config_override", "agent", "first_message"}};
  EXPECT_EQ(places, expected);
  EXPECT_EQ(status_of(send("POST", platform_url(kDial), "{", {{"xi-api-key", "key-1"}})), 422);
  EXPECT_TRUE(ledger()["rings"].empty());
}

TEST_F(Apis, SayNotFoundToUnknownIdsAndPaths) {
  Json body = dial_body("+12125550100");
  body["agent_id"] = "agent_2";
  EXPECT_EQ(status_of(platform("POST", kDial, body)), 404);
  body = dial_body("+12125550100");
  body["agent_phone_number_id"] = "phnum_2";
  EXPECT_EQ(status_of(platform("POST", kDial, body)), 404);
  const auto unknown = platform("GET", "/v1/convai/conversations/conv_x");
  ASSERT_EQ(status_of(unknown), 404);
  EXPECT_EQ(parse_json(unknown->body)["detail"]["code"], "conversation_not_found");
  EXPECT_EQ(status_of(platform("GET", "/v1/convai/agents/agent_2")), 404);
  EXPECT_EQ(status_of(platform("GET", "/v1/convai/elsewhere")), 404);
  EXPECT_EQ(status_of(platform("GET", kDial)), 405);
}

TEST_F(Apis, ListTheNewestConversationsFirstAndPageByPage) {
  std::vector<std::string> ids;
  for (const char* number : {"+12125550101", "+12125550102", "+12125550103"})
    ids.push_back(dial(dial_body(number)));
  const auto first = platform("GET", "/v1/convai/conversations?user_id=caller_1&page_size=2");
  const Json page = parse_json(first->body);
  ASSERT_EQ(page["conversations"].size(), 2u);
  EXPECT_EQ(page["conversations"][0]["conversation_id"], ids[2]);
  EXPECT_EQ(page["has_more"], true);
  const auto second =
      platform("GET", "/v1/convai/conversations?user_id=caller_1&page_size=2&cursor=" +
                          text_at(page, "next_cursor"));
  const Json rest = parse_json(second->body);
  ASSERT_EQ(rest["conversations"].size(), 1u);
  EXPECT_EQ(rest["conversations"][0]["conversation_id"], ids[0]);
  EXPECT_EQ(rest["has_more"], false);
  EXPECT_EQ(rest["next_cursor"], nullptr);
}

TEST_F(Apis, FilterConversations) {
  dial(dial_body("+12125550100"));
  const auto count = [&](const std::string& query) {
    const auto answer = platform("GET", "/v1/convai/conversations?" + query);
    return answer ? parse_json(answer->body)["conversations"].size() : 99u;
  };
  EXPECT_EQ(count("agent_id=agent_1"), 1u);
  EXPECT_EQ(count("agent_id=agent_2"), 0u);
  EXPECT_EQ(count("user_id=nobody"), 0u);
  const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  EXPECT_EQ(count("call_start_after_unix=" + std::to_string(now - 60)), 1u);
  EXPECT_EQ(count("call_start_after_unix=" + std::to_string(now + 60)), 0u);
  EXPECT_EQ(status_of(platform("GET", "/v1/convai/conversations?page_size=101")), 422);
}

TEST_F(Apis, ShowToolsAndAgentsWithoutTheirSecrets) {
  const auto tools = platform("GET", "/v1/convai/tools");
  ASSERT_EQ(status_of(tools), 200);
  const Json list = parse_json(tools->body)["tools"];
  ASSERT_EQ(list.size(), 2u);
  EXPECT_EQ(list[0]["id"], "tool_collect");
  EXPECT_EQ(list[0]["tool_config"]["name"], "collect_profile");
  EXPECT_EQ(list[0]["tool_config"]["api_schema"]["url"], party_line_.url("/tools/collect_profile"));
  EXPECT_EQ(tools->body.find("t-secret"), std::string::npos);
  const auto agent = platform("GET", "/v1/convai/agents/agent_1");
  ASSERT_EQ(status_of(agent), 200);
  const Json shown = parse_json(agent->body);
  EXPECT_EQ(shown["phone_numbers"][0]["phone_number"], "+12125550199");
  EXPECT_EQ(shown["platform_settings"]["overrides"]["conversation_config_override"]["agent"]
                 ["prompt"]["tool_ids"],
            true);
}

TEST_F(Apis, PerformADialWhoseAnswerIsLost) {
  control("POST", "/sandbox/faults", {{"target", "dial"}, {"kind", "drop_reply"}});
  const auto answer = platform("POST", kDial, dial_body("+12125550100"));
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, Code::kOutcomeUnknown);
  const Json now = ledger();
  EXPECT_EQ(now["rings"].size(), 1u);
  EXPECT_EQ(now["requests"][0]["fault"], "drop_reply");
  EXPECT_EQ(now["requests"][0]["status"], nullptr);
  EXPECT_TRUE(control("GET", "/sandbox/faults")["faults"].empty());
}

TEST_F(Apis, ForgetADialThatIsLostOnItsWay) {
  control("POST", "/sandbox/faults", {{"target", "dial"}, {"kind", "drop_request"}});
  const auto answer = platform("POST", kDial, dial_body("+12125550100"));
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, Code::kOutcomeUnknown);
  EXPECT_TRUE(ledger()["rings"].empty());
}

TEST_F(Apis, HoldAnAnswerBack) {
  control("POST", "/sandbox/faults", {{"target", "dial"}, {"kind", "hold_reply"}, {"ms", 100}});
  const auto began = std::chrono::steady_clock::now();
  EXPECT_EQ(status_of(platform("POST", kDial, dial_body("+12125550100"))), 200);
  EXPECT_GE(std::chrono::steady_clock::now() - began, Millis(100));
}

TEST_F(Apis, RefuseOnRequestAsOftenAsAsked) {
  control(
      "POST", "/sandbox/faults",
      {{"target", "dial"}, {"kind", "refuse"}, {"status", 429}, {"retry_after", 7}, {"count", 2}});
  for (int i = 0; i < 2; ++i) {
    const auto answer = platform("POST", kDial, dial_body("+12125550100"));
    ASSERT_EQ(status_of(answer), 429);
    EXPECT_EQ(answer->header("Retry-After"), "7");
    EXPECT_EQ(parse_json(answer->body)["detail"]["type"], "rate_limit_error");
  }
  EXPECT_EQ(status_of(platform("POST", kDial, dial_body("+12125550100"))), 200);
  control("POST", "/sandbox/faults", {{"target", "dial"}, {"kind", "unsuccessful"}});
  const auto answer = platform("POST", kDial, dial_body("+12125550100"));
  ASSERT_EQ(status_of(answer), 200);
  EXPECT_EQ(parse_json(answer->body)["success"], false);
  EXPECT_EQ(ledger()["rings"].size(), 1u);
}

TEST_F(Apis, LoseAndDoubleWebhooksOnRequest) {
  control("POST", "/sandbox/faults", {{"target", "post_call_webhook"}, {"kind", "lose"}});
  dial(dial_body("+12125550110"));
  const Json lost = wait_for([](const Json& now) { return !now["webhooks"].empty(); });
  EXPECT_EQ(lost["webhooks"][0]["outcome"], "lost");
  EXPECT_TRUE(party_line_.requests("/events").empty());
  control("POST", "/sandbox/faults", {{"target", "post_call_webhook"}, {"kind", "duplicate"}});
  dial(dial_body("+12125550110"));
  wait_for([&](const Json&) { return party_line_.requests("/events").size() == 2; });
  const auto events = party_line_.requests("/events");
  EXPECT_EQ(events[0].body, events[1].body);
}

TEST_F(Apis, DelayWebhooksOnRequest) {
  control("POST", "/sandbox/faults",
          {{"target", "post_call_webhook"}, {"kind", "delay"}, {"ms", 80}});
  const Json now = wait_for_end(dial(dial_body("+12125550110")));
  const auto ended = parse_utc(text_at(now["rings"][0], "ended_at"));
  const auto sent = parse_utc(text_at(now["webhooks"][0], "at"));
  EXPECT_GE(*sent - *ended, Millis(80));
}

TEST_F(Apis, DeliverTextsToPeopleWhoStartedTheBot) {
  const auto answer = text_to({{"chat_id", 42}, {"text", "Hello"}});
  ASSERT_EQ(status_of(answer), 200);
  const Json json = parse_json(answer->body);
  EXPECT_EQ(json["ok"], true);
  EXPECT_EQ(json["result"]["chat"]["id"], 42);
  EXPECT_EQ(
      status_of(text_to({{"chat_id", "42"}, {"text", "Again"}, {"parse_mode", "MarkdownV2"}})),
      200);
  const Json texts = ledger()["texts"];
  ASSERT_EQ(texts.size(), 2u);
  EXPECT_EQ(texts[0]["text"], "Hello");
  EXPECT_EQ(texts[0]["message_id"], json["result"]["message_id"]);
}

// Descriptions from github TelegramBotAPI/errors.
TEST_F(Apis, RefuseTextsAsTheMessengerDoes) {
  for (const auto& [chat, state] : {std::pair{43, "blocked"}, std::pair{44, "deactivated"},
                                    std::pair{45, "never_started"}, std::pair{-46, "migrated"}})
    control("POST", "/sandbox/chats", {{"chat_id", chat}, {"state", state}});
  struct Case {
    Json body;
    const char* token;
    int status;
    const char* description;
  };
  const Case cases[] = {
      {{{"chat_id", 42}, {"text", "x"}}, "8:other", 401, "Unauthorized"},
      {{{"chat_id", 9}, {"text", "x"}}, "7:token", 400, "Bad Request: chat not found"},
      {{{"chat_id", 42}, {"text", " "}}, "7:token", 400, "Bad Request: message text is empty"},
      {{{"chat_id", 42}, {"text", std::string(4097, 'x')}},
       "7:token",
       400,
       "Bad Request: message is too long"},
      {{{"text", "x"}}, "7:token", 400, "Bad Request: chat_id is empty"},
      {{{"chat_id", 42}, {"text", "x"}, {"parse_mode", "Rich"}},
       "7:token",
       400,
       "Bad Request: unsupported parse_mode"},
      {{{"chat_id", 42}, {"text", "x"}, {"parse_mode", 5}},
       "7:token",
       400,
       "Bad Request: unsupported parse_mode"},
      {{{"chat_id", 43}, {"text", "x"}}, "7:token", 403, "Forbidden: bot was blocked by the user"},
      {{{"chat_id", 44}, {"text", "x"}}, "7:token", 403, "Forbidden: user is deactivated"},
      {{{"chat_id", 45}, {"text", "x"}},
       "7:token",
       403,
       "Forbidden: bot can't initiate conversation with a user"},
      {{{"chat_id", -46}, {"text", "x"}},
       "7:token",
       400,
       "Bad Request: group chat was migrated to a supergroup chat"}};
  for (const Case& one : cases) {
    SCOPED_TRACE(one.description);
    const auto answer = text_to(one.body, one.token);
    ASSERT_EQ(status_of(answer), one.status);
    EXPECT_EQ(text_at(parse_json(answer->body), "description"), one.description);
  }
  const auto moved = text_to({{"chat_id", -46}, {"text", "x"}});
  EXPECT_TRUE(parse_json(moved->body)["parameters"]["migrate_to_chat_id"].is_number_integer());
  control("POST", "/sandbox/faults",
          {{"target", "telegram"}, {"kind", "refuse"}, {"status", 429}, {"retry_after", 3}});
  const auto limited = text_to({{"chat_id", 42}, {"text", "x"}});
  ASSERT_EQ(status_of(limited), 429);
  EXPECT_EQ(parse_json(limited->body)["parameters"]["retry_after"], 3);
  const std::string told = sandbox_->ledger();
  EXPECT_TRUE(parse_json(told)["texts"].empty());
  EXPECT_EQ(told.find("7:token"), std::string::npos);
}

TEST_F(Apis, ForgetEverythingOnReset) {
  control("POST", "/sandbox/people", {{"number", "+12125550100"}, {"behaviour", "busy"}});
  control("POST", "/sandbox/faults", {{"target", "list"}, {"kind", "drop_reply"}});
  const std::string id = dial(dial_body("+12125550100"));
  control("POST", "/sandbox/reset");
  const Json now = ledger();
  for (const char* list : {"rings", "texts", "webhooks", "tool_calls", "requests", "conversations"})
    EXPECT_TRUE(now[list].empty()) << list;
  EXPECT_TRUE(control("GET", "/sandbox/faults")["faults"].empty());
  EXPECT_EQ(status_of(platform("GET", "/v1/convai/conversations/" + id)), 404);
  EXPECT_EQ(wait_for_end(dial(dial_body("+12125550100")))["rings"][0]["outcome"], "answered");
}

TEST_F(Apis, ExplainWhatIsWrongWithAControlCall) {
  const std::string root = "http://127.0.0.1:" + std::to_string(sandbox_->control_port());
  struct Case {
    const char* path;
    const char* body;
    const char* complaint;
  };
  for (const Case& one :
       {Case{"/sandbox/people", "[]", "JSON object"},
        Case{"/sandbox/people", R"({"number": "1"})", "number"},
        Case{"/sandbox/people", R"({"number": "+12125550100", "behaviour": "sing"})", "busy"},
        Case{"/sandbox/people", R"({"number": "+12125550100", "behavior": "busy"})", "behaviour"},
        Case{"/sandbox/people", R"({"number": "+12125550100", "answers": {"a": {}}})", "answers"},
        Case{"/sandbox/inbound", R"({"from": "+12125550100", "to": "+1"})", "to:"},
        Case{"/sandbox/inbound", R"({"from": "", "to": "+12125550199", "behaviour": "busy"})",
             "behaviour"},
        Case{"/sandbox/faults", R"({"target": "moon", "kind": "lose"})", "target"},
        Case{"/sandbox/faults", R"({"target": "dial", "kind": "lose"})", "drop_reply"},
        Case{"/sandbox/faults", R"({"target": "dial", "kind": "refuse", "status": 200})", "status"},
        Case{"/sandbox/faults", R"({"target": "dial", "kind": "refuse", "count": "x"})", "count"},
        Case{"/sandbox/chats", R"({"chat_id": 1, "state": "x"})", "state"}}) {
    SCOPED_TRACE(one.body);
    const auto answer = send("POST", root + one.path, one.body);
    ASSERT_EQ(status_of(answer), 422);
    EXPECT_NE(text_at(parse_json(answer->body), "error").find(one.complaint), std::string::npos)
        << answer->body;
  }
  EXPECT_EQ(status_of(send("GET", root + "/sandbox/elsewhere", "")), 404);
}

TEST_F(Apis, AreHealthyOnBothPortsAndTakeNewUrls) {
  EXPECT_EQ(control("GET", "/healthz")["status"], "ok");
  EXPECT_EQ(status_of(send("GET", platform_url("/healthz"), "")), 200);
  control("PUT", "/sandbox/workspace/urls", {{"post_call", party_line_.url("/elsewhere")}});
  wait_for_end(dial(dial_body("+12125550110")));
  EXPECT_EQ(party_line_.requests("/elsewhere").size(), 1u);
  EXPECT_TRUE(party_line_.requests("/events").empty());
}

TEST(Start, RefusesAControlAddressThatOthersCanReach) {
  const auto sandbox = Sandbox::start({}, {}, {"0.0.0.0", 0});
  ASSERT_FALSE(sandbox);
  EXPECT_EQ(sandbox.error().code, Code::kInvalid);
}

}  // namespace
}  // namespace pl::sandbox
