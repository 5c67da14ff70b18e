#include "store/memory/memory_store.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "store/memory/memory_tx.h"

namespace pl::store {

struct MemoryStore::Memory {
  Tables tables;
  UndoLog log{tables};
};

MemoryStore::MemoryStore() : memory_(std::make_unique<Memory>()) {}

MemoryStore::~MemoryStore() = default;

void MemoryStore::submit(ports::Priority priority, Work work, Done done) {
  if (queue_.full()) {
    return done(fail(Code::kUnavailable, kTooMuchToDo));
  }
  queue_.push(priority, {std::move(work), std::move(done)});
}

bool MemoryStore::run_queued() {
  PL_CHECK(!running_);
  queue_.take(batch_);
  if (batch_.empty()) return false;
  running_ = true;
  run_batch();
  if (forgotten_) {
    memory_->log.undo_to(0);
  } else {
    end_batch();
    tell_batch();
  }
  batch_.clear();
  results_.clear();
  running_ = forgotten_ = false;
  return true;
}

void MemoryStore::run_batch() {
  UndoLog& log = memory_->log;
  for (const Job& job : batch_) {
    const std::size_t before = log.size();
    MemoryTx tx(memory_->tables, log);
    Result<void> result = run_work(job.work, tx);
    if (forgotten_) return;
    if (result && tx.spoilt()) result = tl::unexpected(*tx.spoilt());
    if (!result) log.undo_to(before);
    results_.push_back(std::move(result));
  }
}

void MemoryStore::end_batch() {
  const CommitFate fate = std::exchange(next_commit_, CommitFate::kDone);
  const bool in_doubt = fate == CommitFate::kInDoubtKept || fate == CommitFate::kInDoubtLost;
  if (fate == CommitFate::kFails || fate == CommitFate::kInDoubtLost) {
    memory_->log.undo_to(0);
  } else {
    memory_->log.forget();
    trim_journal();
  }
  if (fate == CommitFate::kDone) return;
  for (Result<void>& result : results_) {
    result = in_doubt && result
                 ? fail(Code::kOutcomeUnknown, "memory store: whether it was kept is unknown")
                 : fail(Code::kUnavailable, "memory store: the commit failed; try again later");
  }
}

void MemoryStore::tell_batch() {
  for (std::size_t i = 0; i < batch_.size() && !forgotten_; ++i) {
    batch_[i].done(std::move(results_[i]));
    // A work may hold what its done needs, and the other way round: each pair goes before the next.
    batch_[i] = {};
  }
}

void MemoryStore::next_commit(CommitFate fate) {
  next_commit_ = fate;
}

void MemoryStore::forget_queue() {
  queue_.clear();
  forgotten_ = running_;
}

void MemoryStore::keep_journal(std::size_t last) {
  journal_kept_ = last;
}

void MemoryStore::trim_journal() {
  Tables& tables = memory_->tables;
  const auto written =
      static_cast<std::size_t>(tables.last_seq - std::exchange(last_seq_, tables.last_seq));
  while (tables.journal.size() > std::max(journal_kept_, written)) {
    tables.journal_spares.keep(std::move(tables.journal.front()));
    tables.journal.pop_front();
  }
}

}  // namespace pl::store
