// When the ticker looks next, and whether the store still keeps what it is given.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>

#include "base/time.h"

namespace pl::app {

// By the monotonic clock. From any thread.
class Pulse {
 public:
  using TimePoint = std::chrono::steady_clock::time_point;

  // Something was committed: it may be due already.
  void written();
  // How long ago; empty: nothing yet.
  std::optional<Millis> since_written() const;

  // A look begins: the next one is a second later, unless it is planned, or something is written.
  void look();
  // Something is due after so long.
  void plan(Millis after);
  // Until it is time for the next look, or to stop; looks are a tenth of a second apart.
  void sleep(const std::stop_token& stop);

 private:
  mutable std::mutex mutex_;
  std::condition_variable_any sooner_;
  std::optional<TimePoint> written_;
  TimePoint looked_{};
  TimePoint next_{};
};

}  // namespace pl::app
