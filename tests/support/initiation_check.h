// Whether an answer to the pre-call webhook is complete: whatever it left out, the agent would take
// from its own settings, or from another persona.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace pl::testing {

// The first thing that the answer lacks, as a JSON pointer; empty when it is complete.
inline std::string lacks(const std::string& body) {
  const auto answer = nlohmann::json::parse(body, nullptr, false);
  if (answer.is_discarded()) return "JSON";
  const std::string override = "/conversation_config_override";
  for (const std::string& place :
       {std::string("/type"), override + "/agent/first_message", override + "/agent/language",
        override + "/agent/prompt/prompt", override + "/tts/voice_id",
        std::string("/dynamic_variables/partyline_call")}) {
    const nlohmann::json::json_pointer pointer(place);
    if (!answer.contains(pointer) || !answer.at(pointer).is_string()) return place;
    if (answer.at(pointer).get<std::string>().empty()) return place;
    if (answer.at(pointer).get<std::string>().find("{{") != std::string::npos) return place + " {{";
  }
  const nlohmann::json::json_pointer tools(override + "/agent/prompt/tool_ids");
  const nlohmann::json::json_pointer limit(override + "/conversation/max_duration_seconds");
  if (!answer.contains(tools) || !answer.at(tools).is_array()) return tools.to_string();
  if (!answer.contains(limit)) return limit.to_string();
  return "";
}

// What the caller hears first.
inline std::string first_message(const std::string& body) {
  const auto answer = nlohmann::json::parse(body, nullptr, false);
  const nlohmann::json::json_pointer place("/conversation_config_override/agent/first_message");
  return answer.contains(place) ? answer.at(place).get<std::string>() : "";
}

}  // namespace pl::testing
