#include "engine/agent_check.h"

#include "base/text.h"
#include "engine/dialer.h"

namespace pl::engine {

Result<void> agent_checked(Turn& turn, const core::LineName& line, const core::SwitchesOff& off,
                           AskedBy by) {
  if (off.any()) {
    return turn.raise(
        line, core::AttentionReason::kOverridesOff, line.text,
        "the agent's settings do not allow what the line needs: " + join(names_of(off), ", "),
        remedy(off));
  }
  PL_DO(turn.settle(core::AttentionReason::kOverridesOff, line));
  PL_TRY(const auto pauses, turn.tx.pauses());
  const auto pause = pauses.find(line);
  const bool drifted = pause != pauses.end() && pause->second.cause == ports::PauseCause::kDrift;
  return drifted && by == AskedBy::kPerson ? resume_dialer(turn, line) : Result<void>();
}

}  // namespace pl::engine
