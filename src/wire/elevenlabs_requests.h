// What Party Line says to ElevenLabs Agents, as JSON. Equal arguments give equal bytes: the same
// pre-call webhook asked twice gets the same answer, byte for byte.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "core/number.h"
#include "core/override.h"
#include "wire/json.h"

namespace pl::wire {

// The member `conversation_config_override`, as a value: what initiation_body() and
// outbound_call_body() say of it.
Json override_json(const core::Override& override);

// The answer to the pre-call webhook: `type` is always "conversation_initiation_client_data". What
// is not overridden is left out, never null or empty; `tool_ids` is always there, because without
// it the agent's own tools would be used.
std::string initiation_body(const core::Initiation& initiation);

struct OutboundCall {
  std::string agent_id;
  std::string phone_number_id;
  core::PhoneNumber to;
  const core::Initiation& initiation;
  std::chrono::seconds ring;  // the platform takes 1 to 999
};

// POST /v1/convai/twilio/outbound-call. Carries the initiation without its `type`.
std::string outbound_call_body(const OutboundCall& call);

}  // namespace pl::wire
