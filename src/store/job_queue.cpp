#include "store/job_queue.h"

#include <fmt/format.h>

#include <exception>
#include <typeinfo>

namespace pl::store {

void JobQueue::push(ports::Priority priority, Job job) {
  auto& queue = priority == ports::Priority::kCall ? calls_ : routine_;
  queue.push_back(std::move(job));
}

void JobQueue::take(std::vector<Job>& batch) {
  std::size_t left = kBatchLimit;
  for (auto* queue : {&calls_, &routine_}) {
    for (; !queue->empty() && left > 0; --left) {
      batch.push_back(std::move(queue->front()));
      queue->pop_front();
    }
  }
}

void JobQueue::clear() {
  calls_.clear();
  routine_.clear();
}

// What an exception says may hold what a row holds, so only its type is told.
Result<void> run_work(const ports::Store::Work& work, ports::Tx& tx) {
  try {
    return work(tx);
  } catch (const std::exception& thrown) {
    return fail(Code::kInternal, fmt::format("a work of the store threw {}; please report it",
                                             typeid(thrown).name()));
  } catch (...) {
    return fail(Code::kInternal, "a work of the store threw; please report it");
  }
}

}  // namespace pl::store
