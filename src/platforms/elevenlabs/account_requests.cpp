#include "platforms/elevenlabs/account_requests.h"

#include <utility>

#include "platforms/elevenlabs/account_parts.h"
#include "platforms/elevenlabs/webhook_paths.h"

namespace pl::platforms {
namespace {

using wire::Json;

constexpr const char* kInitiationSecret = "PARTYLINE_INITIATION_SECRET";
constexpr const char* kToolsSecret = "PARTYLINE_TOOLS_SECRET";
constexpr const char* kWebhookId = "ELEVENLABS_WEBHOOK_ID";
constexpr const char* kWebhookName = "Party Line";
constexpr const char* kAgentId = "ELEVENLABS_AGENT_ID";

std::string later(const std::string& name) {
  return "${" + name + "}";
}

std::string id_of(const std::string& secret) {
  return secret + "_ID";
}

AccountRequest stored_secret(const std::string& name, const std::string& what) {
  return {.makes = "the secret of " + what,
          .method = "POST",
          .path = "/v1/convai/secrets",
          .body = {Json::Members{{"type", {"new"}}, {"name", {name}}, {"value", {later(name)}}}},
          .needs = {name},
          .keeps = {{"secret_id", id_of(name)}}};
}

AccountRequest tool_request(const core::Line& line, const core::Tool& tool,
                            const std::string& public_url) {
  return {.makes = "the tool " + tool.name.text,
          .method = "POST",
          .path = "/v1/convai/tools",
          .body = tool_body(line, tool, public_url, later(id_of(kToolsSecret))),
          .needs = {id_of(kToolsSecret)},
          .keeps = {}};  // the server looks it up by its name
}

// One for all lines of a server, which knows one secret of it.
AccountRequest post_call_webhook(const std::string& public_url) {
  const Json settings{Json::Members{{"auth_type", {"hmac"}},
                                    {"name", {kWebhookName}},
                                    {"webhook_url", {public_url + std::string(kEventsPath)}}}};
  return {
      .makes = "the post-call webhook",
      .method = "POST",
      .path = "/v1/workspace/webhooks",
      .body = {Json::Members{{"settings", settings}}},
      .needs = {},
      .keeps = {{"webhook_id", kWebhookId}, {"webhook_secret", "ELEVENLABS_WEBHOOK_SECRET", true}}};
}

// Off unless asked for; a new webhook cannot be asked.
AccountRequest webhook_retries() {
  return {.makes = "retries of that webhook",
          .method = "PATCH",
          .path = "/v1/workspace/webhooks/" + later(kWebhookId),
          .body = {Json::Members{
              {"is_disabled", {false}}, {"name", {kWebhookName}}, {"retry_enabled", {true}}}},
          .needs = {kWebhookId},
          .keeps = {}};
}

AccountRequest agent_request(const core::Line& line, const std::string& public_url,
                             const BaseAgent& agent) {
  return {.makes = "the base agent, who speaks only when the server cannot be asked",
          .method = "POST",
          .path = "/v1/convai/agents/create",
          .body = agent_body(line, agent,
                             {public_url, later(id_of(kInitiationSecret)), later(kWebhookId)}),
          .needs = {id_of(kInitiationSecret), kWebhookId},
          .keeps = {{"agent_id", kAgentId}}};
}

// Texts to the number are for us, where the line texts by SMS, and never for the agent.
AccountRequest number_request(const core::Line& line) {
  return {.makes = "the number, from Twilio, answered by that agent",
          .method = "POST",
          .path = "/v1/convai/phone-numbers",
          .body = {Json::Members{{"provider", {"twilio"}},
                                 {"phone_number", {line.number.e164()}},
                                 {"label", {line.name.text}},
                                 {"sid", {later("TWILIO_ACCOUNT_SID")}},
                                 {"token", {later("TWILIO_AUTH_TOKEN")}},
                                 {"agent_id", {later(kAgentId)}},
                                 {"enable_sms", {false}}}},
          .needs = {"TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", kAgentId},
          .keeps = {{"phone_number_id", "ELEVENLABS_PHONE_NUMBER_ID"}}};
}

}  // namespace

std::vector<AccountRequest> account_requests(const core::Line& line, const std::string& public_url,
                                             const BaseAgent& agent) {
  std::vector<AccountRequest> all;
  all.push_back(stored_secret(kInitiationSecret, "the pre-call webhook"));
  if (!line.tools.empty()) all.push_back(stored_secret(kToolsSecret, "the tools"));
  for (const core::Tool& tool : line.tools) all.push_back(tool_request(line, tool, public_url));
  all.push_back(post_call_webhook(public_url));
  all.push_back(webhook_retries());
  all.push_back(agent_request(line, public_url, agent));
  all.push_back(number_request(line));
  return all;
}

}  // namespace pl::platforms
