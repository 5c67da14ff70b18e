// A clock that stands still.
#pragma once

#include "ports/clock.h"

namespace pl::platforms {

struct StoppedClock : ports::Clock {
  UtcTime now() const override { return *parse_utc("2026-11-22T11:49:00Z"); }
};

}  // namespace pl::platforms
