#pragma once

#include "base/time.h"

namespace pl::ports {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual UtcTime now() const = 0;  // from any thread
};

}  // namespace pl::ports
