#include "sandbox/workspace.h"

#include <gtest/gtest.h>

#include "sandbox/agent_settings.h"

namespace pl::sandbox {
namespace {

TEST(ReadWorkspace, ReadsEverythingThatAnAccountHolds) {
  const auto workspace = read_workspace(R"({
    "api_key": "k", "other_workspace_key": "k2", "concurrency": 4,
    "agents": [{"agent_id": "a1", "name": "Reception", "first_message": "Hi", "prompt": "Kind.",
                "conversation_config": {"agent": {"prompt": {"prompt": "Short."}}},
                "platform_settings": {"overrides": {
                  "enable_conversation_initiation_client_data_from_webhook": false}}}],
    "phone_numbers": [{"phone_number_id": "p1", "number": "+41780000000", "agent_id": "a1"}],
    "tools": [{"tool_id": "t1", "name": "collect", "url": "http://h/t", "headers": {"X-A": "b"},
               "fields": ["city", {"name": "age", "answer": "34"}], "completes": false}],
    "initiation_webhook": {"url": "http://h/i", "headers": {"X-I": "s"}},
    "post_call_webhook": {"url": "http://h/e", "secret": "w", "retry_enabled": true},
    "telegram": {"bot_token": "1:x", "chats": [5, -6]},
    "twilio": {"account_sid": "AC1", "auth_token": "t", "key_sid": "SK1", "key_secret": "s",
               "messaging_service_sid": "MG1", "incoming_url": "http://h/sms"},
    "pace_ms": 10, "ring_ms": 20, "busy_ms": 5, "processing_ms": 30, "no_answer_ms": 40,
    "no_start_ms": 50, "retry_ms": 60, "disallowed_override": "ignore", "refused_initiation": "agent",
    "environment_variables": {"region": "eu"}})");
  ASSERT_TRUE(workspace) << workspace.error().message;
  EXPECT_EQ(own_first_message(*workspace->agent("a1")), "Hi");
  EXPECT_EQ(workspace->other_workspace_key, "k2");
  EXPECT_EQ(workspace->concurrency, 4);
  EXPECT_EQ(own_prompt(*workspace->agent("a1")), "Short.");
  EXPECT_FALSE(asks_who_speaks(*workspace->agent("a1")));
  EXPECT_EQ(workspace->disallowed_override, Disallowed::kIsIgnored);
  EXPECT_EQ(workspace->environment_variables.at("region"), "eu");
  EXPECT_EQ(workspace->refused_initiation, Refused::kAgentSpeaks);
  EXPECT_EQ(workspace->pace.no_start, Millis(50));
  EXPECT_EQ(workspace->pace.retry, Millis(60));
  EXPECT_TRUE(workspace->post_call_webhook.retry_enabled);
  EXPECT_EQ(workspace->line("+41780000000")->phone_number_id, "p1");
  ASSERT_EQ(workspace->tool("t1")->fields.size(), 2u);
  EXPECT_EQ(workspace->tool("t1")->fields[0].name, "city");
  EXPECT_EQ(workspace->usual_answer("city"), "");
  EXPECT_EQ(workspace->usual_answer("age"), "34");
  EXPECT_EQ(workspace->usual_answer("shoe"), "");
  EXPECT_EQ(workspace->tool("t1")->headers.at(0).value, "b");
  EXPECT_EQ(workspace->initiation_webhook.headers.at(0).name, "X-I");
  EXPECT_EQ(workspace->post_call_webhook.secret, "w");
  EXPECT_EQ(workspace->telegram.chats, (std::vector<std::int64_t>{5, -6}));
  EXPECT_EQ(workspace->twilio.account_sid, "AC1");
  EXPECT_EQ(workspace->twilio.auth_token, "t");
  EXPECT_EQ(workspace->twilio.key_sid, "SK1");
  EXPECT_EQ(workspace->twilio.key_secret, "s");
  EXPECT_EQ(workspace->twilio.messaging_service_sid, "MG1");
  EXPECT_EQ(workspace->twilio.incoming_url, "http://h/sms");
  EXPECT_EQ(workspace->pace.turn, Millis(10));
  EXPECT_EQ(workspace->pace.no_answer, Millis(40));
}

TEST(ReadWorkspace, NeedsOnlyAKeyAndTakesTheUsualPace) {
  const auto workspace = read_workspace(R"({"api_key": "k"})");
  ASSERT_TRUE(workspace);
  EXPECT_EQ(workspace->pace.turn, Millis(400));
  EXPECT_EQ(workspace->pace.ring, Millis(1'500));
  EXPECT_EQ(workspace->pace.processing, Millis(1'500));
  EXPECT_EQ(workspace->pace.no_start, Millis(1'500));
  EXPECT_EQ(workspace->pace.retry, Millis(30'000));
  EXPECT_FALSE(workspace->post_call_webhook.retry_enabled);
  EXPECT_EQ(workspace->disallowed_override, Disallowed::kFails);
  EXPECT_FALSE(workspace->pace.no_answer);
}

TEST(ReadWorkspace, NamesEveryMistakeAtOnce) {
  const auto workspace = read_workspace(R"({
    "agents": [{"agent_id": "a1", "name": "A"}, {"agent_id": "a1", "name": "B", "promt": "x",
                "platform_settings": {"overrides": {"custom_llm_extra_body": 2}}}],
    "phone_numbers": [{"phone_number_id": "p1", "number": "078", "agent_id": "a2"}],
    "tools": [{"tool_id": "t", "name": "n", "fields": "city", "completes": 1}],
    "telegram": {"bot_token": "b", "chats": ["x"]},
    "twilio": {"account_sid": "AC1", "key_sid": "SK1"},
    "ring_ms": -1, "concurrency": 0, "disallowed_override": "drop", "refused_initiation": 1})");
  ASSERT_FALSE(workspace);
  EXPECT_EQ(workspace.error().code, Code::kInvalid);
  for (const char* mistake :
       {"api_key: missing", "agents[1].promt: unknown; did you mean \"prompt\"?",
        "agents[1].platform_settings.overrides.custom_llm_extra_body: ",
        "concurrency: must be a whole number",
        "refused_initiation: must be \"hang_up\" or \"agent\"",
        "disallowed_override: must be \"fail\" or \"ignore\"", "agents[1].agent_id: used twice",
        "phone_numbers[0].number: write it as +", "phone_numbers[0].agent_id: no such agent",
        "tools[0].fields: must be a list", "tools[0].completes: must be true or false",
        "telegram.chats[0]: must be a whole number", "twilio.auth_token: missing",
        "twilio.key_sid: goes together with key_secret", "ring_ms: must be whole milliseconds"})
    EXPECT_NE(workspace.error().message.find(mistake), std::string::npos) << mistake;
}

TEST(ReadWorkspace, RefusesWhatIsNoJsonOrNoObject) {
  EXPECT_FALSE(read_workspace("{"));
  EXPECT_FALSE(read_workspace("[]"));
  EXPECT_FALSE(read_workspace(R"({"api_key": "k", "agents": [1], "telegram": 2})"));
}

TEST(SetUrls, ChangesWhatIsGivenAndNamesEachToolUnderTheBase) {
  Workspace workspace;
  workspace.tools.resize(1);
  workspace.tools[0].name = "collect";
  workspace.post_call_webhook.url = "http://old";
  set_urls(workspace, {"http://new/i", "", "http://new/tools/", "http://new/sms"});
  EXPECT_EQ(workspace.twilio.incoming_url, "http://new/sms");
  EXPECT_EQ(workspace.initiation_webhook.url, "http://new/i");
  EXPECT_EQ(workspace.post_call_webhook.url, "http://old");
  EXPECT_EQ(workspace.tools[0].url, "http://new/tools/collect");
}

}  // namespace
}  // namespace pl::sandbox
