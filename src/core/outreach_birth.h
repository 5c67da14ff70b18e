// How an outreach begins: waiting, with its times. The engine stores what is made here.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/call.h"
#include "core/caller.h"
#include "core/gate.h"
#include "core/outreach.h"

namespace pl::core {

inline constexpr std::size_t kOutreachVariables = 20;

// What an outreach may be given beside its plan.
struct OutreachRequest {
  std::optional<UtcTime> not_before;
  std::optional<UtcTime> deadline;
  Variables variables;                 // as they came; the outreach gets them cleaned
  std::optional<std::string> opening;  // a template, said in place of the scene's
  std::optional<OutreachId> redo;
};

// Who is to be reached, and how.
struct Intention {
  const Line& line;
  const Caller& caller;
  const Plan& plan;
};

// One that somebody asked for. `outlook` is the gate's answer from what waiting cannot change, and
// the hour. kInvalid, beginning with the key, where the deadline is no later than the beginning,
// for too many variables, or for an opening that the scene may not have (given_opening).
Result<Outreach> schedule(OutreachId id, const Intention& intention, const OutreachRequest& request,
                          const GateAnswer& outlook, UtcTime now);

// A hand-over, which begins by itself. It awaits the end of `after`, the call that completed the
// onboarding; null where no call did.
Outreach hand_over(OutreachId id, const Intention& intention, const Call* after, UtcTime now);

}  // namespace pl::core
