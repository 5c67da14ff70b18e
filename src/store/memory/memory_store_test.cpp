#include "store/memory/memory_store.h"

#include <gtest/gtest.h>

#include "../../../tests/store_suite/rows.h"

namespace pl::store {
namespace {

using ports::Priority;
using store_suite::Random;

using Told = std::vector<std::optional<Code>>;

class MemoryStoreTest : public ::testing::Test {
 protected:
  void submit(ports::Store::Work work) {
    store_.submit(Priority::kRoutine, std::move(work), [this](const Result<void>& result) {
      told_.push_back(result ? std::nullopt : std::optional(result.error().code));
    });
  }
  void submit_insert(const core::Caller& caller) {
    submit([caller](ports::Tx& tx) { return tx.insert(caller); });
  }
  bool has(const core::Caller& caller) {
    bool found = false;
    store_.submit(
        Priority::kRoutine,
        [&](ports::Tx& tx) -> Result<void> {
          PL_TRY(const auto row, tx.caller(caller.id));
          found = row.has_value();
          return {};
        },
        [](const Result<void>& result) { EXPECT_TRUE(result); });
    EXPECT_TRUE(store_.run_queued());
    return found;
  }
  void append(const std::string& kind) {
    submit([kind](ports::Tx& tx) { return tx.append({.line = {"line"}, .kind = kind}); });
  }
  std::string kinds() {
    std::string all;
    submit([&](ports::Tx& tx) -> Result<void> {
      PL_TRY(const auto entries, tx.journal(0, 100));
      for (const auto& entry : entries) all += entry.kind + std::to_string(entry.seq) + " ";
      return {};
    });
    store_.run_queued();
    return all;
  }
  core::Caller caller() { return random_.any<core::Caller>(); }

  MemoryStore store_;
  Told told_;
  Random random_{1};
};

TEST_F(MemoryStoreTest, ACommitEndsAsItWasToldToAndTheNextOneWell) {
  const struct {
    CommitFate fate;
    std::optional<Code> told;
    bool kept;
  } cases[] = {{CommitFate::kDone, std::nullopt, true},
               {CommitFate::kFails, Code::kUnavailable, false},
               {CommitFate::kInDoubtKept, Code::kOutcomeUnknown, true},
               {CommitFate::kInDoubtLost, Code::kOutcomeUnknown, false}};
  for (const auto& test : cases) {
    SCOPED_TRACE(static_cast<int>(test.fate));
    const core::Caller written = caller();
    told_.clear();
    store_.next_commit(test.fate);
    submit_insert(written);
    submit([](ports::Tx&) -> Result<void> { return fail(Code::kInvalid, "its own"); });
    store_.run_queued();
    const Code of_failed = test.fate == CommitFate::kDone ? Code::kInvalid : Code::kUnavailable;
    EXPECT_EQ(told_, (Told{test.told, of_failed}));
    EXPECT_EQ(has(written), test.kept);
    submit_insert(written);
    store_.run_queued();
    EXPECT_EQ(told_.back(), test.kept ? std::optional(Code::kConflict) : std::nullopt);
  }
}

TEST_F(MemoryStoreTest, ForgettingTheQueueKeepsWhatWasCommitted) {
  const core::Caller before = caller();
  const core::Caller forgotten = caller();
  submit_insert(before);
  store_.run_queued();
  submit_insert(forgotten);
  store_.forget_queue();
  EXPECT_FALSE(store_.run_queued());
  EXPECT_EQ(told_, Told{std::nullopt});
  EXPECT_TRUE(has(before));
  EXPECT_FALSE(has(forgotten));
}

TEST_F(MemoryStoreTest, ACrashInAWorkUndoesItsBatchAndTellsNobody) {
  const core::Caller first = caller();
  const core::Caller second = caller();
  submit_insert(first);
  submit([&](ports::Tx& tx) -> Result<void> {
    PL_DO(tx.insert(second));
    store_.forget_queue();
    return {};
  });
  submit_insert(caller());
  EXPECT_TRUE(store_.run_queued());
  EXPECT_TRUE(told_.empty());
  EXPECT_FALSE(has(first));
  EXPECT_FALSE(has(second));
}

TEST_F(MemoryStoreTest, ACrashInADoneKeepsItsBatchAndTellsNobodyElse) {
  const core::Caller first = caller();
  const core::Caller second = caller();
  store_.submit(
      Priority::kCall, [&](ports::Tx& tx) { return tx.insert(first); },
      [&](const Result<void>&) { store_.forget_queue(); });
  submit_insert(second);
  EXPECT_TRUE(store_.run_queued());
  EXPECT_TRUE(told_.empty());
  EXPECT_TRUE(has(first));
  EXPECT_TRUE(has(second));
}

TEST_F(MemoryStoreTest, KeepsAsMuchOfTheJournalAsItIsTold) {
  append("a");
  store_.run_queued();
  append("b");
  append("c");
  EXPECT_EQ(kinds(), "a1 b2 c3 ");
  store_.keep_journal(2);
  EXPECT_EQ(kinds(), "a1 b2 c3 ");  // seen before its own commit
  EXPECT_EQ(kinds(), "b2 c3 ");
  store_.keep_journal(0);
  append("d");
  append("e");
  append("f");
  store_.run_queued();
  EXPECT_EQ(kinds(), "d4 e5 f6 ");
  EXPECT_EQ(kinds(), "");
  append("g");
  EXPECT_EQ(kinds(), "g7 ");
}

TEST_F(MemoryStoreTest, RefusesAtOnceWhenTooMuchWaits) {
  for (std::size_t i = 0; i < kQueueLimit; ++i) {
    submit([](ports::Tx&) -> Result<void> { return {}; });
  }
  EXPECT_TRUE(told_.empty());
  submit_insert(caller());
  EXPECT_EQ(told_, Told{Code::kUnavailable});
  store_.run_queued();
  EXPECT_EQ(told_.size(), 1 + kBatchLimit);
}

}  // namespace
}  // namespace pl::store
