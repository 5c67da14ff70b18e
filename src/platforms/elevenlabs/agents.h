// What ElevenLabs says about an agent.
#pragma once

#include <string_view>

#include "base/result.h"
#include "core/agent_switches.h"

namespace pl::platforms {

// The body of GET /v1/convai/agents/{id}: the switches under `platform_settings.overrides`, each
// off where it is not there, as in the platform's schema. kCorrupt when it cannot be read, or holds
// no `platform_settings`.
Result<core::AgentSwitches> read_agent(std::string_view body);

}  // namespace pl::platforms
