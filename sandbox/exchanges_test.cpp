// What the sandbox answers, written out as files so that it can be checked against the platform's
// own description: tests/contracts/check_openapi.py.
#include <fstream>

#include "../tests/support/keep_exchange.h"
#include "sandbox/sandbox_fixture.h"

namespace pl::sandbox {
namespace {

constexpr const char* kDialKept = "/v1/convai/twilio/outbound-call";

class Exchanges : public SandboxFixture {
 protected:
  // Asks, and keeps question and answer.
  Json keep(const std::string& name, int status, const std::string& method, const std::string& path,
            const Json& body = nullptr) {
    const auto answer = platform(method, path, body);
    EXPECT_TRUE(answer && answer->status == status) << name;
    const Json response = answer ? parse_json(answer->body) : Json();
    const auto folder = testing::kept_exchanges("elevenlabs");
    if (!folder) return response;
    std::ofstream file(*folder / ("sandbox-" + name + ".json"));
    file << Json{{"method", method},
                 {"path", path},
                 {"status", status},
                 {"request", body},
                 {"response", response}}
                .dump();
    EXPECT_TRUE(file.flush().good()) << name;
    return response;
  }

  std::string dial_and_finish(const std::string& number, const std::string& questions = "") {
    const std::string id = dial(dial_body(number, questions));
    wait_for_end(id);
    return id;
  }
};

TEST_F(Exchanges, ADialAndItsRefusal) {
  EXPECT_TRUE(keep("dial", 200, "POST", kDialKept, dial_body("+12125550100"))["success"]);
  // Fits the schema, for which every text is a number.
  keep("dial-refused", 422, "POST", kDialKept, dial_body("0781234567"));
  for (const char* page : {"page_size=1&cursor=0", "call_start_after_unix=1&user_id=caller_1",
                           "summary_mode=include&exclude_statuses=failed&sort_direction=asc"})
    keep(std::string("list-") + page, 200, "GET", std::string("/v1/convai/conversations?") + page);
}

TEST_F(Exchanges, ConversationsOfEveryEnding) {
  for (const char* number : {"+12125550100", "+12125550110", "+12125550111", "+12125550112",
                             "+12125550113", "+12125550114", "+12125550115", "+12125550118"}) {
    const std::string id = dial_and_finish(number, "- occupation: What do you do?\n");
    const std::string name = std::string("conversation-") + (number + 9);
    EXPECT_EQ(keep(name, 200, "GET", "/v1/convai/conversations/" + id)["conversation_id"], id);
  }
  const Json page = keep("list", 200, "GET", "/v1/convai/conversations?page_size=100");
  EXPECT_EQ(page["conversations"].size(), 8U);
}

TEST_F(Exchanges, WhatIsSetUpInTheAccount) {
  EXPECT_FALSE(keep("tools", 200, "GET", "/v1/convai/tools")["tools"].empty());
  constexpr const char* kAgent = "/v1/convai/agents/agent_1";
  const Json agent = keep("agent", 200, "GET", kAgent);
  EXPECT_EQ(agent["agent_id"], "agent_1");
  const Json changed{{"name", "Desk"}, {"platform_settings", agent["platform_settings"]}};
  EXPECT_EQ(keep("agent-changed", 200, "PATCH", kAgent, changed)["name"], "Desk");
  // Texts that mean numbers are kept as numbers: the schema takes no others.
  const Json config{
      {"conversation", Json{{"max_duration_seconds", "60"}, {"text_only", "no"}}},
      {"tts", Json{{"speed", "1.1"}, {"model_id", "eleven_flash_v2"}}},
      {"agent", Json{{"prompt", Json{{"temperature", "0.5"}, {"timezone", nullptr}}}}}};
  const Json settings{
      {"call_limits", Json{{"agent_concurrency_limit", "4"}}},
      {"workspace_overrides", Json{{"webhooks", Json{{"events", Json::array({"transcript"})}}}}}};
  EXPECT_EQ(
      platform("PATCH", kAgent, {{"conversation_config", config}, {"platform_settings", settings}})
          ->status,
      200);
  EXPECT_EQ(keep("agent-of-texts", 200, "GET", kAgent)["conversation_config"]["tts"]["speed"], 1.1);
}

}  // namespace
}  // namespace pl::sandbox
