// Whatever is done to both, in whatever order, and however much of it is undone: the store in
// memory answers as the SQLite one does.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "../../../tests/store_suite/mixed_steps.h"
#include "store/memory/memory_store.h"
#include "store/sqlite/sqlite_store.h"

namespace pl::store {
namespace {

using store_suite::Random;
using store_suite::Step;

struct Work {
  std::vector<Step> steps;
  bool overlooks_errors;
  bool fails;
};

// What a batch says, word for word: every answer, and how each work ended.
template <class AnyStore>
std::vector<std::string> story(AnyStore& store, const std::vector<Work>& batch) {
  std::vector<std::string> told;
  for (const Work& work : batch) {
    store.submit(
        ports::Priority::kRoutine,
        [&told, &work](ports::Tx& tx) -> Result<void> {
          for (const Step& step : work.steps) {
            const auto answer = step(tx);
            told.push_back(answer ? *answer : fmt::format("error {}", int(answer.error().code)));
            if (!answer && !work.overlooks_errors) return tl::unexpected(answer.error());
          }
          if (work.fails) return fail(Code::kInvalid, "of the work's own");
          return {};
        },
        [&told](const Result<void>& result) {
          told.push_back(result ? "kept" : fmt::format("undone {}", int(result.error().code)));
        });
  }
  EXPECT_TRUE(store.run_queued());
  return told;
}

TEST(SameAnswers, AsSqlite) {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    store_suite::MixedSteps steps(seed);
    Random& random = steps.random();
    MemoryStore memory;
    const auto sqlite = SqliteStore::open(":memory:").value_or(nullptr);
    ASSERT_TRUE(sqlite);
    for (int round = 0; round < 300; ++round) {
      std::vector<Work> batch(1 + random.below(4));
      for (Work& work : batch) {
        for (auto i = 1 + random.below(8); i > 0; --i) work.steps.push_back(steps.step());
        work.overlooks_errors = random.flag();
        work.fails = random.below(4) == 0;
      }
      // Something that leaves no trace.
      if (random.below(4) == 0) {
        memory.next_commit(random.flag() ? CommitFate::kFails : CommitFate::kInDoubtLost);
        story(memory, batch);
      }
      ASSERT_EQ(story(memory, batch), story(*sqlite, batch)) << seed << " " << round;
    }
  }
}

}  // namespace
}  // namespace pl::store
