#pragma once

#include "ports/clock.h"

namespace pl::host {

// The machine's wall clock. It may jump, also backwards, when the machine corrects it.
class SystemClock : public ports::Clock {
 public:
  UtcTime now() const override {
    return std::chrono::floor<Millis>(std::chrono::system_clock::now());
  }
};

}  // namespace pl::host
