#include "app/ticker.h"

#include <spdlog/spdlog.h>

#include "base/text.h"
#include "engine/editions.h"

namespace pl::app {
namespace {

using namespace std::chrono_literals;

constexpr Millis kPumpAgain = 100ms;  // after the store failed
constexpr Millis kWriteAfter = 3s;
constexpr Millis kResolveAgain = 30s;
constexpr Millis kResolveRoutine = 10min;
constexpr Millis kLetGo = 1h;
constexpr Millis kNoteAgain = 24h;

}  // namespace

Ticker::Ticker(engine::Engine& engine, Pulse& pulse, engine::Retention retention)
    : engine_(engine),
      pulse_(pulse),
      retention_(retention),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

void Ticker::stop() {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

void Ticker::run(const std::stop_token& stop) {
  pulse_.pumped();  // the first pump may take as long as any, however long it was to get here
  while (!stop.stop_requested()) {
    pulse_.look();
    pump();
    write_something();
    resolve_tools();
    let_go();
    check_agents();
    note_editions();
    pulse_.sleep(stop);
  }
}

void Ticker::pump() {
  if (pumping_.exchange(true)) return;
  engine_.pump([this](const Result<std::optional<UtcTime>>& next) {
    pulse_.pumped();
    // Said once, not ten times a second.
    if (next) {
      if (*next) pulse_.plan(std::chrono::ceil<Millis>(**next - engine_.now()));
      if (store_away_.exchange(false)) spdlog::info("the store is back");
    } else {
      pulse_.plan(kPumpAgain);
      if (!store_away_.exchange(true)) {
        spdlog::error("the store is away: {}", next.error().message);
      }
    }
    pumping_ = false;
  });
}

void Ticker::write_something() {
  const auto since = pulse_.since_written();
  if ((since && *since < kWriteAfter) || writing_.exchange(true)) return;
  engine_.run(
      ports::Priority::kRoutine, [](engine::Turn& turn) { return turn.tx.beat(turn.now); },
      [this](const Result<void>&) { writing_ = false; });
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

// When the platform can be asked for the first time: later, people ask when they have changed
// something.
void Ticker::check_agents() {
  if (!begins(checking_)) return;
  engine_.check_agents(
      engine::AskedBy::kServer, [this](const Result<std::vector<engine::AgentCheck>>& checks) {
        bool known = checks.has_value();
        if (!checks) spdlog::warn("the platform's agents: {}", checks.error().message);
        for (const engine::AgentCheck& check : checks.value_or(std::vector<engine::AgentCheck>())) {
          known = known && check.off;
          if (!check.off) {
            spdlog::warn("line {}: its agent could not be checked: {}", check.line.text,
                         check.off.error().message);
          } else if (check.off->any()) {
            spdlog::warn("line {}: the agent's settings do not allow {}; {}", check.line.text,
                         join(core::names_of(*check.off), ", "), core::remedy(*check.off));
          }
        }
        if (!known) ended(checking_, kResolveRoutine);
      });
}

void Ticker::note_editions() {
  if (!begins(noting_)) return;
  engine_.run(ports::Priority::kRoutine, engine::note_editions, [this](const Result<void>& noted) {
    ended(noting_, noted ? kNoteAgain : kPumpAgain);
  });
}

}  // namespace pl::app
