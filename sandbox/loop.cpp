#include "sandbox/loop.h"

namespace pl::sandbox {

Loop::Loop() : thread_([this] { run(); }) {}

Loop::~Loop() {
  stop();
}

void Loop::after(Millis delay, Task task) {
  {
    const Lock lock(mutex_);
    if (stopped_) return;
    tasks_.emplace(Due{std::chrono::steady_clock::now() + delay, count_++}, std::move(task));
  }
  changed_.notify_one();
}

void Loop::stop() {
  {
    const Lock lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_one();
  if (thread_.joinable()) thread_.join();
  // Outside the lock: a dropped task may own something whose end posts again.
  std::map<Due, Task> dropped;
  {
    const Lock lock(mutex_);
    dropped.swap(tasks_);
  }
}

void Loop::run() {
  while (const Task task = next()) task();
}

Loop::Task Loop::next() {
  const Lock lock(mutex_);
  while (!stopped_) {
    const auto first = tasks_.begin();
    if (first == tasks_.end()) {
      changed_.wait(mutex_);
    } else if (const auto due = first->first.first; due > std::chrono::steady_clock::now()) {
      changed_.wait_until(mutex_, due);
    } else {
      return std::move(tasks_.extract(first).mapped());
    }
  }
  return nullptr;
}

}  // namespace pl::sandbox
