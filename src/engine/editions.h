// What is kept current outside of the program, and may have grown old there.
#pragma once

#include "engine/turn.h"

namespace pl::engine {

// A person must look where the time zones are older than core::kFresh, and need not any more where
// they are not.
Result<void> note_editions(Turn& turn);

}  // namespace pl::engine
