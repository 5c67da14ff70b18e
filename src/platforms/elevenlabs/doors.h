// Where ElevenLabs Agents asks who speaks, uses the agents' tools, and tells what became of calls.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "http/door.h"

namespace pl::platforms {

// What the platform must show at each door. The first secret is the current one, others are still
// valid.
struct ElevenLabsSecrets {
  std::vector<std::string> initiation;  // header X-Partyline-Secret of the pre-call webhook
  std::vector<std::string> tools;       // the same header, of tool calls
  std::vector<std::string> events;      // the HMAC key of the post-call webhook
};

// The paths of webhook_paths.h. `on_safe_scene` is PreCall's. The engine must outlive the
// doors.
http::Doors elevenlabs_doors(engine::Engine& engine, ElevenLabsSecrets secrets, http::After after,
                             std::function<void()> on_safe_scene = nullptr);

}  // namespace pl::platforms
