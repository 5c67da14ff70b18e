// When the ticker looks next, and what /readyz and /healthz are answered: whether the store still
// keeps what it is given, and whether somebody still looks at what is due.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <optional>
#include <stop_token>

#include "base/time.h"
#include "http/front.h"
#include "locks/mutex.h"

namespace pl::app {

// By the monotonic clock. From any thread.
class Pulse {
 public:
  using TimePoint = std::chrono::steady_clock::time_point;
  using Now = std::function<TimePoint()>;

  explicit Pulse(Now now = std::chrono::steady_clock::now) : now_(std::move(now)) {}

  // Something was committed: it may be due already.
  void written();
  // How long ago; empty: nothing yet.
  std::optional<Millis> since_written() const;
  // A pump came to its end, be it a good one.
  void pumped();
  // The server stops: it is not ready any more.
  void drain();

  // Ready exactly when something was written in the last 5 s, and it does not stop. It turns as
  // long as a pump came to its end in the last 60 s, or since it was made.
  http::Health health() const;

  // A look begins: the next one is a second later, unless it is planned, or something is written.
  void look();
  // Something is due after so long.
  void plan(Millis after);
  // Looks are at least a tenth of a second apart.
  TimePoint next_look() const;
  // Until then, or to stop.
  void sleep(const std::stop_token& stop);

 private:
  TimePoint next() const PL_UNDER(mutex_);
  // False: there is a look by then anyway.
  bool bring_forward(TimePoint to) PL_UNDER(mutex_);

  const Now now_;
  mutable Mutex mutex_;
  std::condition_variable_any sooner_;
  std::optional<TimePoint> written_ PL_GUARDED_BY(mutex_);
  TimePoint pumped_ PL_GUARDED_BY(mutex_) = now_();
  bool draining_ PL_GUARDED_BY(mutex_) = false;
  TimePoint looked_ PL_GUARDED_BY(mutex_){};
  TimePoint next_ PL_GUARDED_BY(mutex_){};
};

}  // namespace pl::app
