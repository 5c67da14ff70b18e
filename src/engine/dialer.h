// Dials: which outreach may ring now, and what happens when the platform will not dial for us.
#pragma once

#include "core/override.h"
#include "engine/turn.h"

namespace pl::engine {

// Looks at every outreach whose time has come: asks the gate, opens attempts, gives up, texts.
Result<void> advance_due_outreaches(Turn& turn);
// Which these are, and one of them.
Result<std::vector<core::OutreachId>> due_outreaches(Turn& turn);
Result<void> advance_outreach(Turn& turn, const core::OutreachId& id);

// The POST's outcome is unknown: the call is looked up, never dialled again.
Result<void> dial_unclear(Turn& turn, core::Call call, std::string why);

// The platform refused to dial for us. Pauses the line's dialer; its deadlines stand still.
Result<void> pause_dialer(Turn& turn, const core::Call& call, const ports::DialRefusedUs& refused);

// A call was not as it was asked for. The line's dialer stands still until what `cause` names; a
// cause that outweighs it is left as it is.
Result<void> hold_dialer(Turn& turn, const core::Call& call, ports::PauseCause cause,
                         const std::string& why);

// Lets the line dial again, and gives its waiting outreaches back the time they stood still.
Result<void> resume_dialer(Turn& turn, const core::LineName& line);

// Resumes what was paused for a time that is over; ends what has waited for a day.
Result<void> advance_pauses(Turn& turn);
// Whose these are, and one of them.
Result<std::vector<core::LineName>> due_pauses(Turn& turn);
Result<void> advance_pause(Turn& turn, const core::LineName& line);

// When there will be something to advance; empty: never.
Result<std::optional<UtcTime>> next_due(Turn& turn);

// At start-up: a refusal that awaited an operator is lifted, as restarting is what operators do.
Result<void> lift_pauses(Turn& turn);

// Everything the platform is told about a call.
core::Initiation make_initiation(const core::Part& part, std::vector<core::ToolId> tool_ids,
                                 const core::CallId& call);

}  // namespace pl::engine
