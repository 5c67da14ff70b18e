#include "sandbox/override_switches.h"

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "sandbox/body_rules.h"

namespace pl::sandbox {
namespace {

// Beside the conversation_config_override: what a call may say, and the switch that lets it.
constexpr std::array<std::pair<const char*, const char*>, 3> kOfTheWholeCall{
    {{"starting_workflow_node_id", "enable_starting_workflow_node_id_from_client"},
     {"procedure_ids", "enable_procedure_ids_from_client"},
     {"custom_llm_extra_body", "custom_llm_extra_body"}}};

void take_out(Json& given, const Json& switches, std::vector<std::string>& names) {
  std::vector<std::string> off;
  for (auto& [key, value] : given.items()) {
    const auto found = switches.find(key);
    if (value.is_null() || found == switches.end()) continue;
    if (found->is_object() && value.is_object())
      take_out(value, *found, names);
    else if (*found == false)
      off.push_back(key);
  }
  for (const std::string& key : off) given.erase(key);
  names.insert(names.end(), off.begin(), off.end());
}

void set_switch(Json& value, const std::string& key, const Json& from, const Json& place,
                Json& detail) {
  Json given{{key, from}};
  const Rule rule{key.c_str(), Kind::kBoolean, Need::kOptional};
  check(given, {&rule, 1}, place, detail);
  value = given[key];
}

}  // namespace

Json usual_overrides() {
  const Json config{
      {"asr", Json{{"keywords", false}}},
      {"turn", Json{{"soft_timeout_config",
                     Json{{"message", false}, {"additional_soft_timeout_messages", false}}}}},
      {"tts", Json{{"model_id", true},
                   {"voice_id", true},
                   {"supported_voices", false},
                   {"stability", true},
                   {"speed", true},
                   {"similarity_boost", true},
                   {"pronunciation_dictionary_locators", false}}},
      {"conversation", Json{{"text_only", false}, {"max_duration_seconds", true}}},
      {"agent", Json{{"first_message", true},
                     {"language", true},
                     {"max_conversation_duration_message", false},
                     {"prompt", Json{{"prompt", true},
                                     {"llm", true},
                                     {"tool_ids", true},
                                     {"tool_ids_strict", false},
                                     {"native_mcp_server_ids", false},
                                     {"knowledge_base", false}}}}}};
  return Json{{"conversation_config_override", config},
              {"custom_llm_extra_body", false},
              {"enable_conversation_initiation_client_data_from_webhook", true},
              {"enable_starting_workflow_node_id_from_client", false},
              {"enable_procedure_ids_from_client", false}};
}

void set_switches(Json& overrides, const Json& from, const Json& place, Json& detail) {
  if (!from.is_object())
    return complain(detail, place, "model_attributes_type",
                    "Input should be a valid dictionary or object to extract fields from", from);
  for (auto& [key, value] : overrides.items()) {
    const auto found = from.find(key);
    if (found == from.end() || found->is_null()) continue;
    Json inside = place;
    inside.push_back(key);
    if (value.is_object())
      set_switches(value, *found, inside, detail);
    else
      set_switch(value, key, *found, place, detail);
  }
}

std::vector<std::string> take_out_disallowed(Json& client_data, const Json& overrides) {
  std::vector<std::string> names;
  const auto config = client_data.find("conversation_config_override");
  if (config != client_data.end() && config->is_object())
    take_out(*config, overrides.at("conversation_config_override"), names);
  std::erase(names, "keywords");
  for (const auto& [field, its_switch] : kOfTheWholeCall) {
    const auto given = client_data.find(field);
    // An object without a key is what a call has that says nothing of it.
    const bool is_given =
        given != client_data.end() && !given->is_null() && !(given->is_object() && given->empty());
    if (!is_given || overrides.at(its_switch) == true) continue;
    client_data.erase(given);
    names.emplace_back(field);
  }
  return names;
}

}  // namespace pl::sandbox
