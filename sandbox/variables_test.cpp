// What {{name}} stands for. Source: the platform's page on dynamic variables, and its list of
// system__ names of 2026-10; "seen" is what others found in live conversations.
#include "sandbox/variables.h"

#include "sandbox/sandbox_fixture.h"

namespace pl::sandbox {
namespace {

class DynamicVariables : public SandboxFixture {
 protected:
  // A call with these words, followed to its end.
  Json call_with(const std::string& first_message, const std::string& prompt,
                 const Json& variables = Json::object()) {
    Json body = dial_body("+12125550100");
    Json& told = body["conversation_initiation_client_data"];
    told["dynamic_variables"].update(variables);
    Json& agent = told["conversation_config_override"]["agent"];
    agent["first_message"] = first_message;
    agent["prompt"]["prompt"] = prompt;
    const std::string id = dial(body);
    wait_for_end(id);
    return conversation(id);
  }
  void grant_a_tool_with_header(const std::string& value) {
    Pace pace{Millis(1), Millis(2), Millis(1), Millis(2), Millis(3), Millis(4)};
    auto workspace = read_workspace(
        R"({"api_key": "key-1", "agents": [{"agent_id": "agent_1", "name": "A"}],
            "phone_numbers": [{"phone_number_id": "phnum_1", "number": "+12125550199",
                               "agent_id": "agent_1"}],
            "tools": [{"tool_id": "tool_done", "name": "done", "completes": true,
                       "headers": {"X-Call": ")" +
        value + R"("}}], "post_call_webhook": {"secret": "wsec_1"}})");
    ASSERT_TRUE(workspace) << workspace.error().message;
    workspace->pace = pace;
    set_urls(*workspace, {"", party_line_.url("/events"), party_line_.url("/tools"), ""});
    sandbox_ = Sandbox::start(*std::move(workspace), {}, {}).value();
  }
};

struct Known {
  const char* name;
  const char* value;
};
const Known kKnown[] = {
    {"system__agent_id", "agent_1"},
    {"system__current_agent_id", "agent_1"},
    {"system__caller_id", "+12125550199"},
    {"system__called_number", "+12125550100"},
    {"system__conversation_id", "conv_1"},
    {"system__call_sid", "CA1"},
    {"system__call_duration_secs", "12"},
    {"system__time_utc", "2025-11-21T21:19:51.877000+00:00"},
    {"system__time", "Friday, 16:19 21 November 2025"},
    {"system__timezone", "America/New_York"},
    {"system__agent_turns", "1"},
    {"system__current_agent_turns", "1"},
    {"system__is_text_only", "false"},
    {"system__conversation_history",
     R"({"x-elevenlabs-history":true,"entries":[{"role":"agent","message":"Hi"},)"
     R"({"role":"user","message":"Yes?"}]})"},
    {"system__env_region", "eu"},
    {"city", "Bern"}};

TEST(KnownVariables, AreThoseThatWereSentAndThePlatformsOwn) {
  const auto workspace = read_workspace(
      R"({"api_key": "k", "environment_variables": {"region": "eu"},
          "agents": [{"agent_id": "agent_1", "name": "A", "conversation_config":
                     {"agent": {"prompt": {"timezone": "America/New_York"}}}}]})");
  ASSERT_TRUE(workspace) << workspace.error().message;
  Conversation call;
  call.id = "conv_1";
  call.call_sid = "CA1";
  call.agent_id = "agent_1";
  call.agent_number = "+12125550199";
  call.external_number = "+12125550100";
  call.scene.variables["city"] = "Bern";
  const UtcTime now = *parse_utc("2025-11-21T21:19:51.877Z");
  call.answered = now - Millis(12'900);
  call.turns = {{Role::kAgent, now, "Hi", {}, {}}, {Role::kUser, now, "Yes?", {}, {}}};
  const Variables known = known_variables(call, *workspace, now);
  for (const Known& one : kKnown) {
    const auto found = known.find(one.name);
    EXPECT_EQ(found == known.end() ? "none" : found->second, one.value) << one.name;
  }
  EXPECT_EQ(known.size(), std::size(kKnown));
  call.direction = Direction::kInbound;
  EXPECT_EQ(known_variables(call, *workspace, now).at("system__caller_id"), "+12125550100");
}

TEST_F(DynamicVariables, OfThePlatformMayBeNamedByEveryText) {
  std::string names;
  for (const Known& one : kKnown)
    if (const std::string_view name = one.name;
        name.starts_with("system__") && name != "system__env_region")
      names += " {{" + std::string(name) + "}}";
  const Json call = call_with("It is{{ system__timezone }}." + names, "Be kind." + names);
  EXPECT_EQ(call["status"], "done");
  EXPECT_TRUE(messages_of(call, "agent").at(0).starts_with("It isUTC. agent_1"));
}

// "The system__ prefix is reserved."
TEST_F(DynamicVariables, OfThePlatformAreNotTakenFromAnybodyElse) {
  const Json sent{{"system__agent_id", "other"}, {"system__mood", "good"}};
  const Json call = call_with("I am {{system__agent_id}}.", "Kind.", sent);
  EXPECT_EQ(messages_of(call, "agent").at(0), "I am agent_1.");
  EXPECT_EQ(call["conversation_initiation_client_data"]["dynamic_variables"],
            (Json{{"partyline_call", "attempt_1"}}));
  EXPECT_EQ(call["metadata"]["warnings"],
            Json::array({"dynamic_variables: only the platform sets system__agent_id",
                         "dynamic_variables: only the platform sets system__mood"}));
  EXPECT_EQ(call_with("A {{system__mood}} day.", "Kind.", sent)["metadata"]["termination_reason"],
            "Missing required dynamic variables in first message: {'system__mood'}");
}

// "Usable in headers only; never sent to the model."
TEST_F(DynamicVariables, ThatAreSecretAreNeverSpokenNorReadByTheModel) {
  const Json sent{{"secret__key", "k-1234"}};
  for (const auto& [first_message, prompt, where] :
       {std::tuple{"The key is {{secret__key}}.", "Kind.", "first message"},
        std::tuple{"Hi.", "The key is {{secret__key}}.", "prompt"}}) {
    const Json call = call_with(first_message, prompt, sent);
    EXPECT_EQ(call["metadata"]["termination_reason"],
              std::string("Missing required dynamic variables in ") + where + ": {'secret__key'}");
    EXPECT_EQ(call.dump().find("k-1234"), std::string::npos);
  }
  EXPECT_EQ(call_with("Hi.", "Kind.", sent)["status"], "done");
}

TEST_F(DynamicVariables, FillTheHeadersOfToolsAlsoThoseThatAreSecret) {
  grant_a_tool_with_header("{{secret__key}} in turn {{system__agent_turns}}");
  Json body = dial_body("+12125550100", "- mood: How are you?\n");
  body["conversation_initiation_client_data"]["dynamic_variables"]["secret__key"] = "k-1234";
  wait_for_end(dial(body));
  const auto requests = party_line_.requests("/tools/done");
  ASSERT_EQ(requests.size(), 1u);
  EXPECT_EQ(requests[0].header("X-Call"), "k-1234 in turn 2");
}

TEST_F(DynamicVariables, OfTheHeadersOfToolsMustBeSentToo) {
  grant_a_tool_with_header("{{secret__key}}");
  const std::string id = dial(dial_body("+12125550100"));
  wait_for_end(id);
  EXPECT_EQ(conversation(id)["metadata"]["termination_reason"],
            "Missing required dynamic variables in tools: {'secret__key'}");
}

TEST(FillIn, ReplacesVariablesAndReturnsTheMissing) {
  std::string text = "Hi {{name}}, {{ name }}! {{city}} {{city}} {{";
  EXPECT_EQ(fill_in(text, {{"name", "{{x}}"}}), std::vector<std::string>{"city"});
  EXPECT_EQ(text, "Hi {{x}}, {{x}}! {{city}} {{city}} {{");
}

}  // namespace
}  // namespace pl::sandbox
