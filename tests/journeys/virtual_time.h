// Time that moves only when it is told to, and chance that is the same each time.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <utility>

#include "ports/clock.h"
#include "ports/entropy.h"

namespace pl::journeys {

// The clock of a journey, and what the world has planned to do by itself.
class VirtualTime final : public ports::Clock {
 public:
  explicit VirtualTime(UtcTime start) : now_(start) {}

  UtcTime now() const override { return now_; }
  void move_to(UtcTime time) { now_ = time; }

  void at(UtcTime time, std::function<void()> happening) {
    agenda_.emplace(time, std::move(happening));
  }
  std::optional<UtcTime> next() const {
    if (agenda_.empty()) return std::nullopt;
    return agenda_.begin()->first;
  }
  // In the order of their times, then of their planning.
  void run_due() {
    while (!agenda_.empty() && agenda_.begin()->first <= now_) {
      const auto happening = std::move(agenda_.begin()->second);
      agenda_.erase(agenda_.begin());
      happening();
    }
  }

 private:
  UtcTime now_;
  std::multimap<UtcTime, std::function<void()>> agenda_;
};

// Ids that come later sort later, even within a millisecond.
class CountingEntropy final : public ports::Entropy {
 public:
  std::array<std::uint64_t, 2> draw() override { return {0, ++drawn_}; }

 private:
  std::uint64_t drawn_ = 0;
};

}  // namespace pl::journeys
