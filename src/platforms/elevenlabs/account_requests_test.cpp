#include "platforms/elevenlabs/account_requests.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "../../../tests/support/keep_exchange.h"
#include "core/override.h"
#include "platforms/elevenlabs/tools.h"

namespace pl::platforms {
namespace {

using wire::Json;

using core::Field;

core::Template text(const char* source) {
  return *core::Template::parse(source);
}

core::Persona persona(const char* name) {
  return {.name = {name}, .prompt = "Be.\n", .voice = {.voice_id = name}, .language = "en"};
}

// One field of each type, one tool of each kind, two scenes.
core::Line desk() {
  core::Line line{.name = {"desk"}, .number = *core::PhoneNumber::from_e164("+41780000000")};
  line.personas = {persona("ada"), persona("bob")};
  line.profile = {Field{"city", core::TextField{80}, true, {}, "Where do you live?"},
                  Field{"age", core::IntegerField{1, 5}, false, {}, "How old?"},
                  Field{"kind", core::ChoiceField{{"cat", "dog"}}, false, {}, "Cat or dog?"},
                  Field{"hobbies", core::ListField{}, false, {}, "What else?"},
                  Field{"zone", core::TimezoneField{}, false, {}, "Which clock?"},
                  Field{"news", core::BooleanField{}, false, {}, "Any news?"},
                  Field{"secret_wish", core::TextField{}, false, {}, "Nobody saves it."}};
  line.tools = {{.name = {"note"}, .saves = {"city", "age", "kind", "hobbies", "zone", "news"}},
                {.name = {"finish"}, .completes_onboarding = true},
                {.name = {"stop"}, .opts_out = true}};
  line.scenes = {{.name = {"intake"}, .persona = {"ada"}, .openings = {text("Hello {{name}}.")}},
                 {.name = {"safe"}, .persona = {"bob"}, .openings = {text("Hello.")}}};
  line.scenes[0].tools = {{"note"}, {"finish"}, {"stop"}};
  line.safe_scene = {"safe"};
  return line;
}

std::vector<AccountRequest> requests(const core::Line& line) {
  return account_requests(line, "https://voice.example.com", base_agent(line));
}

const AccountRequest& making(const std::vector<AccountRequest>& all, const std::string& what) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const AccountRequest& one) {
    return one.makes.find(what) != std::string::npos;
  });
  EXPECT_NE(found, all.end()) << what;
  return *found;
}

// The value at "/a/b"; null where there is none.
Json at(const Json& json, const std::string& pointer) {
  if (pointer.empty()) return json;
  const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
  const auto* members = std::get_if<Json::Members>(&json.value);
  if (members == nullptr) return {};
  const auto found = members->find(pointer.substr(1, end - 1));
  return found == members->end() ? Json{} : at(found->second, pointer.substr(end));
}

std::string shown(const Json& json, const std::string& pointer) {
  return wire::write_json(at(json, pointer));
}

const std::string kSchema = "/tool_config/api_schema/request_body_schema";

TEST(AccountRequests, AreOneOfEachThingInTheOrderThatTheirIdsAreNeeded) {
  std::string order;
  std::vector<std::string> known{"PARTYLINE_INITIATION_SECRET", "PARTYLINE_TOOLS_SECRET",
                                 "TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"};
  for (const AccountRequest& one : requests(desk())) {
    order += one.method + " " + one.path + "\n";
    for (const std::string& name : one.needs) {
      EXPECT_NE(std::find(known.begin(), known.end(), name), known.end()) << name;
      EXPECT_NE((one.path + wire::write_json(one.body)).find("${" + name + "}"), std::string::npos);
    }
    for (const Kept& kept : one.keeps) known.push_back(kept.name);
  }
  EXPECT_EQ(order,
            "POST /v1/convai/secrets\n"
            "POST /v1/convai/secrets\n"
            "POST /v1/convai/tools\n"
            "POST /v1/convai/tools\n"
            "POST /v1/convai/tools\n"
            "POST /v1/workspace/webhooks\n"
            "PATCH /v1/workspace/webhooks/${ELEVENLABS_WEBHOOK_ID}\n"
            "POST /v1/convai/agents/create\n"
            "POST /v1/convai/phone-numbers\n");
}

// The copy of the description that we have leaves /v1/workspace/ out.
TEST(AccountRequests, FitThePlatformsOwnDescription) {
  core::Line with_everything = desk();
  with_everything.personas[0].voice = {"ada", "eleven_flash_v2", 0.4, 0.7, 0.95};
  with_everything.personas[1].voice.model_id = "eleven_flash_v2";
  with_everything.personas[1].llm = "gemini-2.5-flash";
  for (const core::Line& line : {desk(), with_everything}) {
    for (const AccountRequest& one : requests(line)) {
      if (one.path.starts_with("/v1/workspace/")) continue;
      const std::string body = wire::write_json(one.body);
      EXPECT_EQ(body.find("null"), std::string::npos) << body;
      pl::testing::keep({.method = one.method, .path = one.path, .request = body}, "elevenlabs");
    }
  }
}

TEST(AccountRequests, BindTheCallToWhatTheModelCannotSee) {
  const core::Line line = desk();
  for (const char* tool : {"note", "finish", "stop"}) {
    const Json body = making(requests(line), std::string("tool ") + tool).body;
    EXPECT_EQ(shown(body, kSchema + "/properties/partyline_call"),
              R"({"dynamic_variable":"partyline_call","type":"string"})");
    EXPECT_EQ(shown(body, kSchema + "/properties/conversation_id"),
              R"({"dynamic_variable":"system__conversation_id","type":"string"})");
    EXPECT_EQ(shown(body, kSchema + "/required"), R"(["partyline_call","conversation_id"])");
  }
}

TEST(AccountRequests, AFieldCannotTakeThePlaceOfWhatIsBound) {
  core::Line line = desk();
  line.profile.push_back(Field{"partyline_call", core::TextField{}, false, {}, "Which call?"});
  line.tools[0].saves.emplace_back("partyline_call");
  EXPECT_EQ(shown(making(requests(line), "tool note").body, kSchema + "/properties/partyline_call"),
            R"({"dynamic_variable":"partyline_call","type":"string"})");
}

TEST(AccountRequests, AToolSavesTheFieldsOfTheLineWithTheirTypes) {
  const Json note = making(requests(desk()), "tool note").body;
  const auto property = [&](const char* name, const char* member) {
    return shown(note, kSchema + "/properties/" + name + "/" + member);
  };
  EXPECT_EQ(property("city", "type"), R"("string")");
  EXPECT_EQ(property("age", "type"), R"("integer")");
  EXPECT_EQ(property("kind", "enum"), R"(["cat","dog"])");
  EXPECT_EQ(property("hobbies", "type"), R"("array")");
  EXPECT_EQ(property("hobbies", "items/type"), R"("string")");
  EXPECT_EQ(property("zone", "type"), R"("string")");
  EXPECT_EQ(property("news", "type"), R"("boolean")");
  EXPECT_NE(property("city", "description").find("Where do you live?"), std::string::npos);
  EXPECT_EQ(property("secret_wish", "type"), "null");
  EXPECT_EQ(shown(note, "/tool_config/api_schema/url"),
            R"("https://voice.example.com/elevenlabs/tools/note")");
  EXPECT_EQ(shown(note, "/tool_config/api_schema/request_headers"),
            R"({"X-Partyline-Secret":{"secret_id":"${PARTYLINE_TOOLS_SECRET_ID}"}})");
}

// What the platform would send for such a schema is what our tool route reads.
TEST(AccountRequests, WhatAToolSendsIsWhatWeRead) {
  wire::Mended mended;
  const auto call = read_tool_call({"note"},
                                   R"({"partyline_call":"call_01jd3v7w8x9yzabcdefghjkmnp",)"
                                   R"("conversation_id":"conv_1","city":"Bern","age":3,)"
                                   R"("hobbies":["chess"],"news":true})",
                                   mended);
  ASSERT_TRUE(call) << call.error().message;
  const Json properties = at(making(requests(desk()), "tool note").body, kSchema + "/properties");
  for (const auto& [name, value] : call->arguments) {
    EXPECT_NE(shown(properties, "/" + name), "null") << name;
  }
  EXPECT_EQ(call->conversation, core::ConversationId{"conv_1"});
  EXPECT_TRUE(call->call);
}

const std::string kSwitches = "/platform_settings/overrides/conversation_config_override";

TEST(AccountRequests, TheAgentAllowsWhatTheLineOverridesAndNothingElse) {
  core::Line line = desk();
  EXPECT_EQ(shown(making(requests(line), "base agent").body, kSwitches),
            R"({"agent":{"first_message":true,"language":true,)"
            R"("prompt":{"prompt":true,"tool_ids":true}},)"
            R"("conversation":{"max_duration_seconds":true},"tts":{"voice_id":true}})");
  // Each persona asks for a switch of its own.
  line.personas[0].llm = "gemini-2.5-flash";
  line.personas[1].voice.speed = 0.9;
  EXPECT_EQ(shown(making(requests(line), "base agent").body, kSwitches),
            R"({"agent":{"first_message":true,"language":true,)"
            R"("prompt":{"llm":true,"prompt":true,"tool_ids":true}},)"
            R"("conversation":{"max_duration_seconds":true},)"
            R"("tts":{"speed":true,"voice_id":true}})");
}

TEST(AccountRequests, TheAgentIsSafeWithoutUs) {
  core::Line line = desk();
  line.personas[1].language = "de";
  line.personas[1].voice.model_id = "eleven_flash_v2_5";
  const Json agent = making(requests(line), "base agent").body;
  EXPECT_EQ(wire::write_json(agent).find("{{"), std::string::npos);
  const std::string prompt = "/conversation_config/agent/prompt";
  EXPECT_EQ(shown(agent, prompt + "/tool_ids"), "[]");
  EXPECT_EQ(shown(agent, prompt + "/built_in_tools/end_call/params"),
            R"({"system_tool_type":"end_call"})");
  EXPECT_EQ(shown(agent, prompt + "/built_in_tools/voicemail_detection/params"),
            R"({"system_tool_type":"voicemail_detection"})");
  EXPECT_EQ(shown(agent, "/conversation_config/agent/language"), R"("de")");
  EXPECT_EQ(shown(agent, "/conversation_config/tts"), R"({"model_id":"eleven_flash_v2_5"})");
  EXPECT_EQ(shown(agent, "/platform_settings/auth/enable_auth"), "true");
}

TEST(AccountRequests, TheAgentAsksUsAndReportsToUs) {
  const Json agent = making(requests(desk()), "base agent").body;
  const std::string settings = "/platform_settings/";
  EXPECT_EQ(
      shown(agent, settings + "overrides/enable_conversation_initiation_client_data_from_webhook"),
      "true");
  EXPECT_EQ(
      shown(agent, settings + "workspace_overrides/conversation_initiation_client_data_webhook"),
      R"({"request_headers":{"X-Partyline-Secret":)"
      R"({"secret_id":"${PARTYLINE_INITIATION_SECRET_ID}"}},)"
      R"("url":"https://voice.example.com/elevenlabs/initiation"})");
  EXPECT_EQ(shown(agent, settings + "workspace_overrides/webhooks"),
            R"({"events":["transcript","call_initiation_failure"],)"
            R"("post_call_webhook_id":"${ELEVENLABS_WEBHOOK_ID}"})");
}

TEST(AccountRequests, TheAgentReportsMachinesWhereAPlanAsksForThem) {
  core::Line line = desk();
  line.outreach.push_back({.name = {"detects"}, .detection = core::Detection::kEnable});
  const Json agent = making(requests(line), "base agent").body;
  EXPECT_EQ(shown(agent, "/platform_settings/workspace_overrides/webhooks/events"),
            R"(["transcript","call_initiation_failure","answering_machine_detection"])");
}

TEST(AccountRequests, ALineWithoutToolsNeedsNoSecretForThem) {
  core::Line line = desk();
  line.tools.clear();
  for (core::Scene& scene : line.scenes) scene.tools.clear();
  for (const AccountRequest& one : requests(line)) {
    EXPECT_EQ(wire::write_json(one.body).find("TOOLS_SECRET"), std::string::npos) << one.makes;
    EXPECT_NE(one.path, "/v1/convai/tools");
  }
}

}  // namespace
}  // namespace pl::platforms
