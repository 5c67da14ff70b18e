// The platform's JSON about what is set up: tools and agents.
#pragma once

#include "sandbox/json.h"
#include "sandbox/workspace.h"

namespace pl::sandbox {

Json tool_json(const Tool& tool);
Json agent_json(const Agent& agent, const Workspace& workspace);

}  // namespace pl::sandbox
