#pragma once

#include "line/reader.h"
#include "sim/habits.h"

namespace pl::play {

// The document as habits. Complains about what cannot be read; the habits are of use only if it did
// not.
sim::Habits decode_habits(line::Context& context, const line::Spot& root);

}  // namespace pl::play
