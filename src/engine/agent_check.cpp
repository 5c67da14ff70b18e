#include "engine/agent_check.h"

#include "base/text.h"
#include "engine/dialer.h"

namespace pl::engine {

namespace {

// Asking again cannot help: somebody must change something.
bool is_refusal(Code code) {
  switch (code) {
    case Code::kInvalid:
    case Code::kUnauthorized:
    case Code::kNotFound:
      return true;
    case Code::kConflict:
    case Code::kUnavailable:
    case Code::kOutcomeUnknown:
    case Code::kCorrupt:
    case Code::kInternal:
      return false;
  }
  return false;
}

}  // namespace

Result<void> agent_checked(Turn& turn, const AgentCheck& check, AskedBy by) {
  const core::LineName& line = check.line;
  if (!check.off) {
    if (!is_refusal(check.off.error().code)) return {};
    return turn.raise(
        line, core::AttentionReason::kPlatformRefused, line.text,
        "the platform does not tell us about the line's agent: " + check.off.error().message,
        "check ELEVENLABS_API_KEY, the agent's id and --elevenlabs-url, restart the "
        "server, then run `partyline platform check`");
  }
  PL_DO(turn.settle(core::AttentionReason::kPlatformRefused, line));
  const core::SwitchesOff& off = *check.off;
  if (off.any()) {
    return turn.raise(
        line, core::AttentionReason::kOverridesOff, line.text,
        "the agent's settings do not allow what the line needs: " + join(names_of(off), ", "),
        remedy(off));
  }
  PL_DO(turn.settle(core::AttentionReason::kOverridesOff, line));
  PL_TRY(const auto pauses, turn.tx.pauses());
  const auto pause = pauses.find(line);
  const bool mended = pause != pauses.end() && (pause->second.cause == ports::PauseCause::kDrift ||
                                                pause->second.cause == ports::PauseCause::kFailed);
  return mended && by == AskedBy::kPerson ? resume_dialer(turn, line) : Result<void>();
}

}  // namespace pl::engine
