#include "store/sqlite/sqlite_store.h"

#include "base/check.h"
#include "store/sqlite/group_commit.h"
#include "store/sqlite/migrations.h"

namespace pl::store {
namespace {

constexpr int kLongestScrubWait = 1000;  // batches, between two tries to scrub the file

// Whether somebody was erased and the process died before the file had forgotten them.
Result<bool> owes_scrub(Database& database) {
  PL_TRY(auto owed, database.query("SELECT 1 FROM scrub_owed LIMIT 1"));
  return owed.next();
}

// Takes what was deleted out of the file and its log. That SQLite overwrites it is not enough:
// where it split a page, it has left copies of rows that moved in the unused middle, and forgets
// them.
Result<void> scrub(Database& database) {
  PL_DO(database.run_script("VACUUM"));
  PL_DO(database.fold_log());
  PL_DO(database.change("DELETE FROM scrub_owed"));
  return {};
}

Result<std::unique_ptr<Database>> open_database(const std::string& path, const OpenOptions& options,
                                                bool& owed) {
  PL_TRY(auto database, Database::open(path, kLockPatience, options));
  PL_DO(check_schema(*database));
  PL_DO(database->use_write_ahead_log());
  PL_DO(migrate(*database));
  PL_TRY(owed, owes_scrub(*database));
  return database;
}

}  // namespace

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::string& path,
                                                       const OpenOptions& options) {
  PL_TRY(DataFile file,
         options.vfs.empty() ? DataFile::take(path) : Result<DataFile>(DataFile::elsewhere(path)));
  bool owed = false;
  auto database = open_database(file.path(), options, owed);
  // Operators have more than one file, and what SQLite says names none.
  if (!database) return fail(database.error().code, path + ": " + database.error().message);
  std::unique_ptr<SqliteStore> store(new SqliteStore(std::move(file), *std::move(database)));
  store->scrub_owed_ = owed;
  store->scrub_if_owed();
  return store;
}

SqliteStore::SqliteStore(DataFile file, std::unique_ptr<Database> database)
    : file_(std::move(file)), database_(std::move(database)) {}

SqliteStore::~SqliteStore() = default;

void SqliteStore::submit(ports::Priority priority, Work work, Done done) {
  const char* refused = nullptr;
  {
    const Lock lock(mutex_);
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
  auto [results, erased] = run_together(*database_, works);
  if (erased) scrub_owed_ = true;
  scrub_if_owed();
  for (std::size_t i = 0; i < batch.size(); ++i) {
    // A work may hold what its done needs, and the other way round: each pair goes before the next.
    batch[i].done(std::move(results[i]));
    batch[i] = {};
  }
  running_ = false;
  return true;
}

// What stands in the way, a reader of the log or a full disk, is no reason to tell anybody that an
// erasure failed: it is committed. A later batch tries again, and so does the next start.
void SqliteStore::scrub_if_owed() {
  if (!scrub_owed_) return;
  if (batches_to_wait_ > 0) {
    --batches_to_wait_;
  } else if (scrub(*database_)) {
    scrub_owed_ = false;
    wait_next_ = 1;
  } else {
    batches_to_wait_ = wait_next_;
    wait_next_ = std::min(2 * wait_next_, kLongestScrubWait);
  }
}

void SqliteStore::wait(Millis at_most) {
  const Lock lock(mutex_);
  queued_.wait_for(mutex_, at_most,
                   [this]() PL_UNDER(mutex_) { return woken_ || !queue_.empty(); });
  woken_ = false;
}

void SqliteStore::wake() {
  {
    const Lock lock(mutex_);
    woken_ = true;
  }
  queued_.notify_one();
}

void SqliteStore::close() {
  const Lock lock(mutex_);
  closed_ = true;
}

std::vector<Job> SqliteStore::take_batch() {
  const Lock lock(mutex_);
  std::vector<Job> batch;
  queue_.take(batch);
  return batch;
}

}  // namespace pl::store
