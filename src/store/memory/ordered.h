// A set in order, for members that move often: short runs of neighbours instead of a tree of nodes.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "base/check.h"

namespace pl::store {

// T has `<`, and is cheap to copy.
template <class T>
class Ordered {
  using Run = std::vector<T>;

 public:
  // Valid until the next change.
  class Place {
   public:
    using value_type = T;

    const T& operator*() const { return (*run_)[at_]; }
    const T* operator->() const { return &(*run_)[at_]; }
    Place& operator++() {
      if (++at_ == run_->size()) {
        ++run_;
        at_ = 0;
      }
      return *this;
    }
    friend bool operator==(const Place&, const Place&) = default;

   private:
    friend class Ordered;
    explicit Place(const Run* run) : run_(run) {}

    const Run* run_;
    std::size_t at_ = 0;
  };

  Place begin() const { return Place(runs_.data()); }
  Place end() const { return Place(runs_.data() + runs_.size()); }
  bool empty() const { return runs_.empty(); }

  // It must not be there.
  void add(const T& member) {
    if (runs_.empty()) runs_.push_back(std::move(spare_));
    auto run = run_of(member);
    if (run == runs_.end()) --run;
    const auto place = std::lower_bound(run->begin(), run->end(), member);
    PL_CHECK(place == run->end() || member < *place);
    run->insert(place, member);
    if (run->size() == kLongest) split(run);
  }
  // It must be there.
  void drop(const T& member) {
    const auto run = run_of(member);
    PL_CHECK(run != runs_.end());
    const auto place = std::lower_bound(run->begin(), run->end(), member);
    PL_CHECK(!(member < *place));
    run->erase(place);
    if (!run->empty()) return;
    spare_ = std::move(*run);
    runs_.erase(run);
  }

 private:
  static constexpr std::size_t kLongest = 256;

  // The first run that does not end before it.
  typename std::vector<Run>::iterator run_of(const T& member) {
    return std::lower_bound(
        runs_.begin(), runs_.end(), member,
        [](const Run& run, const T& sought) { return !run.empty() && run.back() < sought; });
  }
  void split(typename std::vector<Run>::iterator run) {
    const auto middle = run->begin() + kLongest / 2;
    Run second(middle, run->end());
    run->erase(middle, run->end());
    runs_.insert(run + 1, std::move(second));
  }

  std::vector<Run> runs_;  // none is empty but in add()
  Run spare_;              // is empty, and has room
};

}  // namespace pl::store
