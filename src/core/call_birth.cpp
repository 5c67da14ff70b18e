#include "core/call_birth.h"

#include <chrono>
#include <utility>

namespace pl::core {
namespace {

// How long past its scene's minutes a call may be live.
constexpr std::chrono::minutes kAfterLimit{2};

Call begin(CallId id, const Scene& scene, const Initiation& said, UtcTime now) {
  Call call{.id = std::move(id)};
  call.scene = scene.name;
  call.persona = scene.persona;
  call.user_id = said.user_id.value_or("");
  call.started_at = now;
  call.lapses_at = now + scene.minutes + kAfterLimit;
  return call;
}

}  // namespace

Call begin_call(CallId id, const Dial& dial, UtcTime now) {
  Call call = begin(std::move(id), dial.scene, dial.said, now);
  call.line = dial.outreach.line;
  call.direction = Direction::kOutbound;
  call.number = dial.caller.number.number;
  call.caller = dial.caller.id;
  call.stage = dial.caller.stage;
  call.outreach = dial.outreach.id;
  call.ordinal = dial.ordinal;
  plan_poll(call, false, now);
  return call;
}

Call begin_call(CallId id, const Arrival& arrival, UtcTime now) {
  Call call = begin(std::move(id), arrival.scene, arrival.said, now);
  call.line = arrival.line.name;
  call.direction = Direction::kInbound;
  call.number = arrival.number;
  if (arrival.caller != nullptr) {
    call.caller = arrival.caller->id;
    call.stage = arrival.caller->stage;
  }
  call.outreach = arrival.fulfils;
  call.safe_scene = arrival.safe_scene;
  call.conversation = arrival.incoming.conversation;
  if (!arrival.incoming.call_sid.text.empty()) call.call_sid = arrival.incoming.call_sid;
  plan_poll(call, false, now);
  return call;
}

}  // namespace pl::core
