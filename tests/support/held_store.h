// A store in memory whose every commit waits for the test: work runs when it is told to, and the
// commit succeeds, fails, or leaves everybody in doubt, as it is told to.
#pragma once

#include <deque>
#include <optional>
#include <utility>

#include "base/check.h"
#include "store/memory/memory_tx.h"

namespace pl::testing {

// How a commit ends. In doubt, the work may have been kept or not, and nobody is told which.
enum class Commit { kDone, kFails, kInDoubtKept, kInDoubtLost };

class HeldStore final : public ports::Store {
 public:
  store::Tables tables;    // to look at; what a work wrote is in them before it is committed
  bool full = false;       // work is refused as it comes, on the submitter's own thread
  int submitted = 0;       // works that ever came
  bool immediate = false;  // work is done and committed as it comes, or fails, if `broken`
  bool broken = false;     // every commit fails

  void submit(ports::Priority, Work work, Done done) override {
    ++submitted;
    if (full) return done(fail(Code::kUnavailable, "too much to do"));
    queue_.push_back({std::move(work), std::move(done)});
    if (immediate) settle();
  }

  std::size_t queued() const { return queue_.size(); }

  // Runs the oldest work; nothing of it is durable before commit().
  void work() {
    PL_CHECK(!queue_.empty() && !running_);
    running_ = std::move(queue_.front());
    queue_.pop_front();
    result_ = run(running_->work);
  }

  void commit(Commit how) {
    PL_CHECK(running_.has_value());
    const Job job = *std::exchange(running_, std::nullopt);
    if (!result_) return job.done(result_);
    if (how == Commit::kDone || how == Commit::kInDoubtKept) {
      log_.forget();
    } else {
      log_.undo_to(0);
    }
    switch (how) {
      case Commit::kDone:
        return job.done({});
      case Commit::kFails:
        return job.done(fail(Code::kUnavailable, "the disk is full"));
      case Commit::kInDoubtKept:
      case Commit::kInDoubtLost:
        return job.done(fail(Code::kOutcomeUnknown, "the disk did not answer"));
    }
  }

  // Does everything that is queued, and what follows from it.
  void settle() {
    if (running_) return;
    while (!queue_.empty()) {
      work();
      commit(broken ? Commit::kFails : Commit::kDone);
    }
  }

  // What is there before a test begins, or what somebody else does meanwhile: at once, and for
  // good.
  template <class Row>
  void put(const Row& row) {
    write([&row](ports::Tx& tx) { return tx.insert(row); });
  }
  void write(const Work& work) {
    PL_CHECK(!running_ && run(work));
    log_.forget();
  }

 private:
  struct Job {
    Work work;
    Done done;
  };

  Result<void> run(const Work& work) {
    store::MemoryTx tx(tables, log_);
    Result<void> result = work(tx);
    if (result && tx.spoilt()) result = tl::unexpected(*tx.spoilt());
    if (!result) log_.undo_to(0);
    return result;
  }

  store::UndoLog log_{tables};
  std::deque<Job> queue_;
  std::optional<Job> running_;
  Result<void> result_;
};

}  // namespace pl::testing
