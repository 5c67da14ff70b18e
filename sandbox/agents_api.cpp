#include "sandbox/agents_api.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "sandbox/agent_settings.h"
#include "sandbox/agents_bodies.h"
#include "sandbox/agents_errors.h"
#include "sandbox/agents_shapes.h"
#include "sandbox/body_rules.h"
#include "sandbox/conversation_list.h"
#include "sandbox/phone_network.h"
#include "sandbox/shapes.h"
#include "sandbox/webhooks_api.h"

namespace pl::sandbox {
namespace {

constexpr std::array kUnplayedOfTools{"search",         "types",
                                      "sort_by",        "created_by_user_id",
                                      "sort_direction", "show_only_owned_documents"};

constexpr std::array kConversationFormats{"json", "opentelemetry"};
constexpr std::array kConversationQuery{Rule{"format", Kind::kText}.one_of(kConversationFormats)};

std::string last_part(const net::Request& request) {
  return request.path.substr(request.path.rfind('/') + 1);
}

Millis ringing_limit(const Json& body) {
  const Json::json_pointer place("/telephony_call_config/ringing_timeout_secs");
  return std::chrono::seconds(body.contains(place) ? body.at(place).get<int>() : 60);
}

net::Response no_such_agent(const std::string& id) {
  return api_error(404, "agent_not_found", "Agent with id " + id + " not found.", "agent_id");
}

net::Response place_call(World& world, const net::Request& request, UtcTime) {
  Json detail = Json::array();
  const Json body = read_body(request, outbound_call_rules(), detail);
  const std::string agent_id = text_at(body, "agent_id");
  const std::string line_id = text_at(body, "agent_phone_number_id");
  Dial wanted;
  wanted.number = text_at(body, "to_number");
  if (body.contains("to_number") && body["to_number"].is_string() && !is_e164(wanted.number))
    complain(detail, Json::array({"body", "to_number"}), "value_error",
             "Value error, not a phone number in E.164 form", wanted.number);
  wanted.agent = world.workspace.agent(agent_id);
  wanted.line = world.workspace.phone_number(line_id);
  Json client_data = body.value("conversation_initiation_client_data", Json());
  if (!client_data.is_object()) client_data = Json::object();
  Beginning beginning = read_beginning(
      world.workspace, wanted.agent ? *wanted.agent : new_agent("", "", "", ""),
      std::move(client_data), Json::array({"body", "conversation_initiation_client_data"}), detail);
  if (!detail.empty()) return invalid(std::move(detail));
  if (!wanted.agent) return no_such_agent(agent_id);
  if (!wanted.line)
    return api_error(404, "phone_number_not_found",
                     "Phone number with id " + line_id + " not found.", "agent_phone_number_id");
  if (is_full(world, *wanted.agent))
    return api_error(429, "concurrent_limit_exceeded",
                     "There are as many calls at a time as there may be.");
  wanted.client_data = std::move(beginning.client_data);
  wanted.scene = std::move(beginning.scene);
  wanted.ringing_limit = ringing_limit(body);
  const Conversation& conversation = dial(world, std::move(wanted));
  return json_response(200, Json{{"success", true},
                                 {"message", "Success"},
                                 {"conversation_id", conversation.id},
                                 {"callSid", conversation.call_sid}});
}

net::Response no_such_conversation(const net::Request& request) {
  return api_error(404, "conversation_not_found",
                   "Conversation with id " + last_part(request) + " not found.", "conversation_id");
}

net::Response get_conversation(World& world, const net::Request& request, UtcTime as_of) {
  const Conversation* const conversation = world.conversation(last_part(request));
  if (!conversation || conversation->deleted || conversation->created > as_of)
    return no_such_conversation(request);
  Json detail = Json::array();
  const Json query = read_query(request, kConversationQuery, detail);
  if (!detail.empty()) return invalid(std::move(detail));
  if (text_at(query, "format") == "opentelemetry") return not_played("format");
  return json_response(200, conversation_json(*conversation, world.now()));
}

// The ledger keeps it: what was said was said.
net::Response delete_conversation(World& world, const net::Request& request, UtcTime) {
  Conversation* const conversation = world.conversation(last_part(request));
  if (!conversation || conversation->deleted) return no_such_conversation(request);
  conversation->deleted = true;
  return json_response(200, Json::object());
}

net::Response list_tools(World& world, const net::Request& request, UtcTime) {
  if (auto refused = refuse_unplayed(request, kUnplayedOfTools)) return *std::move(refused);
  Json detail = Json::array();
  const Json query = read_query(request, page_rules(), detail);
  if (!detail.empty()) return invalid(std::move(detail));
  const auto all = static_cast<std::int64_t>(world.workspace.tools.size());
  const std::int64_t from = std::min(query.value("cursor", std::int64_t{0}), all);
  const std::int64_t to = std::min(from + query.value("page_size", std::int64_t{30}), all);
  Json page = Json::array();
  for (std::int64_t i = from; i < to; ++i)
    page.push_back(tool_json(world.workspace.tools[static_cast<std::size_t>(i)]));
  return json_response(200,
                       Json{{"tools", std::move(page)},
                            {"next_cursor", to < all ? Json(std::to_string(to)) : Json(nullptr)},
                            {"has_more", to < all}});
}

net::Response get_agent(World& world, const net::Request& request, UtcTime) {
  const Agent* const agent = world.workspace.agent(last_part(request));
  if (!agent) return no_such_agent(last_part(request));
  return json_response(200, agent_json(*agent, world.workspace));
}

net::Response patch_agent(World& world, const net::Request& request, UtcTime) {
  Json detail = Json::array();
  const Json body = read_body(request, agent_patch_rules(), detail);
  Agent* const agent = world.workspace.agent(last_part(request));
  if (!agent && detail.empty()) return no_such_agent(last_part(request));
  if (agent) change_agent(*agent, body, detail);
  if (!detail.empty()) return invalid(std::move(detail));
  return json_response(200, agent_json(*agent, world.workspace));
}

// With the key of another workspace: nothing that is asked for exists there.
net::Response no_agent_elsewhere(const net::Request& request) {
  const bool is_dial = request.path.ends_with("/outbound-call");
  return no_such_agent(is_dial ? text_at(parse_json(request.body), "agent_id")
                               : last_part(request));
}
net::Response no_conversations_elsewhere(const net::Request&) {
  return json_response(
      200, Json{{"conversations", Json::array()}, {"next_cursor", nullptr}, {"has_more", false}});
}
net::Response no_tools_elsewhere(const net::Request&) {
  return json_response(
      200, Json{{"tools", Json::array()}, {"next_cursor", nullptr}, {"has_more", false}});
}

constexpr std::array<Operation, 9> kOperations{{
    {"POST", "/v1/convai/twilio/outbound-call", "dial", place_call, no_agent_elsewhere},
    {"GET", "/v1/convai/conversations", "list", list_conversations, no_conversations_elsewhere},
    {"GET", "/v1/convai/conversations/", "conversation", get_conversation, no_such_conversation},
    {"DELETE", "/v1/convai/conversations/", "conversation", delete_conversation,
     no_such_conversation},
    {"GET", "/v1/convai/tools", "tools", list_tools, no_tools_elsewhere},
    {"GET", "/v1/convai/agents/", "agent", get_agent, no_agent_elsewhere},
    {"PATCH", "/v1/convai/agents/", "agent", patch_agent, no_agent_elsewhere},
    {"GET", "/v1/workspace/webhooks", "webhook_settings", list_webhooks, no_webhooks_elsewhere},
    {"PATCH", "/v1/workspace/webhooks/", "webhook_settings", patch_webhook, no_such_webhook},
}};

bool is_at(std::string_view path, std::string_view known) {
  if (!known.ends_with('/')) return path == known;
  return path.starts_with(known) && path.size() > known.size() &&
         path.find('/', known.size()) == std::string_view::npos;
}

}  // namespace

const Operation* find_operation(const World& world, const net::Request& request,
                                net::Response& denied) {
  const auto fits = [&](const Operation& operation) { return is_at(request.path, operation.path); };
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
  else if (!world.workspace.other_workspace_key.empty() &&
           *key == world.workspace.other_workspace_key)
    denied = found->elsewhere(request);
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
  Json detail = Json::array();
  complain(detail, Json::array({"body", "to_number"}), "value_error", "Refused on request",
           nullptr);
  net::Response response =
      fault.status == 422
          ? invalid(std::move(detail))
          : api_error(fault.status,
                      fault.code.empty() ? codes_of(fault.status).front() : fault.code,
                      "Refused on request.");
  if (fault.retry_after)
    response.headers.push_back({"Retry-After", std::to_string(*fault.retry_after)});
  return response;
}

}  // namespace pl::sandbox
