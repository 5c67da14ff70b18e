#include "sim/watched_store.h"

#include <gtest/gtest.h>

#include "sim/backends.h"

namespace pl::sim {
namespace {

constexpr int kWorks = 1000;

// What the works of a world leave behind, once each has run or some of them again.
struct Left {
  int counted_outside = 0;
  std::vector<std::string> rows;
  int told = 0;
};

Left play(StoreKind kind, bool some_again) {
  VirtualTime time(from_ms(0));
  ServerClock clock(time);
  Mortality mortality;
  CountingEntropy entropy;
  const auto backend = make_backend(kind, 1);
  WatchedStore store(*backend, time, clock, mortality);
  store.on_commit = [](const Written&) {};
  if (some_again) store.run_some_again(Random(1), entropy);
  Left left;
  for (int i = 0; i < kWorks; ++i) {
    store.submit(
        ports::Priority::kRoutine,
        [&, i](ports::Tx& tx) -> Result<void> {
          ++left.counted_outside;
          const auto id = core::AttentionId::make(from_ms(i), entropy.draw());
          PL_TRY(const bool fresh, tx.raise({.id = id, .subject = id.text()}));
          if (!fresh) return fail(Code::kInternal, "it is there already");
          return {};
        },
        [&left](const Result<void>& result) {
          EXPECT_TRUE(result);
          ++left.told;
        });
  }
  store.drain();
  store.submit(
      ports::Priority::kRoutine,
      [&left](ports::Tx& tx) -> Result<void> {
        PL_TRY(const auto items, tx.open_attention({.limit = 2 * kWorks}));
        left.rows.clear();
        for (const core::Attention& item : items) left.rows.push_back(item.id.text());
        return {};
      },
      [](const Result<void>& result) { EXPECT_TRUE(result); });
  store.drain();
  return left;
}

TEST(WatchedStore, RunsSomeWorksAgainAndOnlyWhatCountsOutsideNotices) {
  for (const StoreKind kind : {StoreKind::kMemory, StoreKind::kSqlite}) {
    const Left once = play(kind, false);
    const Left again = play(kind, true);
    EXPECT_EQ(once.counted_outside, kWorks);
    EXPECT_GT(again.counted_outside, kWorks);
    EXPECT_EQ(again.told, kWorks);
    EXPECT_EQ(again.rows, once.rows);
  }
}

}  // namespace
}  // namespace pl::sim
