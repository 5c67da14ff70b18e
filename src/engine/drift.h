// Whether calls were as they were asked for, and what follows where they were not.
#pragma once

#include "engine/turn.h"

namespace pl::engine {

// Compares what the report says of a call that it was just taken into with what was sent for it.
// A difference that is new is noted in `call`, which the caller stores, and in the journal; it
// raises an attention item and stops the line's dials. Calls that come in are answered as ever.
Result<void> watch_for_drift(Turn& turn, core::Call& call, const core::ConversationReport& report);

}  // namespace pl::engine
