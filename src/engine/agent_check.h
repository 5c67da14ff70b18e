// Whether the platform's agent allows what a line needs, and what follows from that.
#pragma once

#include "core/agent_switches.h"
#include "engine/turn.h"

namespace pl::engine {

struct AgentCheck {
  core::LineName line;
  std::string agent_id;
  Result<core::SwitchesOff> off;  // an error: the platform could not be asked
};

enum class AskedBy { kServer, kPerson };

// Takes in what was found. Something off, and a platform that refuses to tell, each raise an
// attention item; nothing off resolves it, and, where a person asked, lets a line dial again whose
// dialer stands still because a call was not as it was asked for: a restart alone must not.
Result<void> agent_checked(Turn& turn, const AgentCheck& check, AskedBy by);

}  // namespace pl::engine
