#include "store/sqlite/sqlite_store.h"

#include "base/check.h"
#include "store/sqlite/group_commit.h"
#include "store/sqlite/migrations.h"

namespace pl::store {

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::string& path,
                                                       const OpenOptions& options) {
  PL_TRY(DataFile file,
         options.vfs.empty() ? DataFile::take(path) : Result<DataFile>(DataFile::elsewhere(path)));
  PL_TRY(auto database, Database::open(file.path(), kLockPatience, options));
  PL_DO(check_schema(*database));
  PL_DO(database->use_write_ahead_log());
  PL_DO(migrate(*database));
  return std::unique_ptr<SqliteStore>(new SqliteStore(std::move(file), std::move(database)));
}

SqliteStore::SqliteStore(DataFile file, std::unique_ptr<Database> database)
    : file_(std::move(file)), database_(std::move(database)) {}

SqliteStore::~SqliteStore() = default;

void SqliteStore::submit(ports::Priority priority, Work work, Done done) {
  const char* refused = nullptr;
  {
    const std::lock_guard lock(mutex_);
    if (closed_) {
      refused = "the store is closing";
    } else if (queue_.full()) {
      refused = kTooMuchToDo;
    } else {
      queue_.push(priority, {std::move(work), std::move(done)});
    }
  }
  if (refused) return done(fail(Code::kUnavailable, refused));
  queued_.notify_one();
}

bool SqliteStore::run_queued() {
  PL_CHECK(!running_);
  std::vector<Job> batch = take_batch();
  if (batch.empty()) return false;
  running_ = true;
  std::vector<const Work*> works;
  for (const Job& job : batch) works.push_back(&job.work);
  std::vector<Result<void>> results = run_together(*database_, works);
  for (std::size_t i = 0; i < batch.size(); ++i) {
    // A work may hold what its done needs, and the other way round: each pair goes before the next.
    batch[i].done(std::move(results[i]));
    batch[i] = {};
  }
  running_ = false;
  return true;
}

void SqliteStore::wait(Millis at_most) {
  std::unique_lock lock(mutex_);
  queued_.wait_for(lock, at_most, [this] { return woken_ || !queue_.empty(); });
  woken_ = false;
}

void SqliteStore::wake() {
  {
    const std::lock_guard lock(mutex_);
    woken_ = true;
  }
  queued_.notify_one();
}

void SqliteStore::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
}

std::vector<Job> SqliteStore::take_batch() {
  const std::lock_guard lock(mutex_);
  std::vector<Job> batch;
  queue_.take(batch);
  return batch;
}

}  // namespace pl::store
