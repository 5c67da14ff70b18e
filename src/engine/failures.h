// Calls that failed for something of ours, and what is done about it.
#pragma once

#include "core/call.h"
#include "engine/turn.h"

namespace pl::engine {

// Looks at a call that was just judged. One that the platform ended for something of ours stops the
// line's dialer, an inbound one is told to a person. So do several calls in a row, to different
// numbers, in which our agent said nothing; a single one proves nothing.
Result<void> watch_for_our_failures(Turn& turn, const core::Call& call);

// A network declined the call for what it thinks of the line's number.
Result<void> number_flagged(Turn& turn, const core::Call& call);

}  // namespace pl::engine
