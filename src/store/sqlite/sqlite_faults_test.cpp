// What the store says, and what it keeps, when the disk or another program fails it.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../../../tests/store_suite/rows.h"
#include "disk/crash_disk.h"
#include "store/sqlite/test_folder.h"

namespace pl::store {
namespace {

using ports::Priority;
using store_suite::Random;

// A store and callers to put into it.
class Faults : public ::testing::Test {
 protected:
  void SetUp() override { open(); }
  virtual void open() { store_ = open_or_stop(folder_.file()); }

  void submit_insert(const core::Caller& caller, std::optional<Error> own_error = {}) {
    store_->submit(
        Priority::kCall,
        [this, caller, own_error](ports::Tx& tx) -> Result<void> {
          ++ran_;
          PL_DO(tx.insert(caller));
          if (own_error) return tl::unexpected(*own_error);
          return {};
        },
        [this](const Result<void>& result) {
          codes_.push_back(result ? std::nullopt : std::optional(result.error().code));
        });
  }
  std::optional<Code> insert(const core::Caller& caller) {
    submit_insert(caller);
    EXPECT_TRUE(store_->run_queued());
    return codes_.back();
  }
  bool has(const core::Caller& caller) {
    bool found = false;
    store_->submit(
        Priority::kCall,
        [&](ports::Tx& tx) -> Result<void> {
          PL_TRY(const auto row, tx.caller(caller.id));
          found = row && store_suite::same(*row, caller);
          return {};
        },
        [](const Result<void>& result) { EXPECT_TRUE(result); });
    store_->run_queued();
    return found;
  }
  core::Caller caller() { return random_.any<core::Caller>(); }
  Database& database() { return SqliteStoreProbe::database(*store_); }

  const TestFolder folder_;
  std::unique_ptr<SqliteStore> store_;
  Random random_{1};
  int ran_ = 0;
  std::vector<std::optional<Code>> codes_;
};

using FaultCodes = std::vector<std::optional<Code>>;

TEST_F(Faults, ALockOfAnotherProgramIsUnavailableAndLosesNothing) {
  auto other = Database::open(folder_.file(), Millis(0));
  ASSERT_TRUE(other && (*other)->run_script("BEGIN IMMEDIATE"));
  const core::Caller first = caller();
  const core::Caller second = caller();
  submit_insert(first);
  submit_insert(second);
  EXPECT_TRUE(store_->run_queued());
  EXPECT_EQ(codes_, (FaultCodes{Code::kUnavailable, Code::kUnavailable}));
  EXPECT_EQ(ran_, 0);
  ASSERT_TRUE((*other)->run_script("ROLLBACK"));
  EXPECT_EQ(insert(first), std::nullopt);
  EXPECT_TRUE(has(first));
  EXPECT_FALSE(has(second));
}

TEST_F(Faults, AReaderElsewhereDoesNotStopTheStore) {
  auto other = Database::open(folder_.file(), Millis(0));
  ASSERT_TRUE(other && (*other)->run_script("BEGIN; SELECT count(*) FROM caller"));
  const core::Caller first = caller();
  EXPECT_EQ(insert(first), std::nullopt);
  EXPECT_TRUE(has(first));
}

TEST_F(Faults, AReadOnlyDatabaseIsUnavailable) {
  ASSERT_TRUE(database().run_script("PRAGMA query_only = ON"));
  const core::Caller first = caller();
  EXPECT_EQ(insert(first), Code::kUnavailable);
  ASSERT_TRUE(database().run_script("PRAGMA query_only = OFF"));
  EXPECT_FALSE(has(first));
  EXPECT_EQ(insert(first), std::nullopt);
}

TEST_F(Faults, AFullDatabaseIsUnavailableAndKeepsWhatItAcknowledged) {
  ASSERT_TRUE(database().run_script("PRAGMA max_page_count = 1"));  // of what there is: no more
  std::vector<core::Caller> callers;
  for (int i = 0; i < 200; ++i) {
    callers.push_back(caller());
    callers.back().name = std::string(2000, 'n');
    submit_insert(callers.back());
  }
  while (store_->run_queued()) {
  }
  ASSERT_TRUE(database().run_script("PRAGMA max_page_count = 1000000"));
  ASSERT_EQ(codes_.size(), callers.size());
  const FaultCodes codes = codes_;
  for (std::size_t i = 0; i < callers.size(); ++i) {
    EXPECT_TRUE(!codes[i] || codes[i] == Code::kUnavailable);
    EXPECT_EQ(has(callers[i]), !codes[i]);
  }
  EXPECT_EQ(codes.back(), Code::kUnavailable);
  EXPECT_EQ(insert(callers.back()), std::nullopt);
}

class DiskFaults : public Faults {
 protected:
  ~DiskFaults() override { store_.reset(); }  // while its disk is still there
  void open() override { store_ = open_or_stop("partyline.db", {.vfs = disk_.vfs()}); }
  void fail(DiskOp op, DiskFault how) { disk_.fail_next(op, 1, how, Lasting::kUntilHealed); }
  CrashDisk disk_;
};

TEST_F(DiskFaults, SuccessIsToldAfterTheDiskHasSynced) {
  const core::Caller first = caller();
  const core::Caller second = caller();
  const std::uint64_t before = disk_.syncs();
  submit_insert(first);
  submit_insert(second);
  std::uint64_t at_done = before;
  store_->submit(
      Priority::kRoutine, [](ports::Tx&) -> Result<void> { return {}; },
      [&](const Result<void>&) { at_done = disk_.syncs(); });
  store_->run_queued();
  EXPECT_EQ(at_done, before + 1);  // one for all three
  EXPECT_EQ(codes_, (FaultCodes{std::nullopt, std::nullopt}));
}

TEST_F(DiskFaults, AFullDiskAtCommitIsUnavailableAndUndone) {
  const core::Caller first = caller();
  fail(DiskOp::kWrite, DiskFault::kFull);
  EXPECT_EQ(insert(first), Code::kUnavailable);
  disk_.heal();
  EXPECT_FALSE(has(first));
  EXPECT_EQ(insert(first), std::nullopt);
  EXPECT_TRUE(has(first));
}

TEST_F(DiskFaults, AFailingDeviceAtCommitLeavesTheOutcomeUnknown) {
  for (const DiskOp op : {DiskOp::kSync, DiskOp::kWrite}) {
    const core::Caller first = caller();
    const core::Caller failed = caller();
    codes_.clear();
    fail(op, DiskFault::kDevice);
    submit_insert(first);
    submit_insert(failed, Error{Code::kInvalid, "its own"});
    store_->run_queued();
    EXPECT_EQ(codes_, (FaultCodes{Code::kOutcomeUnknown, Code::kUnavailable}));
    disk_.heal();
    // The store goes on; whatever became of the caller, it is there once at most.
    const bool kept = has(first);
    EXPECT_EQ(insert(first), kept ? std::optional(Code::kConflict) : std::nullopt);
    EXPECT_TRUE(has(first));
    EXPECT_FALSE(has(failed));
    store_.reset();
    open();
    EXPECT_TRUE(has(first));
  }
}

TEST_F(DiskFaults, ADeviceThatFailsInAWorkUndoesTheWholeBatch) {
  const core::Caller before = caller();
  const core::Caller after = caller();
  core::Caller large = caller();
  large.name = std::string(8'000'000, 'n');  // more than the cache holds: it is written at once
  fail(DiskOp::kWrite, DiskFault::kDevice);
  submit_insert(before);
  submit_insert(large);
  submit_insert(after);
  store_->run_queued();
  disk_.heal();
  EXPECT_EQ(codes_, FaultCodes(3, Code::kUnavailable));
  EXPECT_EQ(ran_, 2);
  EXPECT_FALSE(has(before));
  EXPECT_EQ(insert(before), std::nullopt);
  EXPECT_EQ(insert(large), std::nullopt);
  EXPECT_TRUE(has(large));
}

// The child's side: acknowledges through `pipe` what the store said is durable, for ever.
[[noreturn]] void write_until_killed(const std::string& path, int pipe) {
  const auto store = open_or_stop(path);
  Random random(static_cast<std::uint64_t>(::getpid()));
  while (true) {
    for (int i = 0; i < 5; ++i) {
      const core::Caller caller = random.any<core::Caller>();
      store->submit(
          Priority::kCall, [caller](ports::Tx& tx) { return tx.insert(caller); },
          [caller, pipe](const Result<void>& result) {
            const std::string& id = caller.id.text();
            if (result && ::write(pipe, id.data(), id.size()) < 0) ::_exit(1);
          });
    }
    store->run_queued();
  }
}

TEST(Killed, EveryAcknowledgedRowIsThereAfterKillMinusNine) {
  const TestFolder folder;
  const std::size_t id_size = Random(1).id<core::CallerId>().text().size();
  std::string acknowledged;
  for (const std::size_t enough : {1U, 100U, 301U}) {
    int pipe[2];
    ASSERT_EQ(::pipe(pipe), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) write_until_killed(folder.file(), pipe[1]);
    ::close(pipe[1]);
    std::string ids;
    char buffer[4096];
    bool killed = false;
    for (ssize_t size = 1; size > 0;) {
      size = ::read(pipe[0], buffer, sizeof buffer);
      if (size > 0) ids.append(buffer, static_cast<std::size_t>(size));
      if (!killed && ids.size() >= enough * id_size) killed = ::kill(child, SIGKILL) == 0;
    }
    ::close(pipe[0]);
    ::waitpid(child, nullptr, 0);
    EXPECT_TRUE(killed);
    acknowledged += ids;

    const auto store = open_or_stop(folder.file());  // the dead process holds no lock
    for (std::size_t at = 0; at + id_size <= acknowledged.size(); at += id_size) {
      const auto id = core::CallerId::parse(acknowledged.substr(at, id_size));
      ASSERT_TRUE(id);
      bool found = false;
      store->submit(
          Priority::kCall,
          [&](ports::Tx& tx) -> Result<void> {
            PL_TRY(const auto row, tx.caller(*id));
            found = row.has_value();
            return {};
          },
          [](const Result<void>& result) { EXPECT_TRUE(result); });
      store->run_queued();
      ASSERT_TRUE(found) << id->text();
    }
    auto check = SqliteStoreProbe::database(*store).query("PRAGMA integrity_check");
    ASSERT_TRUE(check && check->next().value());
    EXPECT_EQ(check->text(0), "ok");
  }
}

}  // namespace
}  // namespace pl::store
