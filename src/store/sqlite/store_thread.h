// The thread that runs a store.
#pragma once

#include <thread>

#include "store/sqlite/sqlite_store.h"

namespace pl::store {

// Runs the store's work until it is destroyed; then the store is closed and what was queued is
// still run, so that nobody is left without an answer. The store must outlive it, and whatever the
// queued works refer to must outlive it too.
class StoreThread {
 public:
  explicit StoreThread(SqliteStore& store);
  ~StoreThread();
  StoreThread(const StoreThread&) = delete;
  StoreThread& operator=(const StoreThread&) = delete;

 private:
  SqliteStore& store_;
  std::jthread thread_;
};

}  // namespace pl::store
