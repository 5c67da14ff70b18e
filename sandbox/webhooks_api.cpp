#include "sandbox/webhooks_api.h"

#include <array>
#include <nlohmann/json.hpp>

#include "sandbox/agent_parts.h"
#include "sandbox/agents_errors.h"
#include "sandbox/body_rules.h"
#include "sandbox/post_call.h"

namespace pl::sandbox {
namespace {

constexpr std::int64_t kWebhookMadeAt = 1'767'225'600;  // 2026-01-01

// Both of the required must be sent each time.
constexpr std::array kPatch{Rule{"is_disabled", Kind::kBoolean, Need::kRequired},
                            Rule{"name", Kind::kText, Need::kRequired},
                            Rule{"retry_enabled", Kind::kBoolean},
                            Rule{"request_headers", Kind::kDictionary},
                            Rule{"events", Kind::kTexts}.one_of(kWebhookEvents)};

// Null where it was left out, or null.
const Json* given(const Json& body, const char* key) {
  const auto found = body.find(key);
  return found == body.end() || found->is_null() ? nullptr : &*found;
}

void check_headers(const Json& body, Json& detail) {
  const Json* const headers = given(body, "request_headers");
  if (!headers || !headers->is_object()) return;
  for (const auto& [name, value] : headers->items())
    if (!value.is_string() && text_at(value, "secret_id").empty())
      complain(detail, Json::array({"body", "request_headers", name}), "string_type",
               "Input should be a valid string", value);
}

}  // namespace

net::Response list_webhooks(World& world, const net::Request&, UtcTime) {
  const PostCallWebhook& webhook = world.workspace.post_call_webhook;
  const WebhookHealth& health = world.post_call_health;
  if (webhook.url.empty()) return json_response(200, Json{{"webhooks", Json::array()}});
  Json shown{{"name", webhook.name},
             {"webhook_id", kPostCallWebhookId},
             {"webhook_url", webhook.url},
             {"is_disabled", webhook.is_disabled || health.is_auto_disabled},
             {"is_auto_disabled", health.is_auto_disabled},
             {"created_at_unix", kWebhookMadeAt},
             {"auth_type", "hmac"},
             {"usage", Json::array({Json{{"usage_type", "ConvAI Settings"}}})},
             {"most_recent_failure_error_code", nullptr},
             {"most_recent_failure_timestamp", nullptr}};
  if (health.failed_at) {
    if (health.error_code != 0) shown["most_recent_failure_error_code"] = health.error_code;
    shown["most_recent_failure_timestamp"] = unix_seconds(*health.failed_at);
  }
  return json_response(200, Json{{"webhooks", Json::array({std::move(shown)})}});
}

net::Response patch_webhook(World& world, const net::Request& request, UtcTime) {
  Json detail = Json::array();
  const Json body = read_body(request, kPatch, detail);
  check_headers(body, detail);
  if (!detail.empty()) return invalid(std::move(detail));
  PostCallWebhook& webhook = world.workspace.post_call_webhook;
  if (webhook.url.empty() || !request.path.ends_with(std::string("/") + kPostCallWebhookId))
    return no_such_webhook(request);
  webhook.name = text_at(body, "name");
  webhook.is_disabled = body["is_disabled"] == true;
  if (!webhook.is_disabled) {
    world.post_call_health.is_auto_disabled = false;
    world.post_call_health.failures = 0;
  }
  if (const Json* const retry = given(body, "retry_enabled"))
    webhook.retry_enabled = *retry == true;
  if (const Json* const events = given(body, "events"))
    webhook.events = events->get<std::vector<std::string>>();
  if (const Json* const headers = given(body, "request_headers"))
    webhook.headers = headers_in(*headers);
  return json_response(200, Json{{"status", "ok"}});
}

net::Response no_webhooks_elsewhere(const net::Request&) {
  return json_response(200, Json{{"webhooks", Json::array()}});
}

net::Response no_such_webhook(const net::Request&) {
  return api_error(404, "not_found", "There is no such webhook.", "webhook_id");
}

}  // namespace pl::sandbox
