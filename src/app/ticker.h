// The thread that makes time pass for the engine.
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "engine/engine.h"

namespace pl::app {

// Pumps every 100 ms, one pump at a time, and asks for the ids of the lines' tools: at once, every
// 30 s until the platform has told them, and then every ten minutes.
class Ticker {
 public:
  explicit Ticker(engine::Engine& engine);
  // A pump or a look-up of tools that is under way still reports here: destroy it after the store's
  // thread and the HTTP client.
  ~Ticker() { stop(); }
  Ticker(const Ticker&) = delete;
  Ticker& operator=(const Ticker&) = delete;

  // No further pump. Idempotent; not on the ticker's own thread.
  void stop();

  // The store answered a pump within the last seconds.
  bool is_alive() const;

 private:
  void run(const std::stop_token& stop);
  void pump();
  void resolve_tools();

  engine::Engine& engine_;
  std::atomic<bool> pumping_{false};
  std::atomic<bool> resolving_{false};
  std::atomic<bool> store_away_{false};
  std::atomic<std::int64_t> last_pump_ms_{0};
  std::atomic<std::int64_t> next_resolve_ms_{0};
  std::mutex mutex_;
  std::condition_variable_any stopped_;
  std::jthread thread_;  // last: it uses everything above
};

}  // namespace pl::app
