#include "app/pulse.h"

#include <algorithm>

namespace pl::app {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr Millis kApart = 100ms;  // a callback is at most this late
constexpr Millis kLongest = 1s;

}  // namespace

void Pulse::written() {
  {
    const std::lock_guard lock(mutex_);
    written_ = Clock::now();
    next_ = std::min(next_, *written_);
  }
  sooner_.notify_all();
}

std::optional<Millis> Pulse::since_written() const {
  const std::lock_guard lock(mutex_);
  if (!written_) return std::nullopt;
  return std::chrono::floor<Millis>(Clock::now() - *written_);
}

void Pulse::look() {
  const std::lock_guard lock(mutex_);
  looked_ = Clock::now();
  next_ = looked_ + kLongest;
}

void Pulse::plan(Millis after) {
  {
    const std::lock_guard lock(mutex_);
    next_ = std::min(next_, Clock::now() + std::clamp(after, 0ms, kLongest));
  }
  sooner_.notify_all();
}

void Pulse::sleep(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  const auto when = [this] { return std::max(next_, looked_ + kApart); };
  while (!stop.stop_requested()) {
    const TimePoint at = when();
    if (Clock::now() >= at) return;
    sooner_.wait_until(lock, stop, at, [&] { return when() < at; });
  }
}

}  // namespace pl::app
