// Makes a script that breaks a promise as short as it can be and still break it.
#pragma once

#include <functional>
#include <string>

#include "sim/world.h"

namespace pl::sim {

struct Shrunk {
  Script script;
  int plays = 0;
  std::vector<audit::Violation> violations;
};

// Keeps the invariant broken that the script breaks first. Plays at most `plays` worlds; `progress`
// is told how many lines are left.
Shrunk shrink(const Universe& universe, const Script& script, int plays,
              const std::function<void(std::size_t)>& progress);

}  // namespace pl::sim
