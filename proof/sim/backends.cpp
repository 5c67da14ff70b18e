#include "sim/backends.h"

#include "base/check.h"
#include "base/planted.h"
#include "disk/crash_disk.h"
#include "sim/random.h"
#include "store/memory/memory_store.h"
#include "store/sqlite/sqlite_store.h"

namespace pl::sim {
namespace {

class MemoryBackend final : public Backend {
 public:
  MemoryBackend() { store_.keep_journal(64); }
  ports::Store& store() override { return store_; }
  bool run_queued() override { return store_.run_queued(); }
  void crash() override { store_.forget_queue(); }
  bool keeps_what_dies() const override { return true; }

 private:
  store::MemoryStore store_;
};

// Killed, not unplugged: what was committed is there.
class SqliteBackend final : public Backend {
 public:
  SqliteBackend() {
    auto opened = store::SqliteStore::open(":memory:");
    PL_CHECK(opened.has_value());
    store_ = *std::move(opened);
  }
  ports::Store& store() override { return *store_; }
  bool run_queued() override { return store_->run_queued(); }
  void crash() override {
    // Whoever submitted it is gone, and its watcher knows.
    while (store_->run_queued()) {
    }
  }
  bool keeps_what_dies() const override { return true; }

 private:
  std::unique_ptr<store::SqliteStore> store_;
};

// Unplugged: what was not synced may be gone, and a commit may be cut in two.
class CrashDiskBackend final : public Backend {
 public:
  explicit CrashDiskBackend(std::uint64_t seed) : random_(seed) { open(); }
  ports::Store& store() override { return *store_; }
  bool run_queued() override { return store_->run_queued(); }
  void dying() override {
    const auto last = static_cast<std::uint64_t>(1 + random_.below(12));
    disk_.fail_next(store::DiskOp::kAny, last, store::DiskFault::kDevice,
                    store::Lasting::kUntilHealed);
  }
  void crash() override {
    while (store_->run_queued()) {
    }
    disk_.lose_power(random_.next());
    store_.reset();
    open();
  }
  bool keeps_what_dies() const override { return false; }

 private:
  void open() {
    const bool less = planted(Bug::kSyncsLess);
    auto opened = store::SqliteStore::open(
        "partyline.db",
        {.vfs = disk_.vfs(),
         .synchronous = less ? store::Synchronous::kNormal : store::Synchronous::kFull});
    PL_CHECK(opened.has_value());
    store_ = *std::move(opened);
  }

  Random random_;
  store::CrashDisk disk_;
  std::unique_ptr<store::SqliteStore> store_;
};

}  // namespace

std::unique_ptr<Backend> make_backend(StoreKind kind, std::uint64_t seed) {
  switch (kind) {
    case StoreKind::kMemory:
      return std::make_unique<MemoryBackend>();
    case StoreKind::kSqlite:
      return std::make_unique<SqliteBackend>();
    case StoreKind::kCrashDisk:
      return std::make_unique<CrashDiskBackend>(seed);
  }
  return nullptr;
}

}  // namespace pl::sim
