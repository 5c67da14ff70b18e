#include "app/pulse.h"

#include <fmt/format.h>

#include <algorithm>

namespace pl::app {
namespace {

using namespace std::chrono_literals;

constexpr Millis kApart = 100ms;  // a callback is at most this late
constexpr Millis kLongest = 1s;
constexpr Millis kKeeps = 5s;   // without a commit for longer it is not ready
constexpr Millis kTurns = 60s;  // without a pump for longer only a new start helps

std::string seconds(Pulse::TimePoint::duration since) {
  return fmt::format("{:.1f} s ago", std::chrono::duration<double>(since).count());
}

}  // namespace

void Pulse::written() {
  {
    const Lock lock(mutex_);
    written_ = now_();
    if (!bring_forward(*written_)) return;
  }
  sooner_.notify_all();
}

std::optional<Millis> Pulse::since_written() const {
  const Lock lock(mutex_);
  if (!written_) return std::nullopt;
  return std::chrono::floor<Millis>(now_() - *written_);
}

void Pulse::pumped() {
  const Lock lock(mutex_);
  pumped_ = now_();
}

void Pulse::drain() {
  const Lock lock(mutex_);
  draining_ = true;
}

http::Health Pulse::health() const {
  const Lock lock(mutex_);
  const TimePoint now = now_();
  return {.turns = now - pumped_ < kTurns,
          .ready = written_ && now - *written_ <= kKeeps && !draining_,
          .lines = {written_ ? "store: kept something " + seconds(now - *written_)
                             : "store: has kept nothing yet",
                    "due: looked at " + seconds(now - pumped_),
                    draining_ ? "stopping: yes" : "stopping: no"}};
}

void Pulse::look() {
  const Lock lock(mutex_);
  looked_ = now_();
  next_ = looked_ + kLongest;
}

void Pulse::plan(Millis after) {
  {
    const Lock lock(mutex_);
    if (!bring_forward(now_() + std::clamp(after, 0ms, kLongest))) return;
  }
  sooner_.notify_all();
}

Pulse::TimePoint Pulse::next_look() const {
  const Lock lock(mutex_);
  return next();
}

void Pulse::sleep(const std::stop_token& stop) {
  const Lock lock(mutex_);
  while (!stop.stop_requested()) {
    const TimePoint at = next();
    if (now_() >= at) return;
    sooner_.wait_until(mutex_, stop, at, [&]() PL_UNDER(mutex_) { return next() < at; });
  }
}

Pulse::TimePoint Pulse::next() const {
  return std::max(next_, looked_ + kApart);
}

// Nobody is woken in vain: with a hundred calls a second that would cost more than the looks.
bool Pulse::bring_forward(TimePoint to) {
  const TimePoint before = next();
  next_ = std::min(next_, to);
  return next() < before;
}

}  // namespace pl::app
