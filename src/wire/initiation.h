// What is said about a call, as JSON: as ElevenLabs Agents takes it, and as the API shows it. Equal
// arguments give equal bytes: the same pre-call webhook asked twice gets the same answer, byte for
// byte.
#pragma once

#include <string>

#include "core/override.h"
#include "wire/json.h"

namespace pl::wire {

// The member `conversation_config_override`. What is not overridden is left out, never null or
// empty; `tool_ids` is always there, because without it the agent's own tools would be used.
Json override_json(const core::Override& override);

// The override, with the dynamic variables and the user id.
Json initiation_json(const core::Initiation& initiation);

// The answer to the pre-call webhook: initiation_json(), and as `type` always
// "conversation_initiation_client_data".
std::string initiation_body(const core::Initiation& initiation);

}  // namespace pl::wire
