// The step from one persona to the next.
#pragma once

#include "engine/turn.h"

namespace pl::engine {

// Moves the caller along a stage edge and journals it; an edge that does not exist changes nothing.
Result<void> move_stage(Turn& turn, core::Caller& caller, core::Stage to);

// The caller's onboarding is complete: stage and hand-over change in this one transaction. The
// hand-over's clock starts at the end of `call`, whether that lies behind or ahead; without a call
// it starts now. Twice is once.
Result<void> complete_onboarding(Turn& turn, core::Caller& caller, const core::Call* call);

// Makes the outreaches that `trigger` starts, as complete_onboarding does.
Result<void> start_handovers(Turn& turn, const core::Caller& caller, core::Trigger trigger,
                             const core::Call* call);

// Cancels the caller's open outreaches.
Result<void> withdraw_outreaches(Turn& turn, const core::CallerId& caller, std::string who,
                                 std::string why);

}  // namespace pl::engine
