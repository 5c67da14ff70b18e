// Where a server may die: before and after everything it does to the world outside of itself.
#pragma once

#include <functional>
#include <utility>

namespace pl::sim {

class Mortality {
 public:
  // The `boundary`-th boundary from now is the last; 0: it lives.
  void die_at(int boundary) { left_ = boundary; }
  void die() {
    if (std::exchange(dead_, true)) return;
    if (on_death) on_death();
  }
  void revive() { dead_ = false; }

  bool dead() const { return dead_; }
  // Asked at every boundary. False: the server died here.
  bool passes() {
    if (dead_) return false;
    ++passed_;
    if (left_ == 0 || --left_ != 0) return true;
    die();
    return false;
  }
  // Told at the very moment.
  std::function<void()> on_death;
  int passed() const { return passed_; }

 private:
  int left_ = 0;
  int passed_ = 0;
  bool dead_ = false;
};

}  // namespace pl::sim
