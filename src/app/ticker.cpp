#include "app/ticker.h"

#include <spdlog/spdlog.h>

namespace pl::app {
namespace {

using namespace std::chrono_literals;

constexpr Millis kTick = 100ms;  // a callback is at most this late
constexpr Millis kAlive = 5s;
constexpr Millis kResolveAgain = 30s;
constexpr Millis kResolveRoutine = 10min;

}  // namespace

Ticker::Ticker(engine::Engine& engine)
    : engine_(engine), thread_([this](const std::stop_token& stop) { run(stop); }) {}

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

void Ticker::resolve_tools() {
  if (to_ms(engine_.now()) < next_resolve_ms_.load() || resolving_.exchange(true)) return;
  engine_.resolve_tools([this](const Result<void>& result) {
    if (!result) spdlog::warn("tools at the platform: {}", result.error().message);
    const Millis wait = result ? kResolveRoutine : kResolveAgain;
    next_resolve_ms_ = to_ms(engine_.now() + wait);
    resolving_ = false;
  });
}

}  // namespace pl::app
