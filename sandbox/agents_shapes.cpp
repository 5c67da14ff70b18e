#include "sandbox/agents_shapes.h"

#include <nlohmann/json.hpp>

#include "sandbox/agent_settings.h"

namespace pl::sandbox {
namespace {

constexpr std::int64_t kAgentMadeAt = 1'767'225'600;  // 2026-01-01

// An argument whose value the model chooses, or one that the platform fills in by itself.
Json spoken_argument(const char* description) {
  return Json{{"type", "string"}, {"description", description}, {"dynamic_variable", ""}};
}
Json bound_argument(const char* variable) {
  return Json{{"type", "string"}, {"description", ""}, {"dynamic_variable", variable}};
}

Json body_schema(const Tool& tool) {
  Json properties = Json::object();
  Json required = Json::array();
  if (!tool.fields.empty()) {
    properties["field"] = spoken_argument("The field that the answer belongs to");
    Json& names = properties["field"]["enum"] = Json::array();
    for (const ToolField& field : tool.fields) names.push_back(field.name);
    properties["value"] = spoken_argument("What the person answered");
    required = {"field", "value"};
  }
  properties["partyline_call"] = bound_argument("partyline_call");
  properties["conversation_id"] = bound_argument("system__conversation_id");
  return Json{{"type", "object"},
              {"description", ""},
              {"required", std::move(required)},
              {"properties", std::move(properties)}};
}

}  // namespace

Json tool_json(const Tool& tool) {
  Json headers = Json::object();
  // What is in a header may be a secret, and secrets are never shown again.
  for (const net::Header& header : tool.headers)
    headers[header.name] = Json{{"secret_id", "sandbox"}};
  Json config{{"type", "webhook"},
              {"name", tool.name},
              {"description", "A tool of the sandbox"},
              {"response_timeout_secs", 20},
              {"api_schema", Json{{"url", tool.url},
                                  {"method", "POST"},
                                  {"content_type", "application/json"},
                                  {"request_headers", std::move(headers)},
                                  {"path_params_schema", Json::object()},
                                  {"request_body_schema", body_schema(tool)}}}};
  return Json{{"id", tool.tool_id},
              {"tool_config", std::move(config)},
              {"access_info", Json{{"is_creator", true},
                                   {"creator_name", "Sandbox"},
                                   {"creator_email", "sandbox@example.com"},
                                   {"role", "admin"}}},
              {"usage_stats", Json{{"total_calls", 0}, {"avg_latency_secs", 0.0}}}};
}

Json agent_json(const Agent& agent, const Workspace& workspace) {
  Json numbers = Json::array();
  for (const PhoneNumber& phone : workspace.phone_numbers) {
    if (phone.agent_id != agent.agent_id) continue;
    numbers.push_back(
        Json{{"provider", "twilio"},
             {"phone_number", phone.number},
             {"label", "Sandbox"},
             {"phone_number_id", phone.phone_number_id},
             {"assigned_agent", Json{{"agent_id", agent.agent_id}, {"agent_name", agent.name}}}});
  }
  Json settings = settings_of(agent);
  return Json{{"agent_id", agent.agent_id},
              {"name", agent.name},
              {"conversation_config", std::move(settings["conversation_config"])},
              {"metadata", Json{{"created_at_unix_secs", kAgentMadeAt},
                                {"updated_at_unix_secs", kAgentMadeAt}}},
              {"platform_settings", std::move(settings["platform_settings"])},
              {"phone_numbers", std::move(numbers)}};
}

}  // namespace pl::sandbox
