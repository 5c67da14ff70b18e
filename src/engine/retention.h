// Nothing is kept for longer than the operator wants.
#pragma once

#include "engine/turn.h"

namespace pl::engine {

// How long each kind of rows is kept; zero: until somebody erases it.
struct Retention {
  std::chrono::days speech{30};
  std::chrono::days history{730};
  std::chrono::days journal{0};
};

// The plans' budgets and check-ins look back into the history.
inline constexpr std::chrono::days kLeastHistory{31};

// Lets go of some of what is older, and gives how much that was. When it was none, nothing that old
// is left today; else ask again.
Result<std::size_t> let_go(Turn& turn, const Retention& retention);

}  // namespace pl::engine
