#include "sandbox/loop.h"

namespace pl::sandbox {

Loop::Loop() : thread_([this] { run(); }) {}

Loop::~Loop() {
  stop();
}

void Loop::after(Millis delay, Task task) {
  {
    const std::lock_guard lock(mutex_);
    if (stopped_) return;
    tasks_.emplace(Due{std::chrono::steady_clock::now() + delay, count_++}, std::move(task));
  }
  changed_.notify_one();
}

void Loop::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_one();
  if (thread_.joinable()) thread_.join();
  // Outside the lock: a dropped task may own something whose end posts again.
  std::map<Due, Task> dropped;
  {
    const std::lock_guard lock(mutex_);
    dropped.swap(tasks_);
  }
}

void Loop::run() {
  std::unique_lock lock(mutex_);
  while (!stopped_) {
    if (tasks_.empty()) {
      changed_.wait(lock);
      continue;
    }
    const auto first = tasks_.begin();
    if (first->first.first > std::chrono::steady_clock::now()) {
      const auto due = first->first.first;
      changed_.wait_until(lock, due);
      continue;
    }
    Task task = std::move(first->second);
    tasks_.erase(first);
    lock.unlock();
    task();
    task = nullptr;
    lock.lock();
  }
}

}  // namespace pl::sandbox
