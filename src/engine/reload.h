// The files of the lines were read again while the server runs.
#pragma once

#include "engine/turn.h"

namespace pl::engine {

// They are good: the journal says so for each line, and nobody need look at them any more. The
// caller replaces the lines when this is durable.
Result<void> note_lines_reloaded(Turn& turn);

// They are not, and the old ones serve on: a person must look.
Result<void> note_lines_refused(Turn& turn);

}  // namespace pl::engine
