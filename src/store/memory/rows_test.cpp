#include "store/memory/rows.h"

#include <gtest/gtest.h>

#include <map>

#include "../../../tests/store_suite/rows.h"
#include "store/memory/slots.h"

namespace pl::store {
namespace {

using store_suite::Random;

// Enough of them that many want the same place.
TEST(Rows, FindsEveryRowThatIsThereAndNoOther) {
  Random random(1);
  Rows<core::Attention, AttentionSlot> rows;
  std::map<core::AttentionId, AttentionSlot*> there;
  std::vector<core::AttentionId> gone;
  for (int i = 0; i < 20'000; ++i) {
    const bool grows = there.size() < 200 + random.below(400);
    if (grows) {
      const core::Attention row{.id = random.id<core::AttentionId>()};
      there[row.id] = &rows.insert(row);
    } else {
      const auto one = std::next(there.begin(), static_cast<int>(random.below(there.size())));
      rows.unlink(*one->second);
      ASSERT_EQ(rows.find(one->first), nullptr);
      if (random.flag()) {
        rows.link(*one->second);
      } else {
        rows.free(*one->second);
        gone.push_back(one->first);
        there.erase(one);
      }
    }
    if (i % 200 != 0) continue;
    for (const auto& [id, slot] : there) {
      ASSERT_EQ(rows.find(id), slot);
      ASSERT_EQ(slot->row->id, id);
    }
    for (const auto& id : gone) ASSERT_EQ(rows.find(id), nullptr);
  }
}

}  // namespace
}  // namespace pl::store
