// The works that wait for a store: calls' first, a bounded number, taken in batches.
#pragma once

#include <deque>
#include <vector>

#include "ports/store.h"

namespace pl::store {

inline constexpr std::size_t kQueueLimit = 10'000;  // works that wait
inline constexpr std::size_t kBatchLimit = 100;     // works of one transaction
// What is said to those who come when the queue is full.
inline constexpr const char* kTooMuchToDo = "the store has too much to do; try again in a moment";

struct Job {
  ports::Store::Work work;
  ports::Store::Done done;
};

// For one thread at a time.
class JobQueue {
 public:
  bool empty() const { return calls_.empty() && routine_.empty(); }
  bool full() const { return calls_.size() + routine_.size() >= kQueueLimit; }

  void push(ports::Priority priority, Job job);
  // Moves the next kBatchLimit at most to the end of `batch`, in the order they are to run.
  void take(std::vector<Job>& batch);
  void clear();

 private:
  std::deque<Job> calls_;
  std::deque<Job> routine_;
};

// Runs it, and turns what it throws into kInternal.
Result<void> run_work(const ports::Store::Work& work, ports::Tx& tx);

}  // namespace pl::store
