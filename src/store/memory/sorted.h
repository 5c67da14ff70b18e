// Vectors that are kept in order. What is inserted mostly belongs at the end, as ids and times
// grow.
#pragma once

#include <algorithm>
#include <functional>
#include <vector>

#include "base/check.h"

namespace pl::store {

// Behind its equals.
template <class T, class Less = std::less<>>
void insert_sorted(std::vector<T>& sorted, T value, Less less = {}) {
  if (sorted.empty() || !less(value, sorted.back())) {
    sorted.push_back(std::move(value));
  } else {
    sorted.insert(std::upper_bound(sorted.begin(), sorted.end(), value, less), std::move(value));
  }
}

// One of its equals, which must be there.
template <class T, class Less = std::less<>>
void erase_sorted(std::vector<T>& sorted, const T& value, Less less = {}) {
  const auto found = std::lower_bound(sorted.begin(), sorted.end(), value, less);
  PL_CHECK(found != sorted.end() && !less(value, *found));
  sorted.erase(found);
}

}  // namespace pl::store
