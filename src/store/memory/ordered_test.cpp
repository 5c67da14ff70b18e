#include "store/memory/ordered.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace pl::store {
namespace {

TEST(Ordered, HoldsWhatASetHoldsInItsOrder) {
  for (const int range : {3, 1000, 20'000}) {
    std::mt19937_64 random(1);
    Ordered<int> ordered;
    std::set<int> set;
    for (int i = 0; i < 30'000; ++i) {
      const int member = static_cast<int>(random() % static_cast<unsigned>(range));
      // It grows first, and then shrinks to nothing.
      const bool present = set.contains(member);
      if (!present && i < 15'000) {
        ordered.add(member);
        set.insert(member);
      } else if (present) {
        ordered.drop(member);
        set.erase(member);
      }
      if (i % 500 != 0) continue;
      std::vector<int> found;
      for (const int one : ordered) found.push_back(one);
      ASSERT_EQ(found, std::vector<int>(set.begin(), set.end()));
      ASSERT_EQ(ordered.empty(), set.empty());
    }
    while (!ordered.empty()) ordered.drop(*ordered.begin());
  }
}

}  // namespace
}  // namespace pl::store
