#include "store/sqlite/store_thread.h"

namespace pl::store {
namespace {

constexpr Millis kLongWait{60'000};  // only stopping and work end a wait

void run_store(const std::stop_token& stop, SqliteStore& store) {
  while (!stop.stop_requested()) {
    if (!store.run_queued()) store.wait(kLongWait);
  }
  store.close();
  // From here on the queue only shrinks: a done that submits is refused.
  while (store.run_queued()) {
  }
}

}  // namespace

StoreThread::StoreThread(SqliteStore& store)
    : store_(store), thread_([&store](const std::stop_token& stop) { run_store(stop, store); }) {}

StoreThread::~StoreThread() {
  thread_.request_stop();
  store_.wake();
}

}  // namespace pl::store
