#include "sandbox/scene.h"

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "sandbox/agent_settings.h"
#include "sandbox/agents_bodies.h"
#include "sandbox/override_switches.h"
#include "sandbox/variables.h"

namespace pl::sandbox {
namespace {

// Null where there is nothing.
const Json* value_at(const Json& object, const char* pointer) {
  const Json::json_pointer place(pointer);
  if (!object.contains(place)) return nullptr;
  const Json& value = object.at(place);
  return value.is_null() ? nullptr : &value;
}

void take_text(const Json& object, const char* pointer, std::string& into) {
  if (const Json* const value = value_at(object, pointer)) into = value->get<std::string>();
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return trim(line);
}

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) {
    return std::isalnum(c) || c == '_' || c == '-' || c == '.';
  });
}

// What `client_data`, which was checked, makes of the agent.
Scene read_scene(const Agent& agent, const Json& client_data) {
  Scene scene = own_scene(agent);
  take_text(client_data, "/user_id", scene.user_id);
  scene.variables = read_variables(client_data);
  const Json* const changed = value_at(client_data, "/conversation_config_override");
  if (!changed) return scene;
  take_text(*changed, "/agent/first_message", scene.first_message);
  take_text(*changed, "/agent/prompt/prompt", scene.prompt);
  if (const Json* const ids = value_at(*changed, "/agent/prompt/tool_ids"))
    scene.tool_ids = ids->get<std::vector<std::string>>();
  if (const Json* const seconds = value_at(*changed, "/conversation/max_duration_seconds"))
    scene.max_seconds = call_seconds(*seconds);
  return scene;
}

}  // namespace

Scene own_scene(const Agent& agent) {
  Scene scene;
  scene.first_message = own_first_message(agent);
  scene.prompt = own_prompt(agent);
  scene.tool_ids = own_tool_ids(agent);
  scene.max_seconds = own_max_duration(agent);
  return scene;
}

Beginning read_beginning(const Workspace& workspace, const Agent& agent, Json client_data,
                         const Json& place, Json& detail) {
  check_client_data(client_data, place, detail);
  check_variables(client_data, place, detail);
  Beginning beginning{to_text(client_data), {}};
  if (!detail.empty()) return beginning;
  auto disallowed =
      take_out_disallowed(client_data, settings_of(agent)["platform_settings"]["overrides"]);
  const auto reserved = take_out_reserved(client_data);
  beginning.scene = read_scene(agent, client_data);
  for (const std::string& name : reserved)
    beginning.scene.warnings.push_back("dynamic_variables: only the platform sets " + name);
  if (workspace.disallowed_override == Disallowed::kFails && !disallowed.empty())
    beginning.scene.disallowed = std::move(disallowed);
  else
    beginning.client_data = to_text(client_data);
  return beginning;
}

std::vector<Question> questions_in(std::string_view prompt) {
  std::vector<Question> questions;
  bool listing = false;
  while (!prompt.empty()) {
    const std::string_view line = take_line(prompt);
    if (line == "Still to ask:") {
      questions.clear();
      listing = true;
      continue;
    }
    if (!listing || line.empty()) continue;
    const std::size_t colon = line.find(": ");
    if (!line.starts_with("- ") || colon == std::string_view::npos ||
        !is_name(line.substr(2, colon - 2))) {
      listing = false;
      continue;
    }
    questions.push_back(
        {std::string(line.substr(2, colon - 2)), std::string(trim(line.substr(colon + 2)))});
  }
  return questions;
}

}  // namespace pl::sandbox
