#include "engine/engine.h"

#include "engine/calls.h"
#include "engine/dialer.h"
#include "engine/events.h"
#include "engine/privacy.h"
#include "engine/texts.h"

namespace pl::engine {
Engine::Engine(const Lines& lines, Ports ports)
    : ports_(std::move(ports)),
      world_{lines,         ports_.zones,       ports_.numbers,       ports_.entropy,
             ports_.events, ports_.suppression, ports_.operator_chat, ports_.on_step} {}

void Engine::run(ports::Priority priority, std::function<Result<void>(Turn&)> use_case,
                 std::function<void(Result<void>)> done) {
  auto effects = std::make_shared<std::vector<Effect>>();
  ports_.store.submit(
      priority,
      [this, effects, use_case = std::move(use_case)](ports::Tx& tx) -> Result<void> {
        Turn turn(world_, tx, ports_.clock.now());
        PL_DO(use_case(turn));
        *effects = std::move(turn.effects);
        return {};
      },
      [this, effects, done = std::move(done)](Result<void> result) {
        // A commit that nobody can vouch for performs nothing: recovery reads the rows.
        if (!result) return done(std::move(result));
        // Whoever hears that they are left alone is so, even if we die on the next line and the
        // store is lost.
        for (Effect& effect : *effects) {
          if (auto* note = std::get_if<NoteSuppression>(&effect)) perform(*note);
        }
        done(std::move(result));
        for (Effect& effect : *effects) {
          if (std::holds_alternative<NoteSuppression>(effect)) continue;
          std::visit([this](auto& one) { perform(one); }, effect);
        }
      });
}

void Engine::feed(std::function<Result<void>(Turn&)> use_case) {
  run(ports::Priority::kCall, std::move(use_case), [](Result<void>) {});
}

void Engine::pump(std::function<void(Result<std::optional<UtcTime>>)> done) {
  run<std::optional<UtcTime>>(
      ports::Priority::kRoutine,
      [](Turn& turn) -> Result<std::optional<UtcTime>> {
        PL_DO(advance_pauses(turn));
        PL_DO(poll_due_calls(turn));
        PL_DO(advance_due_outreaches(turn));
        PL_DO(advance_deliveries(turn));
        PL_DO(advance_forgettings(turn));
        return next_due(turn);
      },
      std::move(done));
}

void Engine::recover(std::function<void(Result<void>)> done) {
  run(
      ports::Priority::kCall,
      [](Turn& turn) -> Result<void> {
        PL_DO(recover_dials(turn));
        PL_DO(recover_texts(turn));
        return lift_pauses(turn);
      },
      std::move(done));
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
