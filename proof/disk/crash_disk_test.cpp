// What the store keeps, says and mends when the disk under it loses power or fails at any moment.
#include "disk/crash_disk.h"

#include <gtest/gtest.h>

#include "../../tests/store_suite/rows.h"
#include "store/sqlite/test_folder.h"

namespace pl::store {
namespace {

using ports::Priority;
using store_suite::Random;

constexpr int kBatches = 8;
constexpr int kWorksOfABatch = 2;
constexpr int kWorks = kBatches * kWorksOfABatch;
constexpr int kRenamedLater = 3;  // works

using Codes = std::vector<std::optional<Code>>;

// Each work brings a pair of callers, and renames an earlier pair, so that half a transaction shows
// as a pair that is not one.
class Flow {
 public:
  explicit Flow(CrashDisk& disk, Synchronous synchronous = Synchronous::kFull)
      : disk_(disk), synchronous_(synchronous) {
    Random random(7);
    for (int i = 0; i < kWorks; ++i) {
      first_.push_back(random.any<core::Caller>());
      second_.push_back(random.any<core::Caller>());
    }
  }

  bool open() {
    store_.reset();
    auto store =
        SqliteStore::open("partyline.db", {.vfs = disk_.vfs(), .synchronous = synchronous_});
    if (!store) {
      EXPECT_EQ(store.error().code, Code::kUnavailable) << store.error().message;
      return false;
    }
    store_ = *std::move(store);
    // So that the log is folded into the file now and then.
    return database().run_script("PRAGMA wal_autocheckpoint = 20").has_value();
  }
  // Until a work fails, or all are done.
  void run_until_failure() {
    for (int batch = 0; batch < kBatches; ++batch) {
      if (!run(batch)) return;
    }
  }
  // False when a work of it failed.
  bool run(int batch) {
    for (int i = 0; i < kWorksOfABatch; ++i) submit(batch * kWorksOfABatch + i);
    store_->run_queued();
    return std::all_of(told_.end() - kWorksOfABatch, told_.end(),
                       [](const auto& code) { return !code; });
  }

  // Of the works that ran, how many acknowledged ones are not there. Expects pairs to be pairs,
  // and nothing of works that were told that nothing happened.
  int lost() {
    int count = 0;
    for (int i = 0; i < static_cast<int>(told_.size()); ++i) {
      const std::string first = name_of(first_[static_cast<std::size_t>(i)]);
      EXPECT_EQ(first, name_of(second_[static_cast<std::size_t>(i)])) << "pair " << i;
      EXPECT_TRUE(!was_undone(i) || first.empty()) << "pair " << i;
      if (was_acknowledged(i) && first.empty()) ++count;
      const int later = i + kRenamedLater;
      if (was_acknowledged(i) && was_acknowledged(later) && first != long_name(later)) ++count;
      EXPECT_TRUE(!was_undone(later) || first != long_name(later)) << "pair " << i;
    }
    auto check = database().query("PRAGMA integrity_check");
    EXPECT_TRUE(check && check->next().value());
    EXPECT_EQ(check->text(0), "ok");
    return count;
  }

  const Codes& told() const { return told_; }
  void close() { store_.reset(); }

 private:
  static std::string long_name(int work) { return std::string(2500, 'n') + std::to_string(work); }
  bool was_told(int work) const { return work < static_cast<int>(told_.size()); }
  bool was_acknowledged(int work) const {
    return was_told(work) && !told_[static_cast<std::size_t>(work)];
  }
  bool was_undone(int work) const {
    return was_told(work) && told_[static_cast<std::size_t>(work)] == Code::kUnavailable;
  }

  void submit(int work) {
    store_->submit(
        Priority::kRoutine,
        [this, work](ports::Tx& tx) -> Result<void> {
          for (auto* callers : {&first_, &second_}) {
            core::Caller caller = (*callers)[static_cast<std::size_t>(work)];
            caller.name = long_name(work);
            PL_DO(tx.insert(caller));
            if (work < kRenamedLater) continue;
            const auto& id = (*callers)[static_cast<std::size_t>(work - kRenamedLater)].id;
            PL_TRY(auto earlier, tx.caller(id));
            if (!earlier) continue;
            earlier->name = long_name(work);
            PL_DO(tx.update(*earlier));
          }
          return {};
        },
        [this](const Result<void>& result) {
          told_.push_back(result ? std::nullopt : std::optional(result.error().code));
        });
  }
  // Empty when there is no such caller.
  std::string name_of(const core::Caller& caller) {
    std::string name;
    store_->submit(
        Priority::kRoutine,
        [&](ports::Tx& tx) -> Result<void> {
          PL_TRY(const auto row, tx.caller(caller.id));
          if (row) name = row->name;
          return {};
        },
        [](const Result<void>& result) { EXPECT_TRUE(result) << result.error().message; });
    store_->run_queued();
    return name;
  }
  Database& database() { return SqliteStoreProbe::database(*store_); }

  CrashDisk& disk_;
  Synchronous synchronous_;
  std::vector<core::Caller> first_;
  std::vector<core::Caller> second_;
  Codes told_;
  std::unique_ptr<SqliteStore> store_;
};

std::uint64_t operations(const CrashDisk& disk) {
  return disk.writes() + disk.syncs() + disk.truncates();
}

// How many acknowledged rows are lost when the power goes at the n-th operation of the flow.
int lost_at(std::uint64_t n, std::uint64_t seed, Synchronous synchronous) {
  CrashDisk disk;
  Flow flow(disk, synchronous);
  disk.fail_next(DiskOp::kAny, n, DiskFault::kDevice, Lasting::kUntilHealed);
  if (flow.open()) flow.run_until_failure();
  disk.lose_power(seed);
  // It goes once more, while the first loss is being mended.
  disk.fail_next(DiskOp::kAny, 1 + seed % 5, DiskFault::kDevice, Lasting::kUntilHealed);
  flow.open();
  disk.lose_power(seed + 1000);
  EXPECT_TRUE(flow.open());
  return flow.lost();
}

std::uint64_t operations_of_the_flow() {
  CrashDisk disk;
  Flow flow(disk);
  EXPECT_TRUE(flow.open());
  flow.run_until_failure();
  EXPECT_EQ(flow.told(), Codes(kWorks));
  EXPECT_EQ(flow.lost(), 0);
  EXPECT_GT(disk.syncs(), 2U * kBatches);  // more than the commits': it was folded several times
  return operations(disk);
}

TEST(PowerLoss, AtAnyMomentKeepsEveryAcknowledgedRowAndNoHalfTransaction) {
  const std::uint64_t all = operations_of_the_flow();
  for (std::uint64_t n = 1; n <= all + 1; ++n) {
    for (const std::uint64_t seed : {n, n + 1'000'000}) {
      ASSERT_EQ(lost_at(n, seed, Synchronous::kFull), 0) << n << " " << seed;
      ASSERT_FALSE(::testing::Test::HasFailure()) << n << " " << seed;
    }
  }
}

TEST(PowerLoss, IsCruelEnoughToTakeWhatWasNotSynced) {
  const std::uint64_t all = operations_of_the_flow();
  int lost = 0;
  for (std::uint64_t n = 1; n <= all; n += 5) lost += lost_at(n, n, Synchronous::kNormal);
  EXPECT_GT(lost, 0);
}

// The whole flow while one operation fails; then the power goes. What was said must hold, before
// and after.
void expect_truth(DiskOp op, std::uint64_t n, DiskFault how) {
  CrashDisk disk;
  Flow flow(disk);
  disk.fail_next(op, n, how);
  ASSERT_TRUE(flow.open() || flow.open());
  int failed_batches = 0;
  for (int batch = 0; batch < kBatches; ++batch) failed_batches += flow.run(batch) ? 0 : 1;
  EXPECT_LE(failed_batches, 1);
  EXPECT_EQ(flow.lost(), 0);
  disk.lose_power(n);
  ASSERT_TRUE(flow.open());
  EXPECT_EQ(flow.lost(), 0);
}

TEST(FailingDisk, TheStoreTellsTheTruthAboutEveryOneOfThemAndGoesOn) {
  CrashDisk healthy;
  Flow flow(healthy);
  ASSERT_TRUE(flow.open());
  flow.run_until_failure();
  const std::pair<DiskOp, std::uint64_t> all[]{{DiskOp::kWrite, healthy.writes()},
                                               {DiskOp::kSync, healthy.syncs()},
                                               {DiskOp::kTruncate, healthy.truncates()}};
  for (const auto& [op, count] : all) {
    for (const DiskFault how : {DiskFault::kFull, DiskFault::kDevice}) {
      for (std::uint64_t n = 1; n <= count; ++n) {
        expect_truth(op, n, how);
        ASSERT_FALSE(::testing::Test::HasFailure())
            << static_cast<int>(op) << " " << static_cast<int>(how) << " " << n;
      }
    }
  }
}

}  // namespace
}  // namespace pl::store
