// A mutex that clang can follow: under -Wthread-safety it refuses whatever touches what a mutex
// guards without holding that one. To wait, std::condition_variable_any takes the mutex itself.
#pragma once

#include <mutex>

#if defined(__clang__)
#define PL_SEEN_BY_CLANG(attribute) __attribute__((attribute))
#else
#define PL_SEEN_BY_CLANG(attribute)
#endif

// After a member: it is touched under that mutex alone.
#define PL_GUARDED_BY(mutex) PL_SEEN_BY_CLANG(guarded_by(mutex))
// After the parameters of a function: it is called under that mutex alone.
#define PL_UNDER(mutex) PL_SEEN_BY_CLANG(requires_capability(mutex))

namespace pl {

class PL_SEEN_BY_CLANG(capability("mutex")) Mutex {
 public:
  void lock() PL_SEEN_BY_CLANG(acquire_capability()) { mutex_.lock(); }
  void unlock() PL_SEEN_BY_CLANG(release_capability()) { mutex_.unlock(); }

 private:
  std::mutex mutex_;
};

// Holds a mutex until the end of its block.
class PL_SEEN_BY_CLANG(scoped_lockable) Lock {
 public:
  explicit Lock(Mutex& mutex) PL_SEEN_BY_CLANG(acquire_capability(mutex)) : held_(mutex) {
    held_.lock();
  }
  ~Lock() PL_SEEN_BY_CLANG(release_capability()) { held_.unlock(); }
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

 private:
  Mutex& held_;
};

}  // namespace pl
