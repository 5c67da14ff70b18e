// The thread that makes time pass for the engine.
#pragma once

#include <atomic>
#include <thread>

#include "app/pulse.h"
#include "engine/engine.h"
#include "engine/retention.h"

namespace pl::app {

// Pumps when something is due, when something was written, and every second; one pump at a time.
// Where nothing was written for a while, it writes something itself. Asks for the ids of the lines'
// tools: at once, every 30 s until the platform has told them, and then every ten minutes. Lets go
// of what is too old: at once and every hour, a little at a time.
class Ticker {
 public:
  Ticker(engine::Engine& engine, Pulse& pulse, engine::Retention retention);
  // What is under way still reports here: destroy it after the store's thread and the HTTP client.
  ~Ticker() { stop(); }
  Ticker(const Ticker&) = delete;
  Ticker& operator=(const Ticker&) = delete;

  // No further pump. Idempotent; not on the ticker's own thread.
  void stop();

  // Asks for the ids of the tools at the next tick. From any thread.
  void resolve_tools_soon() { resolving_.next_ms = 0; }
  // The same, whether what is kept current outside is old.
  void note_editions_soon() { noting_.next_ms = 0; }

 private:
  void run(const std::stop_token& stop);
  void pump();
  void write_something();
  void resolve_tools();
  void let_go();
  void check_agents();
  void note_editions();

  // A task that is begun when it is due, and not again before it has ended.
  struct Task {
    std::atomic<bool> under_way{false};
    std::atomic<std::int64_t> next_ms{0};
  };
  bool begins(Task& task) const;
  void ended(Task& task, Millis pause) const;

  engine::Engine& engine_;
  Pulse& pulse_;
  const engine::Retention retention_;
  std::atomic<bool> pumping_{false};
  std::atomic<bool> store_away_{false};
  std::atomic<bool> writing_{false};
  Task resolving_;
  Task letting_go_;
  Task checking_;
  Task noting_;
  std::jthread thread_;  // last: it uses everything above
};

}  // namespace pl::app
