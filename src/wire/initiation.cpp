#include "wire/initiation.h"

#include <optional>
#include <utility>

namespace pl::wire {
namespace {

void put_text(Json::Members& members, const char* key, const std::string& text) {
  if (!text.empty()) members.emplace(key, Json{text});
}

void put_text(Json::Members& members, const char* key, const std::optional<std::string>& text) {
  if (text) put_text(members, key, *text);
}

void put_number(Json::Members& members, const char* key, const std::optional<double>& number) {
  if (number) members.emplace(key, Json{*number});
}

Json agent(const core::Override& override) {
  Json::List tools;
  for (const core::ToolId& id : override.tool_ids) tools.push_back(Json{id.text});
  Json::Members prompt;
  put_text(prompt, "prompt", override.prompt);
  put_text(prompt, "llm", override.llm);
  prompt.emplace("tool_ids", Json{std::move(tools)});
  Json::Members members;
  put_text(members, "first_message", override.first_message);
  put_text(members, "language", override.language);
  members.emplace("prompt", Json{std::move(prompt)});
  return Json{std::move(members)};
}

Json tts(const core::Voice& voice) {
  Json::Members members;
  put_text(members, "voice_id", voice.voice_id);
  put_text(members, "model_id", voice.model_id);
  put_number(members, "stability", voice.stability);
  put_number(members, "similarity_boost", voice.similarity_boost);
  put_number(members, "speed", voice.speed);
  return Json{std::move(members)};
}

}  // namespace

Json override_json(const core::Override& override) {
  Json::Members conversation;
  conversation.emplace("max_duration_seconds",
                       Json{static_cast<std::int64_t>(override.max_duration.count())});
  Json::Members members;
  members.emplace("agent", agent(override));
  members.emplace("tts", tts(override.voice));
  members.emplace("conversation", Json{std::move(conversation)});
  return Json{std::move(members)};
}

Json initiation_json(const core::Initiation& initiation) {
  Json::Members members;
  members.emplace("conversation_config_override", override_json(initiation.override));
  if (!initiation.dynamic_variables.empty()) {
    Json::Members variables;
    for (const auto& [name, value] : initiation.dynamic_variables) {
      variables.emplace(name, Json{value});
    }
    members.emplace("dynamic_variables", Json{std::move(variables)});
  }
  put_text(members, "user_id", initiation.user_id);
  return Json{std::move(members)};
}

std::string initiation_body(const core::Initiation& initiation) {
  Json body = initiation_json(initiation);
  std::get<Json::Members>(body.value).emplace("type", Json{"conversation_initiation_client_data"});
  return write_json(body);
}

}  // namespace pl::wire
