#include "sandbox/workspace.h"

#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <set>

#include "base/text.h"
#include "sandbox/agent_settings.h"
#include "sandbox/agents_bodies.h"
#include "sandbox/json.h"

namespace pl::sandbox {
namespace {

// Reads one object and remembers every mistake instead of stopping at the first.
class Reader {
 public:
  Reader(const Json& object, std::string path, std::vector<std::string>& mistakes)
      : object_(object), path_(std::move(path)), mistakes_(mistakes) {
    if (!object_.is_object()) complain("", "must be an object");
  }

  void only(std::initializer_list<const char*> known) {
    if (!object_.is_object()) return;
    const std::vector<std::string> names(known.begin(), known.end());
    for (const auto& [key, value] : object_.items()) {
      if (std::find(names.begin(), names.end(), key) != names.end()) continue;
      const std::string near = nearest(key, names);
      complain(key, near.empty() ? "unknown; known here: " + join(names, ", ")
                                 : "unknown; did you mean \"" + near + "\"?");
    }
  }

  std::string text(const char* key) {
    const Json* value = find(key);
    if (!value) return {};
    if (value->is_string()) return value->get<std::string>();
    complain(key, "must be a text");
    return {};
  }

  std::string required(const char* key) {
    std::string value = text(key);
    if (value.empty() && (!find(key) || find(key)->is_string()))
      complain(key, "missing; it cannot be empty");
    return value;
  }

  bool flag(const char* key) {
    const Json* value = find(key);
    if (!value) return false;
    if (value->is_boolean()) return value->get<bool>();
    complain(key, "must be true or false");
    return false;
  }

  std::optional<Millis> length(const char* key) {
    const Json* value = find(key);
    if (!value || value->is_null()) return std::nullopt;
    if (value->is_number_integer() && *value >= 0 && *value <= 3'600'000)
      return Millis(value->get<std::int64_t>());
    complain(key, "must be whole milliseconds, 0 to 3600000");
    return std::nullopt;
  }

  std::optional<int> count(const char* key) {
    const Json* value = find(key);
    if (!value || value->is_null()) return std::nullopt;
    if (value->is_number_integer() && *value >= 1 && *value <= 1'000'000) return value->get<int>();
    complain(key, "must be a whole number, 1 or more");
    return std::nullopt;
  }

  std::map<std::string, std::string> texts(const char* key) {
    std::map<std::string, std::string> texts;
    const Json* value = find(key);
    if (!value) return texts;
    if (!value->is_object()) {
      complain(key, "must be an object of texts");
      return texts;
    }
    for (const auto& [name, content] : value->items()) {
      if (content.is_string())
        texts[name] = content.get<std::string>();
      else
        complain(std::string(key) + "." + name, "must be a text");
    }
    return texts;
  }

  std::vector<net::Header> headers(const char* key) {
    std::vector<net::Header> headers;
    for (const auto& [name, value] : texts(key)) headers.push_back({name, value});
    return headers;
  }

  // Calls `read(element, path)` for each element.
  template <class Read>
  void each(const char* key, Read read) {
    const Json* value = find(key);
    if (!value) return;
    if (!value->is_array()) {
      complain(key, "must be a list");
      return;
    }
    for (std::size_t i = 0; i < value->size(); ++i)
      read((*value)[i], at(std::string(key) + "[" + std::to_string(i) + "]"));
  }

  const Json* find(const char* key) const {
    if (!object_.is_object()) return nullptr;
    const auto found = object_.find(key);
    return found == object_.end() ? nullptr : &*found;
  }

  std::string at(const std::string& key) const {
    if (path_.empty() || key.empty()) return path_ + key;
    return path_ + "." + key;
  }

  void complain(const std::string& key, const std::string& what) {
    const std::string where = at(key);
    mistakes_.push_back((where.empty() ? "the file" : where) + ": " + what);
  }

 private:
  const Json& object_;
  std::string path_;
  std::vector<std::string>& mistakes_;
};

Agent read_agent(const Json& json, const std::string& path, std::vector<std::string>& mistakes) {
  Reader reader(json, path, mistakes);
  reader.only(
      {"agent_id", "name", "first_message", "prompt", "conversation_config", "platform_settings"});
  Agent agent = new_agent(reader.required("agent_id"), reader.required("name"),
                          reader.text("first_message"), reader.text("prompt"));
  Json rest = Json::object();
  for (const char* key : {"conversation_config", "platform_settings"})
    if (const Json* const value = reader.find(key)) rest[key] = *value;
  Json detail = Json::array();
  check(rest, agent_patch_rules(), Json::array({"body"}), detail);
  change_agent(agent, rest, detail);
  for (const Json& problem : detail) {
    auto keys = problem["loc"].get<std::vector<std::string>>();
    keys.erase(keys.begin());  // "body"
    reader.complain(join(keys, "."), problem["msg"].get<std::string>());
  }
  return agent;
}

Tool read_tool(const Json& json, const std::string& path, std::vector<std::string>& mistakes) {
  Reader reader(json, path, mistakes);
  reader.only({"tool_id", "name", "url", "headers", "fields", "completes"});
  Tool tool{.tool_id = reader.required("tool_id"),
            .name = reader.required("name"),
            .url = reader.text("url"),
            .headers = reader.headers("headers"),
            .fields = {},
            .completes = reader.flag("completes")};
  reader.each("fields", [&](const Json& field, const std::string& where) {
    if (field.is_string()) return tool.fields.push_back({field.get<std::string>(), ""});
    Reader part(field, where, mistakes);
    part.only({"name", "answer"});
    tool.fields.push_back({part.required("name"), part.text("answer")});
  });
  return tool;
}

void read_outside(Reader& reader, Workspace& workspace, std::vector<std::string>& mistakes) {
  if (const Json* json = reader.find("initiation_webhook")) {
    Reader part(*json, "initiation_webhook", mistakes);
    part.only({"url", "headers"});
    workspace.initiation_webhook = {part.text("url"), part.headers("headers")};
  }
  if (const Json* json = reader.find("post_call_webhook")) {
    Reader part(*json, "post_call_webhook", mistakes);
    part.only({"url", "secret", "retry_enabled"});
    workspace.post_call_webhook = {.url = part.text("url"), .secret = part.required("secret")};
    workspace.post_call_webhook.retry_enabled = part.flag("retry_enabled");
  }
  if (const Json* json = reader.find("telegram")) {
    Reader part(*json, "telegram", mistakes);
    part.only({"bot_token", "chats"});
    workspace.telegram.bot_token = part.required("bot_token");
    part.each("chats", [&](const Json& chat, const std::string& where) {
      if (chat.is_number_integer())
        workspace.telegram.chats.push_back(chat.get<std::int64_t>());
      else
        mistakes.push_back(where + ": must be a whole number, the id of a chat");
    });
  }
}

void read_twilio(Reader& reader, Twilio& twilio, std::vector<std::string>& mistakes) {
  const Json* json = reader.find("twilio");
  if (!json) return;
  Reader part(*json, "twilio", mistakes);
  part.only({"account_sid", "auth_token", "key_sid", "key_secret", "messaging_service_sid",
             "incoming_url"});
  twilio = {
      part.required("account_sid"), part.required("auth_token"),        part.text("key_sid"),
      part.text("key_secret"),      part.text("messaging_service_sid"), part.text("incoming_url")};
  if (twilio.key_sid.empty() != twilio.key_secret.empty())
    part.complain("key_sid", "goes together with key_secret");
}

void read_pace(Reader& reader, Pace& pace) {
  pace.turn = reader.length("pace_ms").value_or(pace.turn);
  pace.ring = reader.length("ring_ms").value_or(pace.ring);
  pace.busy = reader.length("busy_ms").value_or(pace.busy);
  pace.processing = reader.length("processing_ms").value_or(pace.processing);
  pace.no_answer = reader.length("no_answer_ms");
  pace.no_start = reader.length("no_start_ms").value_or(pace.no_start);
  pace.retry = reader.length("retry_ms").value_or(pace.retry);
}

void check_numbers(const Workspace& workspace, std::vector<std::string>& mistakes) {
  for (std::size_t i = 0; i < workspace.phone_numbers.size(); ++i) {
    const PhoneNumber& phone = workspace.phone_numbers[i];
    const std::string path = "phone_numbers[" + std::to_string(i) + "]";
    if (!phone.number.empty() && !is_e164(phone.number))
      mistakes.push_back(path + ".number: write it as + and digits, such as +12125550199");
    if (!phone.agent_id.empty() && !workspace.agent(phone.agent_id))
      mistakes.push_back(path + ".agent_id: no such agent; add it to agents");
  }
}

template <class Thing, class Name>
void check_unique(const std::vector<Thing>& things, const char* list, const char* key, Name name,
                  std::vector<std::string>& mistakes) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < things.size(); ++i) {
    const std::string& text = name(things[i]);
    if (!text.empty() && !seen.insert(text).second)
      mistakes.push_back(std::string(list) + "[" + std::to_string(i) + "]." + key +
                         ": used twice; each must be its own");
  }
}

void check(const Workspace& workspace, std::vector<std::string>& mistakes) {
  check_numbers(workspace, mistakes);
  check_unique(
      workspace.agents, "agents", "agent_id",
      [](const Agent& agent) -> const std::string& { return agent.agent_id; }, mistakes);
  check_unique(
      workspace.phone_numbers, "phone_numbers", "phone_number_id",
      [](const PhoneNumber& phone) -> const std::string& { return phone.phone_number_id; },
      mistakes);
  check_unique(
      workspace.phone_numbers, "phone_numbers", "number",
      [](const PhoneNumber& phone) -> const std::string& { return phone.number; }, mistakes);
  check_unique(
      workspace.tools, "tools", "tool_id",
      [](const Tool& tool) -> const std::string& { return tool.tool_id; }, mistakes);
}

template <class List, class Matches>
auto find_in(const List& list, Matches matches) -> decltype(list.data()) {
  const auto found = std::find_if(list.begin(), list.end(), matches);
  return found == list.end() ? nullptr : &*found;
}

}  // namespace

const Agent* Workspace::agent(std::string_view agent_id) const {
  return find_in(agents, [&](const Agent& agent) { return agent.agent_id == agent_id; });
}

Agent* Workspace::agent(std::string_view agent_id) {
  const auto found = std::find_if(agents.begin(), agents.end(),
                                  [&](const Agent& agent) { return agent.agent_id == agent_id; });
  return found == agents.end() ? nullptr : &*found;
}

const PhoneNumber* Workspace::phone_number(std::string_view phone_number_id) const {
  return find_in(phone_numbers, [&](const PhoneNumber& phone) {
    return phone.phone_number_id == phone_number_id;
  });
}

const PhoneNumber* Workspace::line(std::string_view number) const {
  return find_in(phone_numbers, [&](const PhoneNumber& phone) { return phone.number == number; });
}

const Tool* Workspace::tool(std::string_view tool_id) const {
  return find_in(tools, [&](const Tool& tool) { return tool.tool_id == tool_id; });
}

std::string_view Workspace::usual_answer(std::string_view field) const {
  for (const Tool& tool : tools) {
    const auto* found =
        find_in(tool.fields, [&](const ToolField& its) { return its.name == field; });
    if (found != nullptr && !found->answer.empty()) return found->answer;
  }
  return {};
}

void set_urls(Workspace& workspace, const Urls& urls) {
  if (!urls.initiation.empty()) workspace.initiation_webhook.url = urls.initiation;
  if (!urls.post_call.empty()) workspace.post_call_webhook.url = urls.post_call;
  if (!urls.incoming_sms.empty()) workspace.twilio.incoming_url = urls.incoming_sms;
  if (urls.tools_base.empty()) return;
  for (Tool& tool : workspace.tools)
    tool.url = urls.tools_base + (urls.tools_base.ends_with('/') ? "" : "/") + tool.name;
}

std::optional<Disallowed> disallowed_named(std::string_view name) {
  if (name == "fail") return Disallowed::kFails;
  if (name == "ignore") return Disallowed::kIsIgnored;
  return std::nullopt;
}

std::optional<Refused> refused_named(std::string_view name) {
  if (name == "hang_up") return Refused::kHangsUp;
  if (name == "agent") return Refused::kAgentSpeaks;
  return std::nullopt;
}

Result<Workspace> read_workspace(std::string_view json) {
  const Json file = parse_json(json);
  if (file.is_discarded())
    return fail(Code::kInvalid, "the workspace file is not JSON; check its brackets and commas");
  std::vector<std::string> mistakes;
  Workspace workspace;
  Reader reader(file, "", mistakes);
  reader.only({"api_key",
               "other_workspace_key",
               "concurrency",
               "agents",
               "phone_numbers",
               "tools",
               "initiation_webhook",
               "post_call_webhook",
               "telegram",
               "twilio",
               "pace_ms",
               "ring_ms",
               "busy_ms",
               "processing_ms",
               "no_answer_ms",
               "no_start_ms",
               "retry_ms",
               "disallowed_override",
               "refused_initiation",
               "environment_variables"});
  workspace.api_key = reader.required("api_key");
  workspace.other_workspace_key = reader.text("other_workspace_key");
  workspace.concurrency = reader.count("concurrency");
  workspace.environment_variables = reader.texts("environment_variables");
  reader.each("agents", [&](const Json& element, const std::string& path) {
    workspace.agents.push_back(read_agent(element, path, mistakes));
  });
  reader.each("phone_numbers", [&](const Json& element, const std::string& path) {
    Reader phone(element, path, mistakes);
    phone.only({"phone_number_id", "number", "agent_id"});
    workspace.phone_numbers.push_back(
        {phone.required("phone_number_id"), phone.required("number"), phone.required("agent_id")});
  });
  reader.each("tools", [&](const Json& element, const std::string& path) {
    workspace.tools.push_back(read_tool(element, path, mistakes));
  });
  read_outside(reader, workspace, mistakes);
  read_twilio(reader, workspace.twilio, mistakes);
  read_pace(reader, workspace.pace);
  if (reader.find("disallowed_override")) {
    const auto policy = disallowed_named(reader.text("disallowed_override"));
    if (!policy) reader.complain("disallowed_override", "must be \"fail\" or \"ignore\"");
    workspace.disallowed_override = policy.value_or(Disallowed::kFails);
  }
  if (reader.find("refused_initiation")) {
    const auto policy = refused_named(reader.text("refused_initiation"));
    if (!policy) reader.complain("refused_initiation", "must be \"hang_up\" or \"agent\"");
    workspace.refused_initiation = policy.value_or(Refused::kHangsUp);
  }
  check(workspace, mistakes);
  if (!mistakes.empty()) return fail(Code::kInvalid, join(mistakes, "\n"));
  return workspace;
}

bool is_e164(std::string_view number) {
  if (number.size() < 8 || number.size() > 16 || number[0] != '+' || number[1] == '0') return false;
  return std::all_of(number.begin() + 1, number.end(), [](char c) { return is_digit(c); });
}

}  // namespace pl::sandbox
