#include "engine/onboarding.h"

#include <algorithm>

#include "core/outreach_birth.h"

namespace pl::engine {
Result<void> move_stage(Turn& turn, core::Caller& caller, core::Stage to) {
  if (!core::stage_may_become(caller.stage, to)) return {};
  core::JournalEntry entry = entry_for(caller, "caller.stage");
  entry.details = {{"from", std::string(text_of(caller.stage))}, {"to", std::string(text_of(to))}};
  caller.stage = to;
  caller.updated_at = turn.now;
  PL_DO(turn.tx.update(caller));
  return turn.journal(std::move(entry));
}

Result<void> complete_onboarding(Turn& turn, core::Caller& caller, const core::Call* call) {
  if (!core::stage_may_become(caller.stage, core::Stage::kOnboarded)) return {};
  PL_DO(move_stage(turn, caller, core::Stage::kOnboarded));
  PL_TRY(const auto open, turn.open_outreaches(caller.id));
  for (const core::Outreach& outreach : open.rows) {
    // One that is on the phone is judged by its call; one that only waits has lost its purpose.
    const bool idle = outreach.state == core::OutreachState::kWaiting ||
                      (outreach.state == core::OutreachState::kHeld && !outreach.fulfilling);
    if (!outreach.plan.is_onboarding() || !idle) continue;
    PL_DO(turn.apply(outreach, core::Withdrawn{"partyline", "already onboarded"}));
  }
  return start_handovers(turn, caller, core::Trigger::kOnboardingCompleted, call);
}

Result<void> start_handovers(Turn& turn, const core::Caller& caller, core::Trigger trigger,
                             const core::Call* call) {
  const core::Line* line = turn.world.lines.find(caller.line);
  if (line == nullptr) return {};
  for (const core::Plan& plan : line->outreach) {
    if (std::find(plan.on.begin(), plan.on.end(), trigger) == plan.on.end()) continue;
    const core::Outreach handover =
        core::hand_over(turn.new_id<core::OutreachId>(), {*line, caller, plan}, call, turn.now);
    PL_DO(turn.tx.insert(handover));
    core::JournalEntry entry = entry_for(handover, "outreach.waiting");
    entry.details = {{"plan", plan.name.text}, {"scene", plan.scene.text}};
    PL_DO(turn.journal(std::move(entry)));
  }
  return {};
}

Result<void> withdraw_outreaches(Turn& turn, const core::CallerId& caller, std::string who,
                                 std::string why) {
  PL_TRY(const auto open, turn.open_outreaches(caller));
  for (const core::Outreach& outreach : open.rows) {
    PL_DO(turn.apply(outreach, core::Withdrawn{who, why}));
  }
  return {};
}

}  // namespace pl::engine
