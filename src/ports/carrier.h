// The telephone network beneath the voice platform.
#pragma once

#include <functional>

#include "base/result.h"
#include "core/names.h"

namespace pl::ports {

class Carrier {
 public:
  virtual ~Carrier() = default;
  // Ends a call that still rings; one that was answered meanwhile goes on. Completes exactly once,
  // on any thread; an error says that it may ring to its end.
  virtual void stop_ringing(core::CallSid call, std::function<void(Result<void>)> done) = 0;
};

}  // namespace pl::ports
