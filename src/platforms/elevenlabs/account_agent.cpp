#include <algorithm>

#include "platforms/elevenlabs/account_parts.h"
#include "platforms/elevenlabs/webhook_paths.h"
#include "wire/initiation.h"

namespace pl::platforms {
namespace {

using wire::Json;

// It says one sentence; whoever is longer on the phone met a persona, who brings a limit along.
constexpr std::int64_t kBaseAgentSeconds = 60;

// The same tree with `true` in place of each value.
Json switched_on(const Json& value) {
  const auto* members = std::get_if<Json::Members>(&value.value);
  if (members == nullptr) return {true};
  Json::Members on;
  for (const auto& [key, member] : *members) on.emplace(key, switched_on(member));
  return {std::move(on)};
}

void merge(Json& into, const Json& more) {
  auto* members = std::get_if<Json::Members>(&into.value);
  const auto* added = std::get_if<Json::Members>(&more.value);
  if (members == nullptr || added == nullptr) return;
  for (const auto& [key, value] : *added) {
    const auto [place, fresh] = members->emplace(key, value);
    if (!fresh) merge(place->second, value);
  }
}

// Read off the overrides themselves, so that a field that is sent is a field that is allowed.
Json override_switches(const core::Line& line) {
  Json switches{Json::Members{}};
  for (const core::Scene& scene : line.scenes) {
    const core::Part part{line, scene, nullptr, core::Trust::kNothing, {}};
    const std::vector<core::ToolId> tools(scene.tools.size(), core::ToolId{"any"});
    merge(switches, switched_on(wire::override_json(core::make_override(part, tools))));
  }
  return switches;
}

Json system_tool(const char* name) {
  const Json parameters{Json::Members{{"system_tool_type", {name}}}};
  return {Json::Members{
      {"type", {"system"}}, {"name", {name}}, {"description", {""}}, {"params", parameters}}};
}

Json conversation_config(const core::Line& line, const BaseAgent& agent) {
  const core::Persona& safe = line.persona(line.scene(line.safe_scene).persona);
  const Json prompt{Json::Members{
      {"prompt", {agent.prompt}},
      {"tool_ids", {Json::List{}}},
      {"built_in_tools",
       {Json::Members{{"end_call", system_tool("end_call")},
                      {"voicemail_detection", system_tool("voicemail_detection")}}}}}};
  Json::Members config{
      {"agent",
       {Json::Members{{"first_message", {agent.greeting}},
                      {"language", {safe.language}},
                      {"prompt", prompt}}}},
      {"conversation", {Json::Members{{"max_duration_seconds", {kBaseAgentSeconds}}}}}};
  // No voice: it must be nobody's of the line. The model must know the language.
  if (safe.voice.model_id) {
    config.emplace("tts", Json{Json::Members{{"model_id", {*safe.voice.model_id}}}});
  }
  return {std::move(config)};
}

// What the post-call webhook tells of.
Json::List events_of(const core::Line& line) {
  Json::List events{{"transcript"}, {"call_initiation_failure"}};
  const bool detects =
      std::any_of(line.outreach.begin(), line.outreach.end(),
                  [](const core::Plan& plan) { return plan.detection != core::Detection::kOff; });
  if (detects) events.push_back({"answering_machine_detection"});
  return events;
}

Json platform_settings(const core::Line& line, const AgentWebhooks& webhooks) {
  const Json overrides{
      Json::Members{{"conversation_config_override", override_switches(line)},
                    {"enable_conversation_initiation_client_data_from_webhook", {true}}}};
  const Json initiation{Json::Members{{"url", {webhooks.public_url + std::string(kInitiationPath)}},
                                      {"request_headers", secret_header(webhooks.secret_id)}}};
  const Json post_call{Json::Members{{"post_call_webhook_id", {webhooks.post_call_webhook_id}},
                                     {"events", {events_of(line)}}}};
  return {Json::Members{{"auth", {Json::Members{{"enable_auth", {true}}}}},
                        {"overrides", overrides},
                        {"workspace_overrides",
                         {Json::Members{{"conversation_initiation_client_data_webhook", initiation},
                                        {"webhooks", post_call}}}}}};
}

}  // namespace

BaseAgent base_agent(const core::Line& line) {
  return {.name = "Receptionist of " + line.name.text,
          .greeting = "Hello. I am sorry, nobody can talk just now. Please call again later.",
          .prompt =
              "You answer the phone of a service that cannot be reached just now. You are nobody "
              "in particular: you have no name, know nobody, promise nothing, ask for nothing and "
              "take no messages. Say in one sentence, in the language of the person who calls, "
              "that nobody can talk just now and that they may call again later. Say goodbye and "
              "end the call."};
}

Json agent_body(const core::Line& line, const BaseAgent& agent, const AgentWebhooks& webhooks) {
  return {Json::Members{{"name", {agent.name}},
                        {"conversation_config", conversation_config(line, agent)},
                        {"platform_settings", platform_settings(line, webhooks)}}};
}

}  // namespace pl::platforms
