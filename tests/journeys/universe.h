// The universe of every journey: the lines of this repository, and the world's zones and numbers.
#pragma once

#include <filesystem>

#include "../support/source_folder.h"
#include "sim/journey/player.h"

namespace pl::journeys {

inline const std::filesystem::path kRoot = testing::source_folder();

// One for all tests: it has no memory that matters.
const sim::JourneyUniverse& universe();

}  // namespace pl::journeys
