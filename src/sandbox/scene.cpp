#include "sandbox/scene.h"

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "sandbox/agent_settings.h"
#include "sandbox/override_switches.h"

namespace pl::sandbox {
namespace {

// Walks an object along optional keys; what is absent or null is skipped, a wrong type is a
// problem.
class Walk {
 public:
  Walk(const Json* at, std::vector<std::string> path, std::vector<Problem>& problems)
      : at_(at), path_(std::move(path)), problems_(problems) {}

  Walk into(const char* key) {
    const Json* found = find(key);
    if (found && !found->is_object()) {
      complain(key, "Input should be a valid dictionary", "dict_type");
      found = nullptr;
    }
    std::vector<std::string> path = path_;
    path.emplace_back(key);
    return Walk(found, std::move(path), problems_);
  }

  void text(const char* key, std::string& into) {
    const Json* found = find(key);
    if (!found) return;
    if (found->is_string())
      into = found->get<std::string>();
    else
      complain(key, "Input should be a valid string", "string_type");
  }

  void integer(const char* key, int& into) {
    const Json* found = find(key);
    if (!found) return;
    if (found->is_number_integer() && *found >= 1 && *found <= 86'400)
      into = found->get<int>();
    else
      complain(key, "Input should be a valid integer", "int_type");
  }

  void texts(const char* key, std::vector<std::string>& into) {
    const Json* found = find(key);
    if (!found) return;
    if (!found->is_array() ||
        !std::all_of(found->begin(), found->end(), [](const Json& one) { return one.is_string(); }))
      return complain(key, "Input should be a valid list of strings", "list_type");
    into = found->get<std::vector<std::string>>();
  }

  void variables(const char* key, std::map<std::string, std::string>& into) {
    Walk walk = this->into(key);
    if (!walk.at_) return;
    for (const auto& [name, value] : walk.at_->items()) {
      if (value.is_string())
        into[name] = value.get<std::string>();
      else if (value.is_number() || value.is_boolean())
        into[name] = value.dump();
      else
        walk.complain(name.c_str(), "Input should be a string, a number or a boolean",
                      "value_error");
    }
  }

 private:
  const Json* find(const char* key) const {
    if (!at_) return nullptr;
    const auto found = at_->find(key);
    return found == at_->end() || found->is_null() ? nullptr : &*found;
  }

  void complain(const char* key, const char* message, const char* type) {
    std::vector<std::string> path = path_;
    path.emplace_back(key);
    problems_.push_back({std::move(path), message, type});
  }

  const Json* at_;
  std::vector<std::string> path_;
  std::vector<Problem>& problems_;
};

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

Scene read_scene(const Agent& agent, const Json& client_data, std::vector<Problem>& problems) {
  Scene scene = own_scene(agent);
  Walk data(client_data.is_object() ? &client_data : nullptr, {}, problems);
  data.text("user_id", scene.user_id);
  data.variables("dynamic_variables", scene.variables);
  Walk override_part = data.into("conversation_config_override");
  override_part.into("conversation").integer("max_duration_seconds", scene.max_seconds);
  Walk agent_part = override_part.into("agent");
  agent_part.text("first_message", scene.first_message);
  Walk prompt_part = agent_part.into("prompt");
  prompt_part.text("prompt", scene.prompt);
  prompt_part.texts("tool_ids", scene.tool_ids);
  std::string unused;
  agent_part.text("language", unused);
  override_part.into("tts").text("voice_id", unused);
  return scene;
}

}  // namespace

Scene own_scene(const Agent& agent) {
  Scene scene;
  scene.first_message = own_first_message(agent);
  scene.prompt = own_prompt(agent);
  return scene;
}

Beginning read_beginning(const Workspace& workspace, const Agent& agent, Json client_data,
                         std::vector<Problem>& problems) {
  read_scene(agent, client_data, problems);
  Beginning beginning{to_text(client_data), {}};
  if (!problems.empty()) return beginning;
  std::vector<std::string> disallowed;
  const auto found = client_data.find("conversation_config_override");
  if (found != client_data.end() && found->is_object())
    disallowed = take_out_disallowed(*found, settings_of(agent)["platform_settings"]["overrides"]);
  beginning.scene = read_scene(agent, client_data, problems);
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

std::vector<std::string> fill_in(std::string& text,
                                 const std::map<std::string, std::string>& variables) {
  std::vector<std::string> missing;
  std::size_t from = 0;
  while ((from = text.find("{{", from)) != std::string::npos) {
    const std::size_t end = text.find("}}", from);
    if (end == std::string::npos) break;
    const std::string name(trim(std::string_view(text).substr(from + 2, end - from - 2)));
    const auto found = variables.find(name);
    if (found == variables.end()) {
      if (std::find(missing.begin(), missing.end(), name) == missing.end()) missing.push_back(name);
      from = end + 2;
      continue;
    }
    text.replace(from, end + 2 - from, found->second);
    from += found->second.size();
  }
  return missing;
}

}  // namespace pl::sandbox
