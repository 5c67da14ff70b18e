// The bodies that the platform's API takes, after its OpenAPI of 2026-08-22; tool_ids_strict,
// supported_voices, twilio_machine_detection and the v4 models are newer and from its SDK 2.73.
#pragma once

#include <span>

#include "sandbox/body_rules.h"

namespace pl::sandbox {

std::span<const Rule> outbound_call_rules();
// Of the body alone; its settings are checked by change_agent.
std::span<const Rule> agent_patch_rules();

// Checks a conversation_initiation_client_data, in a dial or as the answer of a webhook.
void check_client_data(Json& client_data, Json place, Json& detail);

}  // namespace pl::sandbox
