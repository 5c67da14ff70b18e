// A store that keeps everything in memory, for programs in which nothing is for ever: a simulation,
// a test. It answers as the SQLite one does, and its commits fail on demand.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "ports/store.h"
#include "store/job_queue.h"

namespace pl::store {

// How the commit of a batch ends.
enum class CommitFate {
  kDone,
  kFails,        // everything is undone, and everybody is told kUnavailable
  kInDoubtKept,  // kOutcomeUnknown, but kUnavailable for works that had failed by themselves; all
                 // that was written is there
  kInDoubtLost,  // the same is told, and nothing is there
};

// For one thread: there is no lock in it. What it answers never depends on addresses or hashes.
class MemoryStore final : public ports::Store {
 public:
  MemoryStore();
  // Works that still wait are dropped without a word.
  ~MemoryStore() override;

  // When kQueueLimit works wait already, `done` is told kUnavailable at once. `done` must not
  // throw; it may submit again. A work or a done may also submit while the store runs.
  void submit(ports::Priority priority, Work work, Done done) override;

  // Runs what is queued, calls' works first, at most kBatchLimit, in one transaction; then tells
  // each how it went, in the order they ran. False when nothing was queued. Not from a work or a
  // done.
  //
  // A work that fails, throws (kInternal), or returns success although its transaction gave it an
  // error other than kNotFound, is undone alone.
  bool run_queued();

  // How the next batch's commit ends; the ones after it are done. Also that of a batch which only
  // reads.
  void next_commit(CommitFate fate);

  // What a crash does: all that is queued is dropped without a word, and what was committed stays.
  // From a work: its batch is undone, and nobody is told. From a done: those after it are not told.
  void forget_queue();

  // From now on keeps only the newest `last` entries of the journal, besides what the batch that
  // was committed last has written. Numbers go on growing. Without it, all are kept.
  void keep_journal(std::size_t last);

 private:
  struct Memory;

  void run_batch();
  void end_batch();
  void tell_batch();
  void trim_journal();

  std::unique_ptr<Memory> memory_;
  JobQueue queue_;
  std::vector<Job> batch_;  // is empty unless it runs
  std::vector<Result<void>> results_;
  CommitFate next_commit_ = CommitFate::kDone;
  std::size_t journal_kept_ = SIZE_MAX;
  std::int64_t last_seq_ = 0;  // of the journal, when the last commit was done
  bool running_ = false;
  bool forgotten_ = false;  // the batch that runs
};

}  // namespace pl::store
