// Ways in which one persona, or one person, could leak into another's call, each planted between
// what we recorded and what the platform did; and which check sees it: the one of the answer that a
// call is begun with, or the one of the report that comes after it.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <functional>

#include "../../tests/support/front_stage.h"
#include "../../tests/support/initiation_check.h"

namespace pl::http {
namespace {

using namespace pl::testing;
using Json = nlohmann::json;

// What was told, and what came of it.
struct Played {
  Json told;  // the answer to the pre-call webhook, as the platform took it
  Json used;  // what it says that it used of that
  std::string agent = "agent_nikita";
  std::string first_turn;
  std::string voice;
  std::vector<std::string> said;  // by the agent, later
};

Json& at(Json& told, const std::string& place) {
  return told[Json::json_pointer("/conversation_config_override" + place)];
}

// A call that comes in, as it was answered.
Json answer_to(FrontStage& stage, const std::string& caller_id, const std::string& sid) {
  const auto answer = stage.initiation(
      fmt::format(R"({{"agent_id":"agent_nikita","caller_id":"{}","called_number":"+41780000000",)"
                  R"("call_sid":"{}"}})",
                  caller_id, sid));
  EXPECT_EQ(answer.status, 200);
  return json_of(answer);
}

std::string report_of(const Played& played, const std::string& sid) {
  Json turns = Json::array();
  turns.push_back({{"role", "agent"},
                   {"message", played.first_turn},
                   {"time_in_call_secs", 0},
                   {"conversation_turn_metrics", {{"voice_id", played.voice}}}});
  turns.push_back({{"role", "user"}, {"message", "Hello!"}, {"time_in_call_secs", 3}});
  for (const std::string& words : played.said) {
    turns.push_back({{"role", "agent"}, {"message", words}, {"time_in_call_secs", 5}});
  }
  Json used = played.used;
  used.erase("type");
  const Json told{{"conversation_id", "conv_1"},
                  {"agent_id", played.agent},
                  {"status", "done"},
                  {"metadata", {{"call_duration_secs", 40}, {"phone_call", {{"call_sid", sid}}}}},
                  {"conversation_initiation_client_data", used},
                  {"transcript", turns}};
  return Json{{"type", "post_call_transcription"}, {"event_timestamp", 1}, {"data", told}}.dump();
}

struct Leak {
  const char* bug;
  std::function<void(Played&, const Json& other)> plant;
  const char* caught_by;
};

// `other` is the call of a stranger, in another scene.
const std::vector<Leak> kLeaks{
    {"no prompt is sent",
     [](Played& p, const Json&) { at(p.told, "/agent/prompt").erase("prompt"); }, "before"},
    {"no first message is sent",
     [](Played& p, const Json&) { at(p.told, "/agent").erase("first_message"); }, "before"},
    {"no language is sent", [](Played& p, const Json&) { at(p.told, "/agent").erase("language"); },
     "before"},
    {"no voice is sent", [](Played& p, const Json&) { at(p.told, "/tts").erase("voice_id"); },
     "before"},
    {"no list of tools is sent",
     [](Played& p, const Json&) { at(p.told, "/agent/prompt").erase("tool_ids"); }, "before"},
    {"no duration is sent",
     [](Played& p, const Json&) { at(p.told, "/conversation").erase("max_duration_seconds"); },
     "before"},
    {"a variable is left unfilled",
     [](Played& p, const Json&) { at(p.told, "/agent/first_message") = "Hi {{name}}!"; }, "before"},
    {"the call is not named",
     [](Played& p, const Json&) { p.told["dynamic_variables"].erase("partyline_call"); }, "before"},
    {"the base agent's prompt is used",
     [](Played& p, const Json&) { at(p.used, "/agent/prompt/prompt") = nullptr; }, "prompt"},
    {"the base agent's voice is used", [](Played& p, const Json&) { at(p.used, "/tts") = nullptr; },
     "voice_id, model_id, stability, similarity_boost, speed"},
    {"the base agent speaks first, whatever is reported",
     [](Played& p, const Json&) { p.first_turn = "Hello, how can I help you?"; }, "first_turn"},
    {"a stale template of the prompt is used",
     [](Played& p, const Json&) {
       at(p.used, "/agent/prompt/prompt") = "You are Nikita, and you talk with people.\n";
     },
     "prompt"},
    {"the other persona's prompt is used",
     [](Played& p, const Json&) {
       at(p.used, "/agent/prompt/prompt") =
           "You are Meta-Nikita, and you get to know new people.\n";
     },
     "prompt"},
    {"the prompt of another scene is used",
     [](Played& p, const Json& other) {
       at(p.used, "/agent/prompt/prompt") =
           other.at("conversation_config_override").at("agent").at("prompt").at("prompt");
     },
     "prompt"},
    {"the other persona's voice is used",
     [](Played& p, const Json&) { at(p.used, "/tts/voice_id") = "voice_meta"; }, "voice_id"},
    {"the other persona's voice is heard, whatever is reported",
     [](Played& p, const Json&) { p.voice = "voice_meta"; }, "voice_id"},
    {"the other persona's voice settings are used",
     [](Played& p, const Json&) { at(p.used, "/tts/stability") = 0.4; }, "stability"},
    {"another speech model is used",
     [](Played& p, const Json&) { at(p.used, "/tts/model_id") = "eleven_v3"; }, "model_id"},
    {"another language model is used",
     [](Played& p, const Json&) { at(p.used, "/agent/prompt/llm") = "gpt-5"; }, "llm"},
    {"another persona's language is used",
     [](Played& p, const Json&) { at(p.used, "/agent/language") = "de"; }, "language"},
    {"a tool of another scene is granted",
     [](Played& p, const Json&) {
       at(p.used, "/agent/prompt/tool_ids") = {"tool_complete_onboarding"};
     },
     "tool_ids"},
    {"the first message of another scene is used",
     [](Played& p, const Json&) {
       p.first_turn = at(p.used, "/agent/first_message") = "Hey Anna, good to hear you.";
     },
     "first_message, first_turn"},
    {"the first message names another caller",
     [](Played& p, const Json&) {
       p.first_turn = at(p.used, "/agent/first_message") =
           "Hi Ben, my friend wants to talk with you first.";
     },
     "first_message, first_turn"},
    {"another scene's duration is used",
     [](Played& p, const Json&) { at(p.used, "/conversation/max_duration_seconds") = 1800; },
     "max_duration_seconds"},
    {"a variable of another line is used",
     [](Played& p, const Json&) { p.used["dynamic_variables"]["product"] = "vera"; },
     "dynamic_variables"},
    {"the caller is swapped",
     [](Played& p, const Json& other) { p.used["user_id"] = other.at("user_id"); }, "user_id"},
    {"the whole cached override of another call is used",
     [](Played& p, const Json& other) {
       p.used = other;
       p.first_turn = at(p.used, "/agent/first_message").get<std::string>();
     },
     "prompt, first_message, dynamic_variables, user_id, first_turn"},
    {"another agent speaks", [](Played& p, const Json&) { p.agent = "agent_vera"; }, "agent_id"},
    {"one persona speaks of the other, as it must never",
     [](Played& p, const Json&) { p.said = {"Then META-NIKITA lied to you."}; }, "never_says"},
};

// "before", or what the check afterwards names; empty: nobody saw it.
std::string caught(const std::function<void(Played&, const Json&)>& plant) {
  FrontStage stage;
  core::Caller ben = sample_caller();
  ben.id = sample_id<core::CallerId>(2);
  ben.number.number = sample_number("+41780000002");
  ben.name = "Ben";
  stage.world.store.put(ben);
  Played played;
  const Json other = answer_to(stage, "+41780000003", "CA_other");  // a stranger
  played.told = played.used = answer_to(stage, "+41780000001", "CA_mine");
  const std::string id = played.told["dynamic_variables"]["partyline_call"];
  played.first_turn = at(played.told, "/agent/first_message");
  played.voice = at(played.told, "/tts/voice_id");
  plant(played, other);
  if (!lacks(played.told.dump()).empty()) return "before";
  EXPECT_EQ(stage.signed_event(report_of(played, "CA_mine")).status, 200);
  std::string names;
  const Json call = json_of(stage.api("GET", "/v1/calls/" + id));
  for (const Json& one : call["drift"]) {
    names += (names.empty() ? "" : ", ") + one.get<std::string>();
  }
  const auto items = json_of(stage.api("GET", "/v1/attention"))["items"];
  EXPECT_EQ(items.size(), names.empty() ? 0U : 1U) << items.dump();
  return names;
}

TEST(PersonaLeaks, NothingIsSeenWhereNothingLeaks) {
  EXPECT_EQ(caught([](Played&, const Json&) {}), "");
}

TEST(PersonaLeaks, EachIsSeenByOneOfTheChecks) {
  std::size_t seen = 0;
  for (const Leak& leak : kLeaks) {
    const std::string by = caught(leak.plant);
    EXPECT_EQ(by, leak.caught_by) << leak.bug;
    seen += by.empty() ? 0 : 1;
    fmt::print("{:<60} {}\n", leak.bug, by == "before" ? "before the call" : "after it: " + by);
  }
  fmt::print("{} of {}\n", seen, kLeaks.size());
}

}  // namespace
}  // namespace pl::http
