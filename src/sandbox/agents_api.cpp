#include "sandbox/agents_api.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "sandbox/agent_settings.h"
#include "sandbox/agents_errors.h"
#include "sandbox/agents_shapes.h"
#include "sandbox/phone_network.h"
#include "sandbox/shapes.h"

namespace pl::sandbox {
namespace {

constexpr std::string_view kRoot = "/v1/convai/";

std::string last_part(const net::Request& request) {
  return request.path.substr(request.path.rfind('/') + 1);
}

class DialReader {
 public:
  explicit DialReader(const Json& body) : body_(body) {}

  std::string required(const char* key) {
    const auto found = body_.find(key);
    if (found == body_.end()) {
      complain({key}, "Field required", "missing");
    } else if (!found->is_string()) {
      complain({key}, "Input should be a valid string", "string_type");
    } else {
      return found->get<std::string>();
    }
    return {};
  }

  Millis ringing_limit() {
    const auto part = body_.find("telephony_call_config");
    if (part == body_.end() || !part->is_object()) return Millis{60'000};
    const auto found = part->find("ringing_timeout_secs");
    if (found == part->end()) return Millis{60'000};
    if (found->is_number_integer() && *found >= 1 && *found <= 999)
      return std::chrono::seconds(found->get<int>());
    complain({"telephony_call_config", "ringing_timeout_secs"},
             "Input should be an integer from 1 to 999", "int_range");
    return Millis{60'000};
  }

  Json client_data() {
    const auto found = body_.find("conversation_initiation_client_data");
    if (found == body_.end() || found->is_null()) return Json::object();
    if (found->is_object()) return *found;
    complain({"conversation_initiation_client_data"}, "Input should be a valid dictionary",
             "dict_type");
    return Json::object();
  }

  void complain(std::vector<std::string> path, const char* message, const char* type) {
    path.insert(path.begin(), "body");
    problems.push_back({std::move(path), message, type});
  }

  std::vector<Problem> problems;

 private:
  const Json& body_;
};

net::Response place_call(World& world, const net::Request& request) {
  const Json body = parse_json(request.body);
  if (!body.is_object())
    return invalid({{{"body"}, "Input should be a valid dictionary", "dict_type"}});
  DialReader reader(body);
  const std::string agent_id = reader.required("agent_id");
  const std::string phone_number_id = reader.required("agent_phone_number_id");
  Dial wanted;
  wanted.number = reader.required("to_number");
  wanted.ringing_limit = reader.ringing_limit();
  if (body.contains("to_number") && body["to_number"].is_string() && !is_e164(wanted.number))
    reader.complain({"to_number"}, "Value error, not a phone number in E.164 form", "value_error");
  const Json client_data = reader.client_data();
  wanted.agent = world.workspace.agent(agent_id);
  wanted.line = world.workspace.phone_number(phone_number_id);
  std::vector<Problem> inside;
  Beginning beginning =
      read_beginning(world.workspace, wanted.agent ? *wanted.agent : new_agent("", "", "", ""),
                     client_data, inside);
  for (Problem& problem : inside) {
    problem.path.insert(problem.path.begin(), {"body", "conversation_initiation_client_data"});
    reader.problems.push_back(std::move(problem));
  }
  if (!reader.problems.empty()) return invalid(reader.problems);
  if (!wanted.agent) return api_error(404, "agent_not_found", "There is no such agent.");
  if (!wanted.line)
    return api_error(404, "phone_number_not_found", "There is no such phone number.");
  wanted.client_data = std::move(beginning.client_data);
  wanted.scene = std::move(beginning.scene);
  const Conversation& conversation = dial(world, std::move(wanted));
  return json_response(200, Json{{"success", true},
                                 {"message", "Success"},
                                 {"conversation_id", conversation.id},
                                 {"callSid", conversation.call_sid}});
}

// The values of a query, with the complaints about them.
class QueryReader {
 public:
  explicit QueryReader(const net::Request& request)
      : values_(net::parse_query(request.query).value_or(std::vector<net::Header>{})) {}

  std::string text(std::string_view name) const {
    const auto found = std::find_if(values_.begin(), values_.end(),
                                    [&](const net::Header& one) { return one.name == name; });
    return found == values_.end() ? std::string() : found->value;
  }

  std::int64_t integer(const char* name, std::int64_t otherwise, std::int64_t least,
                       std::int64_t most) {
    const std::string value = text(name);
    if (value.empty()) return otherwise;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error == std::errc() && end == value.data() + value.size() && number >= least &&
        number <= most)
      return number;
    problems.push_back(
        {{"query", name}, "Input should be a valid integer in range", "int_parsing"});
    return otherwise;
  }

  std::vector<Problem> problems;

 private:
  std::vector<net::Header> values_;
};

std::int64_t start_of(const Conversation& conversation) {
  return std::chrono::floor<std::chrono::seconds>(conversation.created).time_since_epoch().count();
}

net::Response list_conversations(World& world, const net::Request& request) {
  QueryReader query(request);
  constexpr std::int64_t kMost = std::int64_t{1} << 40;
  const std::int64_t page_size = query.integer("page_size", 30, 1, 100);
  const std::int64_t skipped = query.integer("cursor", 0, 0, kMost);
  const std::int64_t after = query.integer("call_start_after_unix", 0, 0, kMost);
  const std::int64_t before = query.integer("call_start_before_unix", kMost, 0, kMost);
  const std::string agent_id = query.text("agent_id");
  const std::string user_id = query.text("user_id");
  if (!query.problems.empty()) return invalid(query.problems);
  Json page = Json::array();
  std::int64_t seen = 0;
  bool has_more = false;
  for (auto one = world.conversations.rbegin(); one != world.conversations.rend(); ++one) {
    const Conversation& conversation = **one;
    if (conversation.deleted) continue;
    if (!agent_id.empty() && conversation.agent_id != agent_id) continue;
    if (!user_id.empty() && conversation.scene.user_id != user_id) continue;
    if (start_of(conversation) < after || start_of(conversation) > before) continue;
    if (seen++ < skipped) continue;
    has_more = static_cast<std::int64_t>(page.size()) == page_size;
    if (has_more) break;
    page.push_back(summary_json(conversation, world.now()));
  }
  return json_response(
      200,
      Json{{"conversations", std::move(page)},
           {"next_cursor", has_more ? Json(std::to_string(skipped + page_size)) : Json(nullptr)},
           {"has_more", has_more}});
}

net::Response no_such_conversation() {
  return api_error(404, "conversation_not_found", "There is no such conversation.");
}

net::Response get_conversation(World& world, const net::Request& request) {
  const Conversation* const conversation = world.conversation(last_part(request));
  if (!conversation || conversation->deleted) return no_such_conversation();
  return json_response(200, conversation_json(*conversation, world.now()));
}

// The ledger keeps it: what was said was said.
net::Response delete_conversation(World& world, const net::Request& request) {
  Conversation* const conversation = world.conversation(last_part(request));
  if (!conversation || conversation->deleted) return no_such_conversation();
  conversation->deleted = true;
  return json_response(200, Json::object());
}

net::Response list_tools(World& world, const net::Request& request) {
  QueryReader query(request);
  const auto all = static_cast<std::int64_t>(world.workspace.tools.size());
  const std::int64_t page_size = query.integer("page_size", 30, 1, 100);
  const std::int64_t from = std::min(query.integer("cursor", 0, 0, 1 << 30), all);
  if (!query.problems.empty()) return invalid(query.problems);
  const std::int64_t to = std::min(from + page_size, all);
  Json page = Json::array();
  for (std::int64_t i = from; i < to; ++i)
    page.push_back(tool_json(world.workspace.tools[static_cast<std::size_t>(i)]));
  return json_response(200,
                       Json{{"tools", std::move(page)},
                            {"next_cursor", to < all ? Json(std::to_string(to)) : Json(nullptr)},
                            {"has_more", to < all}});
}

net::Response get_agent(World& world, const net::Request& request) {
  const Agent* const agent = world.workspace.agent(last_part(request));
  if (!agent) return api_error(404, "agent_not_found", "There is no such agent.");
  return json_response(200, agent_json(*agent, world.workspace));
}

net::Response patch_agent(World& world, const net::Request& request) {
  Agent* const agent = world.workspace.agent(last_part(request));
  if (!agent) return api_error(404, "agent_not_found", "There is no such agent.");
  const Json body = parse_json(request.body);
  if (!body.is_object())
    return invalid({{{"body"}, "Input should be a valid dictionary", "dict_type"}});
  std::vector<Problem> problems = change_agent(*agent, body);
  for (Problem& problem : problems) problem.path.insert(problem.path.begin(), "body");
  if (!problems.empty()) return invalid(problems);
  return json_response(200, agent_json(*agent, world.workspace));
}

constexpr std::array<Operation, 7> kOperations{{
    {"POST", "twilio/outbound-call", "dial", place_call},
    {"GET", "conversations", "list", list_conversations},
    {"GET", "conversations/", "conversation", get_conversation},
    {"DELETE", "conversations/", "conversation", delete_conversation},
    {"GET", "tools", "tools", list_tools},
    {"GET", "agents/", "agent", get_agent},
    {"PATCH", "agents/", "agent", patch_agent},
}};

bool is_at(std::string_view path, std::string_view known) {
  if (!known.ends_with('/')) return path == known;
  return path.starts_with(known) && path.size() > known.size() &&
         path.find('/', known.size()) == std::string_view::npos;
}

}  // namespace

const Operation* find_operation(const World& world, const net::Request& request,
                                net::Response& denied) {
  std::string_view path = request.path;
  if (path.starts_with(kRoot)) path.remove_prefix(kRoot.size());
  const auto fits = [&](const Operation& operation) { return is_at(path, operation.path); };
  const auto meant = [&](const Operation& operation) {
    return fits(operation) && request.method == operation.method;
  };
  auto found = std::find_if(kOperations.begin(), kOperations.end(), meant);
  if (found == kOperations.end()) {
    found = std::find_if(kOperations.begin(), kOperations.end(), fits);
  }
  const auto key = request.header("xi-api-key");
  if (found == kOperations.end())
    denied = json_response(404, Json{{"detail", "Not Found"}});
  else if (request.method != found->method)
    denied = json_response(405, Json{{"detail", "Method Not Allowed"}});
  else if (!key)
    denied = api_error(401, "missing_api_key", "Send the API key in the header xi-api-key.");
  else if (*key != world.workspace.api_key)
    denied = api_error(401, "invalid_api_key", "This API key is not valid.");
  else
    return &*found;
  return nullptr;
}

net::Response refuse_agents(const Fault& fault) {
  if (fault.kind == "unsuccessful")
    return json_response(200, Json{{"success", false},
                                   {"message", "The call could not be placed."},
                                   {"conversation_id", nullptr},
                                   {"callSid", nullptr}});
  net::Response response =
      fault.status == 422
          ? invalid({{{"body", "to_number"}, "Refused on request", "value_error"}})
          : api_error(fault.status, fault.status == 429 ? "rate_limit_exceeded" : "refused",
                      "Refused on request.");
  if (fault.retry_after)
    response.headers.push_back({"Retry-After", std::to_string(*fault.retry_after)});
  return response;
}

}  // namespace pl::sandbox
