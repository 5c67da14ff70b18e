#include "sandbox/agents_shapes.h"

#include <nlohmann/json.hpp>

namespace pl::sandbox {
namespace {

constexpr std::int64_t kMadeAt = 1'767'225'600;  // 2026-01-01

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
    properties["field"]["enum"] = tool.fields;
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

Json built_in_tool(const char* name) {
  return Json{{"type", "system"},
              {"name", name},
              {"description", ""},
              {"params", Json{{"system_tool_type", name}}}};
}

Json allowed_overrides() {
  return Json{{"agent", Json{{"first_message", true},
                             {"language", true},
                             {"max_conversation_duration_message", true},
                             {"prompt", Json{{"prompt", true},
                                             {"llm", true},
                                             {"tool_ids", true},
                                             {"native_mcp_server_ids", true},
                                             {"knowledge_base", true}}}}},
              {"tts", Json{{"model_id", true},
                           {"voice_id", true},
                           {"stability", true},
                           {"speed", true},
                           {"similarity_boost", true}}},
              {"conversation", Json{{"text_only", true}, {"max_duration_seconds", true}}}};
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
  Json prompt{
      {"prompt", agent.prompt},
      {"tool_ids", Json::array()},
      {"built_in_tools", Json{{"end_call", built_in_tool("end_call")},
                              {"voicemail_detection", built_in_tool("voicemail_detection")}}}};
  Json config{{"agent", Json{{"first_message", agent.first_message},
                             {"language", "en"},
                             {"prompt", std::move(prompt)}}},
              {"conversation", Json{{"text_only", false}, {"max_duration_seconds", 600}}}};
  const bool asks = !workspace.initiation_webhook.url.empty();
  Json overrides{{"conversation_config_override", allowed_overrides()},
                 {"enable_conversation_initiation_client_data_from_webhook", asks}};
  return Json{
      {"agent_id", agent.agent_id},
      {"name", agent.name},
      {"conversation_config", std::move(config)},
      {"metadata", Json{{"created_at_unix_secs", kMadeAt}, {"updated_at_unix_secs", kMadeAt}}},
      {"platform_settings", Json{{"overrides", std::move(overrides)}}},
      {"phone_numbers", std::move(numbers)}};
}

}  // namespace pl::sandbox
