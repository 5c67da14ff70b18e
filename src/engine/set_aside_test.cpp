// One row, one fate: rows damaged in a real database, and an engine that goes on around them.
#include "engine/set_aside.h"
#include "engine/dialer.h"

#include <gtest/gtest.h>

#include "../../tests/support/sample_call.h"
#include "../../tests/support/sample_outreach.h"
#include "../../tests/support/small_world.h"
#include "engine/calls.h"
#include "engine/outreaches.h"
#include "engine/privacy.h"
#include "store/sqlite/test_folder.h"

namespace pl::engine {
namespace {

using namespace std::chrono_literals;
using testing::sample_id;

core::Caller caller(std::uint64_t n) {
  core::Caller made = testing::sample_caller();
  made.id = sample_id<core::CallerId>(n);
  made.number.number = testing::sample_number("+4178000000" + std::to_string(n));
  made.stage = core::Stage::kOnboarded;
  return made;
}

core::Outreach check_in(std::uint64_t n, std::uint64_t of_caller) {
  core::Outreach made = testing::sample_outreach("check-in");
  made.id = sample_id<core::OutreachId>(n);
  made.caller = sample_id<core::CallerId>(of_caller);
  return made;
}

// As fast as it likes, so that whoever is due is dialled at once.
core::Line fast_line() {
  core::Line line = testing::sample_line();
  line.calling.per_second = 10;
  return line;
}

// Callers 1 to 3 on one line; whoever is dialled stays `dialing`.
class SetAside : public ::testing::Test {
 protected:
  SetAside() {
    for (const std::uint64_t n : {1, 2, 3}) keep(caller(n));
  }

  template <class Row>
  void keep(const Row& row) {
    do_now([&row](Turn& turn) { return turn.tx.insert(row); });
  }
  void do_now(const std::function<Result<void>(Turn&)>& use_case) {
    engine_.run(ports::Priority::kCall, use_case,
                [](const Result<void>& result) { EXPECT_TRUE(result) << result.error().message; });
    settle();
  }
  void damage(const std::string& sql) {
    ASSERT_TRUE(store::SqliteStoreProbe::database(*store_).run_script(sql));
  }
  void damage_outreach(std::uint64_t n) {
    damage("UPDATE outreach SET plan = substr(plan, 1, 20) WHERE id = '" +
           sample_id<core::OutreachId>(n).text() + "'");
  }
  std::optional<UtcTime> pump() {
    std::optional<UtcTime> next;
    engine_.pump([&](const Result<std::optional<UtcTime>>& told) {
      EXPECT_TRUE(told) << told.error().message;
      next = told.value_or(std::nullopt);
    });
    settle();
    return next;
  }
  void settle() {
    while (store_->run_queued()) {
    }
  }
  // What an operator sees, of rows that are set aside.
  std::vector<std::string> told() {
    std::vector<std::string> subjects;
    for (const core::Attention& item : items()) subjects.push_back(item.subject);
    std::sort(subjects.begin(), subjects.end());
    return subjects;
  }
  std::vector<core::Attention> items() {
    std::vector<core::Attention> open;
    do_now([&](Turn& turn) -> Result<void> {
      PL_TRY(open, turn.tx.open_attention({.line = {},
                                           .reason = core::AttentionReason::kRowSetAside,
                                           .before = {},
                                           .limit = 100}));
      return {};
    });
    return open;
  }
  core::OutreachState state_of(std::uint64_t n) {
    auto state = core::OutreachState::kFailed;
    do_now([&](Turn& turn) -> Result<void> {
      PL_TRY(const auto row, turn.outreach(sample_id<core::OutreachId>(n)));
      state = row.state;
      return {};
    });
    return state;
  }
  static std::string outreach(std::uint64_t n) {
    return "outreach " + sample_id<core::OutreachId>(n).text();
  }

  testing::StandingClock clock_;
  testing::EveryZone zones_;
  testing::PlainNumbers numbers_;
  testing::CountingEntropy entropy_;
  testing::NobodyOnThePhone voice_;
  testing::PlainSuppression suppression_;
  std::unique_ptr<store::SqliteStore> store_ = store::open_or_stop(":memory:");
  Lines lines_ = *Lines::create({fast_line()});
  Engine engine_{lines_,
                 {.store = *store_,
                  .voice = voice_,
                  .text = {},
                  .clock = clock_,
                  .zones = zones_,
                  .numbers = numbers_,
                  .entropy = entropy_,
                  .suppression = &suppression_}};
};

TEST_F(SetAside, ADamagedOutreachKeepsNobodyElseWaiting) {
  for (const std::uint64_t n : {1, 2, 3}) keep(check_in(n, n));
  damage_outreach(2);
  pump();
  EXPECT_EQ(voice_.dials, 2);
  EXPECT_EQ(told(), std::vector<std::string>{outreach(2)});
  const std::string what = items().front().what;
  EXPECT_NE(what.find("the column plan makes no sense"), std::string::npos) << what;
}

TEST_F(SetAside, IsTriedLaterAndLaterAndToldOfOnce) {
  keep(check_in(1, 1));
  damage_outreach(1);
  UtcTime tried = clock_.time;
  for (const Millis wait : {1min, 5min, 30min, 120min, 720min, 720min}) {
    EXPECT_EQ(pump(), tried + wait);
    EXPECT_EQ(told().size(), 1U);
    clock_.time = tried = tried + wait;
  }
}

TEST_F(SetAside, GoesOnByItselfWhenTheRowIsMended) {
  keep(check_in(1, 1));
  damage("CREATE TABLE backup AS SELECT plan FROM outreach");
  damage_outreach(1);
  pump();
  EXPECT_EQ(voice_.dials, 0);
  damage("UPDATE outreach SET plan = (SELECT plan FROM backup)");
  clock_.time += 1min;
  pump();
  EXPECT_EQ(voice_.dials, 1);
  EXPECT_EQ(told(), std::vector<std::string>());
}

TEST_F(SetAside, IsTriedAtOnceWhenItsItemIsResolved) {
  keep(check_in(1, 1));
  damage("CREATE TABLE backup AS SELECT plan FROM outreach");
  damage_outreach(1);
  pump();
  damage("UPDATE outreach SET plan = (SELECT plan FROM backup)");
  const core::AttentionId item = items().front().id;
  do_now([&](Turn& turn) -> Result<void> {
    PL_DO(resolve_attention(turn, item));
    return {};
  });
  pump();
  EXPECT_EQ(voice_.dials, 1);
}

TEST_F(SetAside, WhatFailsByTheRulesOfTheStoreKeepsNobodyElseWaiting) {
  // A dial that lapsed without an end: the number looks free, and the store refuses a second one.
  core::Call lapsed = testing::sample_dial();
  lapsed.outreach.reset();
  lapsed.started_at = clock_.time - 24h;
  lapsed.lapses_at = clock_.time - 23h;
  lapsed.poll_at.reset();
  keep(lapsed);
  keep(check_in(1, 1));
  keep(check_in(2, 2));
  pump();
  EXPECT_EQ(voice_.dials, 1);
  EXPECT_EQ(told(), std::vector<std::string>{outreach(1)});
}

TEST_F(SetAside, WhatFailsOfTheStoreSetsNothingAside) {
  testing::HeldStore held;
  held.immediate = true;
  held.put(caller(1));
  held.put(check_in(1, 1));
  Engine engine(lines_, {.store = held,
                         .voice = voice_,
                         .text = {},
                         .clock = clock_,
                         .zones = zones_,
                         .numbers = numbers_,
                         .entropy = entropy_});
  held.broken = true;
  std::optional<Code> told;
  engine.pump([&](const auto& next) { told = next.error().code; });
  EXPECT_EQ(told, Code::kUnavailable);
  held.broken = false;
  engine.pump([](const auto& next) { EXPECT_TRUE(next); });
  EXPECT_EQ(voice_.dials, 1);
  EXPECT_TRUE(held.tables.set_aside.rows().empty());
  EXPECT_TRUE(held.tables.open_attention.empty());
}

TEST_F(SetAside, ADamagedOutreachOfTheSameCallerIsInTheWay) {
  keep(check_in(1, 1));
  keep(check_in(2, 1));
  keep(check_in(3, 3));
  damage_outreach(1);
  pump();
  EXPECT_EQ(voice_.dials, 1);
  EXPECT_EQ(state_of(3), core::OutreachState::kDialing);
  EXPECT_EQ(told(), (std::vector<std::string>{outreach(1), outreach(2)}));
}

TEST_F(SetAside, AnOnboardingBesideADamagedOutreachIsRefusedClearly) {
  keep(check_in(1, 1));
  damage_outreach(1);
  std::optional<Error> refused;
  engine_.run<Scheduled>(
      ports::Priority::kCall,
      [](Turn& turn) {
        ScheduleRequest request;
        request.what = core::PlanName{"handoff"};
        return schedule(turn, sample_id<core::CallerId>(1), request);
      },
      [&](const Result<Scheduled>& result) { refused = result.error(); });
  settle();
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->code, Code::kConflict);
  EXPECT_NE(refused->message.find(sample_id<core::OutreachId>(1).text() + " of this caller cannot"),
            std::string::npos);
  EXPECT_EQ(told(), std::vector<std::string>{outreach(1)});
}

TEST_F(SetAside, AMendedRowOfALineThatStandsStillDoesNotDial) {
  keep(check_in(1, 1));
  damage("UPDATE outreach SET plan = '+' || plan");
  pump();
  ASSERT_EQ(told(), std::vector<std::string>{outreach(1)});
  damage("UPDATE outreach SET plan = substr(plan, 2)");
  do_now([&](Turn& turn) {
    return turn.tx.pause({"nikita"}, {clock_.time, std::nullopt, "drift", clock_.time + 24h});
  });
  clock_.time += 1min;
  pump();
  EXPECT_EQ(told(), std::vector<std::string>());
  EXPECT_EQ(voice_.dials, 0);
  do_now([&](Turn& turn) { return resume_dialer(turn, {"nikita"}); });
  pump();
  EXPECT_EQ(voice_.dials, 1);
}

TEST_F(SetAside, ADamagedCallerIsNotDialled) {
  keep(check_in(1, 1));
  keep(check_in(2, 2));
  damage("UPDATE caller SET stage = 'nobody' WHERE id = '" + caller(1).id.text() + "'");
  pump();
  EXPECT_EQ(voice_.dials, 1);
  EXPECT_EQ(told(), (std::vector<std::string>{"caller " + caller(1).id.text(), outreach(1)}));
}

TEST_F(SetAside, ADamagedCallOfTheNumberCountsAsLive) {
  core::Call over = testing::sample_dial();
  over.outreach.reset();
  over.ended_at = over.started_at;
  over.verdict = core::Verdict::kAnswered;
  over.poll_at = clock_.time;
  keep(over);
  keep(check_in(1, 1));
  damage("UPDATE call SET drift = '[' ");
  pump();
  EXPECT_EQ(voice_.dials, 0);
  EXPECT_EQ(told(), std::vector<std::string>{"call " + over.id.text()});
}

TEST_F(SetAside, ADamagedPauseIsAPauseUntilAnOperatorLiftsIt) {
  keep(check_in(1, 1));
  do_now([&](Turn& turn) {
    return turn.tx.pause({"nikita"}, {clock_.time, clock_.time + 1s, "asked to wait", clock_.time});
  });
  damage("UPDATE dialer_pause SET cause = 'none'");
  clock_.time += 1h;
  pump();
  EXPECT_EQ(voice_.dials, 0);
  ASSERT_EQ(told(), std::vector<std::string>{"dialer_pause nikita"});
  const core::AttentionId item = items().front().id;
  do_now([&](Turn& turn) -> Result<void> {
    PL_DO(resolve_attention(turn, item));
    return {};
  });
  pump();
  EXPECT_EQ(voice_.dials, 1);
  EXPECT_EQ(told(), std::vector<std::string>());
}

TEST_F(SetAside, RecoveryGoesOnAroundADamagedRow) {
  std::vector<core::Call> dials;
  for (const std::uint64_t n : {1, 2, 3}) {
    core::Outreach outreach = check_in(n, n);
    core::Call dial = testing::sample_dial();
    dial.id = sample_id<core::CallId>(n);
    dial.caller = outreach.caller;
    dial.number = caller(n).number.number;
    dial.outreach = outreach.id;
    outreach.state = core::OutreachState::kDialing;
    outreach.leg = dial.id;
    keep(outreach);
    keep(dial);
    dials.push_back(dial);
  }
  damage_outreach(1);
  damage("UPDATE call SET drift = '[' WHERE id = '" + dials[1].id.text() + "'");
  engine_.recover(
      [](const Result<void>& result) { EXPECT_TRUE(result) << result.error().message; });
  settle();
  EXPECT_EQ(state_of(2), core::OutreachState::kDialing);
  EXPECT_EQ(state_of(3), core::OutreachState::kVerifying);
  EXPECT_EQ(told(), (std::vector<std::string>{"call " + dials[1].id.text(), outreach(1)}));
}

TEST_F(SetAside, AnOutreachLearnsWhatItMissed) {
  core::Outreach rings = check_in(1, 1);
  core::Call dial = testing::sample_ringing();
  rings.state = core::OutreachState::kRinging;
  rings.leg = dial.id;
  rings.ask_at = UtcTime::max();
  keep(rings);
  keep(dial);
  damage("CREATE TABLE backup AS SELECT plan FROM outreach");
  damage_outreach(1);
  do_now([&](Turn& turn) {
    return conversation_answered(turn, dial.id,
                                 testing::sample_report(core::ConversationStatus::kFailed));
  });
  EXPECT_EQ(told(), std::vector<std::string>{outreach(1)});
  damage("UPDATE outreach SET plan = (SELECT plan FROM backup)");
  clock_.time += 1min;
  pump();
  EXPECT_EQ(state_of(1), core::OutreachState::kWaiting);
  EXPECT_EQ(told(), std::vector<std::string>());
}

TEST_F(SetAside, WhoOptedOutWhileTheirRowWasDamagedIsLeftAlone) {
  core::Caller twin = caller(1);
  twin.id = sample_id<core::CallerId>(4);
  twin.line = {"another"};
  keep(twin);
  const std::string id = " WHERE id = '" + caller(1).id.text() + "'";
  damage("UPDATE caller SET stage = 'nobody'" + id);
  do_now([&](Turn& turn) { return leave_alone(turn, twin, "caller", "wrote to stop"); });
  damage("UPDATE caller SET stage = 'onboarded'" + id);
  clock_.time += 1min;
  pump();
  do_now([&](Turn& turn) -> Result<void> {
    PL_TRY(const core::Caller row, turn.caller(caller(1).id));
    EXPECT_TRUE(row.opted_out_at);
    return {};
  });
}

}  // namespace
}  // namespace pl::engine
