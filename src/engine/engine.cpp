#include "engine/engine.h"

#include "base/planted.h"
#include "engine/set_aside.h"

namespace pl::engine {
Engine::Engine(const Lines& lines, Ports ports)
    : ports_(std::move(ports)),
      world_{lines,         ports_.zones,       ports_.numbers,       ports_.entropy,
             ports_.events, ports_.suppression, ports_.operator_chat, ports_.on_step != nullptr} {}

void Engine::run(ports::Priority priority, std::function<Result<void>(Turn&)> use_case,
                 std::function<void(Result<void>)> done) {
  struct Outcome {
    std::vector<Effect> effects;
    std::vector<ports::Unreadable> unreadable;  // of a use case that failed
    bool written = false;
  };
  auto outcome = std::make_shared<Outcome>();
  ports_.store.submit(
      priority,
      [this, outcome, use_case = std::move(use_case)](ports::Tx& tx) -> Result<void> {
        Turn turn(world_, tx, ports_.clock.now());
        Result<void> result = use_case(turn);
        if (!result) outcome->unreadable = tx.unreadable();
        PL_DO(std::move(result));
        PL_DO(set_aside_unreadable(turn));
        if (planted(Bug::kEffectsOfUndone)) {
          const std::vector<Effect>& undone = outcome->effects;
          turn.effects.insert(turn.effects.begin(), undone.begin(), undone.end());
        }
        outcome->effects = std::move(turn.effects);
        outcome->written = tx.has_written();
        return {};
      },
      [this, outcome, done = std::move(done)](Result<void> result) {
        // A commit that nobody can vouch for performs nothing: recovery reads the rows.
        if (!result) {
          if (!outcome->unreadable.empty()) tell_unreadable(outcome->unreadable);
          return done(std::move(result));
        }
        if (outcome->written && ports_.on_written) ports_.on_written();
        std::vector<Effect>& effects = outcome->effects;
        // Whoever hears that they are left alone is so, even if we die on the next line and the
        // store is lost.
        for (Effect& effect : effects) {
          if (auto* note = std::get_if<NoteSuppression>(&effect)) perform(*note);
        }
        done(std::move(result));
        for (Effect& effect : effects) {
          if (std::holds_alternative<NoteSuppression>(effect)) continue;
          std::visit([this](auto& one) { perform(one); }, effect);
        }
      });
}

void Engine::feed(std::function<Result<void>(Turn&)> use_case) {
  run(ports::Priority::kCall, std::move(use_case), [](Result<void>) {});
}

void Engine::resolve_tools(std::function<void(Result<void>)> done) {
  ports_.voice.tools([this, done = std::move(done)](auto ids) {
    if (!ids) return done(fail(ids.error().code, ids.error().message));
    run(
        ports::Priority::kRoutine,
        [ids = *std::move(ids)](Turn& turn) -> Result<void> {
          PL_DO(turn.tx.put_tool_ids(ids));
          for (const core::Line& line : turn.world.lines.all()) PL_DO(turn.wake(line.name));
          return {};
        },
        done);
  });
}

void Engine::check_next(std::vector<AgentCheck> checks, AskedBy by, Checked done) {
  const auto& lines = world_.lines.all();
  if (checks.size() < lines.size()) {
    const core::Line& line = lines[checks.size()];
    return ports_.voice.agent(
        line.agent_id, [this, &line, by, checks = std::move(checks),
                        done = std::move(done)](Result<core::AgentSwitches> switches) mutable {
          AgentCheck check{line.name, line.agent_id, core::SwitchesOff()};
          if (switches) {
            check.off = core::switches_off(line, *switches);
          } else {
            check.off = tl::unexpected(std::move(switches).error());
          }
          checks.push_back(std::move(check));
          check_next(std::move(checks), by, std::move(done));
        });
  }
  run<std::vector<AgentCheck>>(
      ports::Priority::kRoutine,
      [by, checks = std::move(checks)](Turn& turn) -> Result<std::vector<AgentCheck>> {
        for (const AgentCheck& check : checks) {
          PL_DO(agent_checked(turn, check, by));
        }
        return checks;
      },
      std::move(done));
}

}  // namespace pl::engine
