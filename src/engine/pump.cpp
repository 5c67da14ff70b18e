// All that is due, or that a crash left: in one transaction, as long as nothing is wrong with
// any row. Otherwise each alone, so that a row that fails is set aside and no other waits for it.
#include "engine/calls.h"
#include "engine/dialer.h"
#include "engine/engine.h"
#include "engine/events.h"
#include "engine/privacy.h"
#include "engine/set_aside.h"
#include "engine/texts.h"

namespace pl::engine {
namespace {

constexpr std::size_t kTriedAtOnce = 20;

struct Pumped {
  std::optional<UtcTime> next;
  std::vector<ports::RowKey> again;  // set aside, and to be tried now
};

Result<Pumped> advance_together(Turn& turn) {
  PL_DO(advance_pauses(turn));
  PL_DO(poll_due_calls(turn));
  PL_DO(advance_due_outreaches(turn));
  PL_DO(advance_deliveries(turn));
  PL_DO(advance_forgettings(turn));
  PL_DO(set_aside_unreadable(turn));  // when they are tried again counts too
  Pumped pumped;
  PL_TRY(pumped.next, next_due(turn));
  PL_TRY(const auto due, turn.tx.due_set_asides(turn.now, kTriedAtOnce));
  for (const ports::SetAside& aside : due) pumped.again.push_back(aside.row);
  return pumped;
}

Result<void> recover_together(Turn& turn) {
  PL_DO(recover_dials(turn));
  PL_DO(recover_texts(turn));
  return lift_pauses(turn);
}

using Rows = std::vector<ports::RowKey>;

}  // namespace

void Engine::pump(std::function<void(Result<std::optional<UtcTime>>)> done) {
  const auto alone = [this, done](const Rows& rows) {
    each_alone(rows, advance_alone, [this, done](const Result<void>& result) {
      if (!result) return done(fail(result.error().code, result.error().message));
      run<std::optional<UtcTime>>(ports::Priority::kRoutine, next_due, done);
    });
  };
  run<Pumped>(ports::Priority::kRoutine, advance_together,
              [this, done, alone](const Result<Pumped>& pumped) {
                if (pumped && pumped->again.empty()) return done(pumped->next);
                if (pumped) return alone(pumped->again);
                const Error& error = pumped.error();
                if (!is_of_a_row(error.code)) return done(fail(error.code, error.message));
                run<Rows>(ports::Priority::kRoutine, what_is_due,
                          [done, alone](const Result<Rows>& due) {
                            if (due) return alone(*due);
                            done(fail(due.error().code, due.error().message));
                          });
              });
}

void Engine::recover(std::function<void(Result<void>)> done) {
  run(ports::Priority::kCall, recover_together, [this, done](const Result<void>& result) {
    if (result || !is_of_a_row(result.error().code)) return done(result);
    run<Rows>(ports::Priority::kCall, what_to_recover, [this, done](const Result<Rows>& left) {
      if (!left) return done(fail(left.error().code, left.error().message));
      each_alone(*left, recover_alone, [this, done](const Result<void>& recovered) {
        if (!recovered) return done(recovered);
        run(ports::Priority::kCall, lift_pauses, done);
      });
    });
  });
}

void Engine::each_alone(const Rows& rows, Step step, std::function<void(Result<void>)> done) {
  struct Round {
    std::size_t left;
    Result<void> result;
  };
  if (rows.empty()) return done({});
  const auto round = std::make_shared<Round>(Round{rows.size(), {}});
  const auto end = [round, done = std::move(done)](const Result<void>& result) {
    if (!result) round->result = result;
    if (--round->left == 0) done(round->result);
  };
  for (const ports::RowKey& row : rows) {
    run(
        ports::Priority::kRoutine, [step, row](Turn& turn) { return step(turn, row); },
        [this, row, end](const Result<void>& result) {
          if (result || !is_of_a_row(result.error().code)) return end(result);
          run(
              ports::Priority::kRoutine,
              [row, why = result.error().message](Turn& turn) { return set_aside(turn, row, why); },
              end);
        });
  }
}

void Engine::tell_unreadable(const std::vector<ports::Unreadable>& met) {
  run(
      ports::Priority::kRoutine,
      [met](Turn& turn) -> Result<void> {
        for (const ports::Unreadable& one : met) PL_DO(set_aside(turn, one.row, one.why));
        return {};
      },
      [](const Result<void>&) {});
}

}  // namespace pl::engine
