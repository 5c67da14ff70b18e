// The larger bodies of account_requests.h.
#pragma once

#include "platforms/elevenlabs/account_requests.h"

namespace pl::platforms {

// A webhook tool, for POST /v1/convai/tools. Which call it speaks of is bound by the platform to
// values that the model never sees: neither the model nor the person on the phone can name another
// call.
wire::Json tool_body(const core::Line& line, const core::Tool& tool, const std::string& public_url,
                     const std::string& secret_id);

// The base agent, for POST /v1/convai/agents/create. It allows exactly the overrides that the
// line's scenes need, and nobody reaches it but by phone or with a key.
struct AgentWebhooks {
  std::string public_url;
  std::string secret_id;  // of the pre-call webhook's header
  std::string post_call_webhook_id;
};
wire::Json agent_body(const core::Line& line, const BaseAgent& agent,
                      const AgentWebhooks& webhooks);

// `{"NAME": {"secret_id": ID}}`, a webhook's request headers.
wire::Json secret_header(const std::string& secret_id);

}  // namespace pl::platforms
