// Somebody phones the line's number.
#pragma once

#include "core/incoming.h"
#include "core/route.h"
#include "engine/turn.h"

namespace pl::engine {

// Decides the scene, records the call and lets the caller's outreaches know. The same call_sid gets
// the same initiation again. `id` names the call if it is new.
Result<core::Initiation> incoming_call(Turn& turn, const core::IncomingCall& incoming,
                                       const core::CallId& id);

// The line's safe scene: complete, impersonal, and made of nothing that a store would have to be
// asked for.
core::Initiation safe_initiation(const World& world, const core::IncomingCall& incoming,
                                 const core::CallId& id);

// Records a call that was answered with the safe scene because the time was up. It is a live call
// like any other, and touches no outreach.
Result<void> record_safe_call(Turn& turn, const core::IncomingCall& incoming,
                              const core::CallId& id, const core::Initiation& initiation);

// Records a call whose routed answer was given before it was durable: as incoming_call, but what is
// kept of it is what was said, even if the world has moved on since.
Result<void> record_said_call(Turn& turn, const core::IncomingCall& incoming,
                              const core::CallId& id, const core::Initiation& said);

// What incoming_call would decide, without doing anything.
struct RoutePreview {
  const core::Line* line = nullptr;
  std::optional<core::Caller> caller;
  core::RouteAnswer answer;
  std::optional<core::OutreachId> fulfils;  // its scene is played instead
  core::SceneName scene;
  core::Initiation initiation;
};
Result<RoutePreview> preview_route(Turn& turn, const core::Line& line, std::string_view from);

}  // namespace pl::engine
