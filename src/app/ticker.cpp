#include "app/ticker.h"

#include <spdlog/spdlog.h>

namespace pl::app {
namespace {

using namespace std::chrono_literals;

constexpr Millis kTick = 100ms;  // a callback is at most this late
constexpr Millis kAlive = 5s;
constexpr Millis kResolveAgain = 30s;
constexpr Millis kResolveRoutine = 10min;
constexpr Millis kLetGo = 1h;

}  // namespace

Ticker::Ticker(engine::Engine& engine, engine::Retention retention)
    : engine_(engine),
      retention_(retention),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

void Ticker::stop() {
  thread_.request_stop();
  stopped_.notify_all();
  if (thread_.joinable()) thread_.join();
}

bool Ticker::is_alive() const {
  return to_ms(engine_.now()) - last_pump_ms_.load() < kAlive.count();
}

void Ticker::run(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    pump();
    resolve_tools();
    let_go();
    stopped_.wait_for(lock, stop, kTick, [] { return false; });
  }
}

void Ticker::pump() {
  if (pumping_.exchange(true)) return;
  engine_.pump([this](const Result<std::optional<UtcTime>>& next) {
    // Said once, not ten times a second.
    if (next) {
      last_pump_ms_ = to_ms(engine_.now());
      if (store_away_.exchange(false)) spdlog::info("the store is back");
    } else if (!store_away_.exchange(true)) {
      spdlog::error("the store is away: {}", next.error().message);
    }
    pumping_ = false;
  });
}

bool Ticker::begins(Task& task) const {
  return to_ms(engine_.now()) >= task.next_ms.load() && !task.under_way.exchange(true);
}

void Ticker::ended(Task& task, Millis pause) const {
  task.next_ms = to_ms(engine_.now() + pause);
  task.under_way = false;
}

void Ticker::resolve_tools() {
  if (!begins(resolving_)) return;
  engine_.resolve_tools([this](const Result<void>& result) {
    if (!result) spdlog::warn("tools at the platform: {}", result.error().message);
    ended(resolving_, result ? kResolveRoutine : kResolveAgain);
  });
}

void Ticker::let_go() {
  if (!begins(letting_go_)) return;
  engine_.run<std::size_t>(
      ports::Priority::kRoutine,
      [retention = retention_](engine::Turn& turn) { return engine::let_go(turn, retention); },
      [this](const Result<std::size_t>& gone) {
        if (!gone) spdlog::warn("letting go of what is old: {}", gone.error().message);
        ended(letting_go_, gone && *gone > 0 ? Millis(0) : kLetGo);
      });
}

}  // namespace pl::app
