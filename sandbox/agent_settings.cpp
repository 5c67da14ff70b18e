#include "sandbox/agent_settings.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sandbox/agent_rules.h"
#include "sandbox/override_switches.h"

namespace pl::sandbox {
namespace {

Json built_in_tool(const char* name) {
  return Json{{"type", "system"},
              {"name", name},
              {"description", ""},
              {"params", Json{{"system_tool_type", name}}}};
}

// Null where there is nothing.
Json value_in(const Agent& agent, const char* pointer) {
  const Json settings = settings_of(agent);
  const Json::json_pointer place(pointer);
  return settings.contains(place) ? settings.at(place) : Json();
}

std::string text_in(const Agent& agent, const char* pointer) {
  const Json value = value_in(agent, pointer);
  return value.is_string() ? value.get<std::string>() : std::string();
}

// The part of `body` at `key`, checked; an object without a key if there is none.
Json checked_part(const Json& body, const char* key, std::span<const Rule> rules, Json& detail) {
  const auto found = body.find(key);
  if (found == body.end() || !found->is_object()) return Json::object();
  Json part = *found;
  check(part, rules, Json::array({"body", key}), detail);
  return part;
}

}  // namespace

Agent new_agent(std::string agent_id, std::string name, const std::string& first_message,
                const std::string& prompt) {
  const Json tools{{"end_call", built_in_tool("end_call")},
                   {"voicemail_detection", built_in_tool("voicemail_detection")}};
  const Json spoken{
      {"first_message", first_message},
      {"language", "en"},
      {"prompt", Json{{"prompt", prompt}, {"tool_ids", Json::array()}, {"built_in_tools", tools}}}};
  const Json settings{
      {"conversation_config",
       Json{{"agent", spoken},
            {"conversation", Json{{"text_only", false}, {"max_duration_seconds", 600}}}}},
      {"platform_settings", Json{{"overrides", usual_overrides()}}}};
  return {std::move(agent_id), std::move(name), to_text(settings)};
}

Json settings_of(const Agent& agent) {
  return parse_json(agent.settings);
}

void change_agent(Agent& agent, const Json& body, Json& detail) {
  const Json config =
      checked_part(body, "conversation_config", conversation_config_rules(), detail);
  Json rest = checked_part(body, "platform_settings", platform_settings_rules(), detail);
  const Json switches = rest.value("overrides", Json());
  rest.erase("overrides");
  Json settings = settings_of(agent);
  if (!switches.is_null())
    set_switches(settings["platform_settings"]["overrides"], switches,
                 Json::array({"body", "platform_settings", "overrides"}), detail);
  if (!detail.empty()) return;
  settings["conversation_config"].merge_patch(config);
  settings["platform_settings"].merge_patch(rest);
  if (const std::string name = text_at(body, "name"); !name.empty()) agent.name = name;
  agent.settings = to_text(settings);
}

std::string own_first_message(const Agent& agent) {
  return text_in(agent, "/conversation_config/agent/first_message");
}

std::string own_prompt(const Agent& agent) {
  return text_in(agent, "/conversation_config/agent/prompt/prompt");
}

std::string own_timezone(const Agent& agent) {
  return text_in(agent, "/conversation_config/agent/prompt/timezone");
}

std::vector<std::string> own_tool_ids(const Agent& agent) {
  const Json ids = value_in(agent, "/conversation_config/agent/prompt/tool_ids");
  return ids.is_null() ? std::vector<std::string>{} : ids.get<std::vector<std::string>>();
}

int own_max_duration(const Agent& agent) {
  return call_seconds(value_in(agent, "/conversation_config/conversation/max_duration_seconds"));
}

int call_seconds(const Json& max_duration) {
  return static_cast<int>(std::clamp(max_duration.get<double>(), 0.0, 86'400.0));
}

std::optional<int> own_concurrency(const Agent& agent) {
  const Json limit = value_in(agent, "/platform_settings/call_limits/agent_concurrency_limit");
  if (limit.is_null() || limit < 0) return std::nullopt;
  return static_cast<int>(std::min(limit.get<double>(), 1e9));  // an integer of any size
}

OwnWebhooks own_webhooks(const Agent& agent) {
  OwnWebhooks own;
  const Json overrides = value_in(agent, "/platform_settings/workspace_overrides");
  if (!overrides.is_object()) return own;
  if (const Json asked = overrides.value("conversation_initiation_client_data_webhook", Json());
      asked.is_object())
    own.initiation = {text_at(asked, "url"), headers_in(asked.at("request_headers"))};
  const Json told = overrides.value("webhooks", Json::object());
  own.post_call_id = text_at(told, "post_call_webhook_id");
  if (const auto events = told.find("events"); events != told.end())
    own.events = events->get<std::vector<std::string>>();
  own.exclude_transcript = told.value("exclude_transcript", false);
  return own;
}

bool asks_who_speaks(const Agent& agent) {
  return settings_of(agent)["platform_settings"]["overrides"]
                           ["enable_conversation_initiation_client_data_from_webhook"] == true;
}

}  // namespace pl::sandbox
