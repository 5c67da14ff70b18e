// One thread that runs tasks at their time. All that the sandbox knows lives on this thread, so
// none of it is locked.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <thread>
#include <utility>

#include "base/time.h"
#include "locks/mutex.h"

namespace pl::sandbox {

class Loop {
 public:
  using Task = std::function<void()>;

  Loop();
  ~Loop();
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  // From any thread; tasks due at the same time run in the order in which they came. After stop()
  // a task is dropped.
  void after(Millis delay, Task task);
  void post(Task task) { after(Millis{0}, std::move(task)); }

  // Lets the running task finish, drops all others and joins. Idempotent; not to be called on the
  // loop itself.
  void stop();

 private:
  using Due = std::pair<std::chrono::steady_clock::time_point, std::uint64_t>;
  void run();
  Task next();  // waits until it is due; none after stop()

  Mutex mutex_;
  std::condition_variable_any changed_;
  std::map<Due, Task> tasks_ PL_GUARDED_BY(mutex_);
  std::uint64_t count_ PL_GUARDED_BY(mutex_) = 0;
  bool stopped_ PL_GUARDED_BY(mutex_) = false;
  std::thread thread_;
};

}  // namespace pl::sandbox
