// The proof that the auditor can fail: bugs that are planted on purpose, and a canary.
#pragma once

#include <string>

#include "play/simulation.h"
#include "sim/prove.h"

namespace pl::play {

// Empty: none. kInvalid for a name that is none, and in a build that holds no bugs.
Result<void> plant(const std::string& name);

// Plants each in turn, and plays worlds until a promise is broken. Prints a table; true when every
// one was caught.
Result<bool> catch_every_bug(const Simulation& simulation, const sim::ProveOptions& options);

// Writes the script, as it played, as a journey file; says what is wrong where that fails.
void write_journey(const Simulation& simulation, const sim::Script& script,
                   const std::string& path);

}  // namespace pl::play
