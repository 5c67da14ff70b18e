// The embedded store: one SQLite file, one connection, one thread that writes. Many works share one
// transaction and one sync of the disk.
#pragma once

#include <condition_variable>
#include <memory>
#include <string>

#include "locks/mutex.h"
#include "ports/store.h"
#include "store/job_queue.h"
#include "store/sqlite/data_file.h"
#include "store/sqlite/database.h"

namespace pl::store {

inline constexpr Millis kLockPatience{50};  // for a lock that another program holds

class SqliteStore final : public ports::Store {
 public:
  // Takes the file's lock, makes it if need be, and brings its schema up to date. ":memory:" keeps
  // everything in memory. kUnavailable when the file is in use or cannot be written; kInvalid when
  // it belongs to a newer version or another program; kCorrupt. With a VFS of its own, `path` is
  // for that one to understand, and nothing but it keeps others out.
  static Result<std::unique_ptr<SqliteStore>> open(const std::string& path,
                                                   const OpenOptions& options = {});

  // Works that still wait are dropped without a word: close() and run them first.
  ~SqliteStore() override;

  // From any thread. When kQueueLimit works wait already, or after close(), `done` is told
  // kUnavailable at once, on the caller's thread. `done` must not throw; it may submit again.
  void submit(ports::Priority priority, Work work, Done done) override;

  // Runs what is queued, calls' works first, at most kBatchLimit, in one transaction; then tells
  // each how it went, in the order they ran. False when nothing was queued. On one thread at a
  // time, and not from a work or a done.
  bool run_queued();

  // Blocks until something is queued, wake() is called, or the time is over.
  void wait(Millis at_most);
  void wake();

  // Takes no further work; what is queued can still be run.
  void close();

 private:
  friend struct SqliteStoreProbe;  // for tests: provokes what a healthy disk does not

  SqliteStore(DataFile file, std::unique_ptr<Database> database);
  std::vector<Job> take_batch();
  void scrub_if_owed();

  // Before the database: the lock goes last.
  DataFile file_;
  std::unique_ptr<Database> database_;
  bool running_ = false;
  bool scrub_owed_ = false;  // the file or its log may still hold bytes of who was erased
  int batches_to_wait_ = 0;  // before that is tried again
  int wait_next_ = 1;

  Mutex mutex_;
  std::condition_variable_any queued_;
  JobQueue queue_ PL_GUARDED_BY(mutex_);
  bool closed_ PL_GUARDED_BY(mutex_) = false;
  bool woken_ PL_GUARDED_BY(mutex_) = false;
};

}  // namespace pl::store
