// How a call begins: we dial, or somebody phones in. The engine stores what is made here.
#pragma once

#include <optional>

#include "core/call.h"
#include "core/caller.h"
#include "core/incoming.h"
#include "core/outreach.h"

namespace pl::core {

struct Dial {
  const Outreach& outreach;
  const Caller& caller;
  const Scene& scene;
  int ordinal;             // among the outreach's dials, from 1
  const Initiation& said;  // with the POST
};

struct Arrival {
  const IncomingCall& incoming;
  const Line& line;
  const Scene& scene;
  const Initiation& said;             // in the answer to the pre-call webhook
  std::optional<PhoneNumber> number;  // empty where it was withheld
  const Caller* caller = nullptr;     // null for a stranger
  std::optional<OutreachId> fulfils;
  bool safe_scene = false;  // the time budget ran out
};

Call begin_call(CallId id, const Dial& dial, UtcTime now);
Call begin_call(CallId id, const Arrival& arrival, UtcTime now);

}  // namespace pl::core
