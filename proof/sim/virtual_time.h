// Time that moves only when it is told to, and chance that is the same each time.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "ports/clock.h"
#include "ports/entropy.h"

namespace pl::sim {

// The true time, and what the world has planned to do by itself.
class VirtualTime {
 public:
  explicit VirtualTime(UtcTime start) : now_(start) {}

  UtcTime now() const { return now_; }
  void move_to(UtcTime time) {
    if (time <= now_) return;
    now_ = time;
    followed_ = 0;
    looked_ = false;
  }

  // Somebody does it.
  void at(UtcTime time, std::function<void()> happening) {
    plan(time, std::move(happening), false);
  }
  void after(Millis delay, std::function<void()> happening) {
    at(now_ + delay, std::move(happening));
  }
  // It follows by itself from what was done: whoever repeats the doing need not repeat it.
  void follows_after(Millis delay, std::function<void()> happening) {
    plan(now_ + delay, std::move(happening), true);
  }
  std::optional<UtcTime> next() const {
    if (agenda_.empty()) return std::nullopt;
    return agenda_.front().at;
  }
  // The earliest of what is due; of equal times what was planned first. Empty when nothing is.
  std::function<void()> take_due() {
    if (agenda_.empty() || agenda_.front().at > now_) return nullptr;
    std::pop_heap(agenda_.begin(), agenda_.end(), later);
    std::function<void()> happening = std::move(agenda_.back().happening);
    if (agenda_.back().follows) ++followed_;
    agenda_.pop_back();
    return happening;
  }

  // How much has followed by itself at this instant, the server's looks at what is due included.
  int followed() const { return followed_; }
  void server_looks() {
    ++followed_;
    looked_ = true;
  }
  bool server_has_looked() const { return looked_; }
  // More of it is due now. Looks at the whole agenda.
  bool more_follows() const {
    return std::any_of(agenda_.begin(), agenda_.end(),
                       [this](const Item& item) { return item.follows && item.at <= now_; });
  }

 private:
  struct Item {
    UtcTime at;
    std::uint64_t order;
    std::function<void()> happening;
    bool follows;
  };
  void plan(UtcTime time, std::function<void()> happening, bool follows) {
    agenda_.push_back({std::max(time, now_), planned_++, std::move(happening), follows});
    std::push_heap(agenda_.begin(), agenda_.end(), later);
  }
  static bool later(const Item& a, const Item& b) {
    return a.at != b.at ? a.at > b.at : a.order > b.order;
  }

  UtcTime now_;
  std::uint64_t planned_ = 0;
  int followed_ = 0;
  bool looked_ = false;
  std::vector<Item> agenda_;  // a heap, the earliest in front
};

// What the server's clock shows: the true time, and how far it is off.
class ServerClock final : public ports::Clock {
 public:
  explicit ServerClock(const VirtualTime& time) : time_(time) {}
  UtcTime now() const override { return time_.now() + off_; }
  void step(Millis by) { off_ += by; }
  Millis off() const { return off_; }

 private:
  const VirtualTime& time_;
  Millis off_{0};
};

// Ids that come later sort later, even within a millisecond.
class CountingEntropy final : public ports::Entropy {
 public:
  std::array<std::uint64_t, 2> draw() override { return {0, ++drawn_}; }

 private:
  std::uint64_t drawn_ = 0;
};

}  // namespace pl::sim
