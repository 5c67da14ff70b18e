// What the owning product and operators ask for, about outreaches and attention.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/outreach_birth.h"
#include "engine/turn.h"

namespace pl::engine {

struct ScheduleRequest : core::OutreachRequest {
  // A plan of the line, or the scene that exactly one of them plays. An onboarding needs neither.
  std::variant<core::PlanName, core::SceneName> what;
};

struct Scheduled {
  core::Outreach outreach;
  std::vector<std::string> warnings;  // "no text channel: a failed call ends without a text"
};

// kInvalid for an unknown plan, a scene of no plan or of several, an opening that the scene may not
// have (core::given_opening), or when neither a call nor a text could ever follow; kConflict,
// with its id, when an onboarding or a hand-over of the caller is already open.
Result<Scheduled> schedule(Turn& turn, const core::CallerId& caller,
                           const ScheduleRequest& request);

// The line's onboarding plan.
Result<Scheduled> schedule_onboarding(Turn& turn, const core::CallerId& caller,
                                      const ScheduleRequest& request);

// Ending what has ended changes nothing.
Result<core::Outreach> cancel(Turn& turn, const core::OutreachId& id, std::string who);

// A new outreach of the same plan that names the old one, which must have ended.
Result<Scheduled> retry(Turn& turn, const core::OutreachId& id);

// Resolving what a paused dialer stands still for resumes it.
Result<core::Attention> resolve_attention(Turn& turn, const core::AttentionId& id);

}  // namespace pl::engine
