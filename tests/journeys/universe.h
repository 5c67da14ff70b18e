// The universe of every journey: the lines of this repository, and the world's zones and numbers.
#pragma once

#include <filesystem>

#include "sim/journey/player.h"

namespace pl::journeys {

inline const std::filesystem::path kRoot = PARTYLINE_SOURCE_DIR;

// One for all tests: it has no memory that matters.
const sim::JourneyUniverse& universe();

}  // namespace pl::journeys
