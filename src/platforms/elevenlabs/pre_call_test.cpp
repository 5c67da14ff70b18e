// The race between the store and the timer for the one answer that a caller waits for: in every
// order of events there is one answer, it is complete, and what is recorded is what was heard.
#include "platforms/elevenlabs/pre_call.h"

#include <gtest/gtest.h>

#include "../../../tests/support/initiation_check.h"
#include "../../../tests/support/sample_outreach.h"
#include "../../../tests/support/small_world.h"
#include "wire/initiation.h"

namespace pl::platforms {
namespace {

using pl::testing::Commit;
using pl::testing::first_message;
using pl::testing::lacks;

const std::string kSafe = "Hello! I do not know you yet.";

// The sample caller phones in while a callback to them waits.
class PreCallRace : public ::testing::Test {
 protected:
  PreCallRace() {
    change_caller([](core::Caller& caller) { caller.stage = core::Stage::kOnboarded; });
    auto callback = pl::testing::sample_outreach("handoff");
    callback.due += std::chrono::minutes(1);
    world_.store.put(callback);
  }

  void change_caller(const std::function<void(core::Caller&)>& change) {
    core::Caller caller = *world_.store.tables.callers_by_id.front()->row;
    change(caller);
    world_.store.write([&caller](ports::Tx& tx) { return tx.update(caller); });
  }

  // Asks who speaks; the answers to this call, so far, are in the result.
  std::shared_ptr<std::vector<std::string>> ask(const std::string& call_sid = "CA1") {
    auto heard = std::make_shared<std::vector<std::string>>();
    core::IncomingCall incoming;
    incoming.agent_id = "agent_nikita";
    incoming.caller_id = "+41780000001";
    incoming.called_number = "+41780000000";
    incoming.call_sid = {call_sid};
    pre_call_.answer(incoming, [heard](std::string body) { heard->push_back(std::move(body)); });
    return heard;
  }

  void store_is_back() {
    world_.store.full = world_.store.broken = false;
    for (int round = 0; round < 5; ++round) {
      world_.store.settle();
      world_.timer.fire();
    }
  }

  const core::Outreach& callback() const {
    return *world_.store.tables.outreaches_by_id.front()->row;
  }
  std::size_t calls() const { return world_.store.tables.calls_by_id.size(); }

  // The one call recorded is what was heard, and no more happened than was heard.
  void expect_recorded(const std::string& heard) {
    ASSERT_EQ(calls(), 1u);
    const auto* recorded = world_.store.tables.calls_by_id.front();
    const core::Call& call = *recorded->row;
    ASSERT_TRUE(recorded->initiation);
    EXPECT_EQ(wire::initiation_body(*recorded->initiation), heard);
    const bool safe = first_message(heard) == kSafe;
    EXPECT_EQ(call.safe_scene, safe);
    EXPECT_EQ(call.scene.text, safe ? "stranger" : "first-call");
    EXPECT_EQ(callback().held_by.has_value(), !safe) << "only the routed scene fulfils it";
  }

  pl::testing::SmallWorld world_;
  PreCall pre_call_{world_.engine, world_.timer.taker()};
};

struct RaceCase {
  const char* name;
  std::string order;  // W: the work runs, C: the commit ends, T: the time is up
  Commit commit;
};

void PrintTo(const RaceCase& tested, std::ostream* out) {
  *out << tested.order << ", the commit is " << tested.name;
}

std::vector<RaceCase> all_orders() {
  std::vector<RaceCase> cases;
  for (const char* order : {"WCT", "WTC", "TWC"}) {
    cases.push_back({"kept", order, Commit::kDone});
    cases.push_back({"failed", order, Commit::kFails});
    cases.push_back({"in doubt, kept", order, Commit::kInDoubtKept});
    cases.push_back({"in doubt, lost", order, Commit::kInDoubtLost});
  }
  return cases;
}

class InEveryOrder : public PreCallRace, public ::testing::WithParamInterface<RaceCase> {
 protected:
  std::shared_ptr<std::vector<std::string>> play() {
    auto heard = ask();
    for (const char event : GetParam().order) {
      if (event == 'W') world_.store.work();
      if (event == 'C') world_.store.commit(GetParam().commit);
      if (event == 'T') world_.timer.fire();
    }
    return heard;
  }
};

INSTANTIATE_TEST_SUITE_P(PreCall, InEveryOrder, ::testing::ValuesIn(all_orders()),
                         [](const auto& tested) {
                           std::string name = tested.param.order;
                           for (const char c : std::string(tested.param.name)) {
                             if (std::isalpha(static_cast<unsigned char>(c)) != 0) name += c;
                           }
                           return name;
                         });

TEST_P(InEveryOrder, ThereIsExactlyOneCompleteAnswerAndItIsWhatIsRecorded) {
  const auto heard = play();
  ASSERT_EQ(heard->size(), 1u);
  EXPECT_EQ(lacks(heard->front()), "");
  store_is_back();
  EXPECT_EQ(heard->size(), 1u);
  expect_recorded(heard->front());
}

TEST_P(InEveryOrder, TheSameCallAskedAgainWhileTheStoreIsAwayHearsTheSameBytes) {
  const auto heard = play();
  ASSERT_EQ(heard->size(), 1u);
  const auto again = ask();
  // A call that the store has can be read from it; any other is known without it.
  if (GetParam().commit == Commit::kDone && again->empty()) world_.store.settle();
  world_.timer.fire();
  ASSERT_EQ(again->size(), 1u);
  EXPECT_EQ(again->front(), heard->front());
}

TEST_P(InEveryOrder, TheSameCallAskedAgainLaterHearsTheSameBytes) {
  const auto heard = play();
  ASSERT_EQ(heard->size(), 1u);
  store_is_back();
  world_.clock.time += std::chrono::minutes(11);
  const auto again = ask();
  store_is_back();
  ASSERT_EQ(again->size(), 1u);
  EXPECT_EQ(again->front(), heard->front());
  EXPECT_EQ(calls(), 1u);
}

TEST_F(PreCallRace, AStoreThatAnswersInTimeGivesTheRoutedScene) {
  const auto heard = ask();
  world_.store.settle();
  ASSERT_EQ(heard->size(), 1u);
  EXPECT_NE(first_message(heard->front()).find("Anna"), std::string::npos);
  expect_recorded(heard->front());
}

TEST_F(PreCallRace, NothingIsSaidBeforeItIsDurable) {
  const auto heard = ask();
  world_.store.work();
  EXPECT_TRUE(heard->empty());
}

TEST_F(PreCallRace, TheTimerLeavesTheAnswerTimeToTravel) {
  ask();
  ASSERT_EQ(world_.timer.pending(), 1u);
  EXPECT_LE(world_.timer.delay(0), Millis(275));
}

TEST_F(PreCallRace, AfterTheTimerTheStoresLateWorkTouchesNoOutreach) {
  const std::string before = pl::testing::describe(callback());
  const auto heard = ask();
  world_.timer.fire();
  ASSERT_EQ(heard->size(), 1u);
  EXPECT_EQ(first_message(heard->front()), kSafe);
  store_is_back();
  EXPECT_EQ(pl::testing::describe(callback()), before);
  expect_recorded(heard->front());
}

TEST_F(PreCallRace, BetweenDecisionAndCommitTheTimerSaysWhatWasDecided) {
  const auto heard = ask();
  world_.store.work();
  world_.timer.fire();
  ASSERT_EQ(heard->size(), 1u);
  EXPECT_NE(first_message(heard->front()).find("Anna"), std::string::npos);
}

TEST_F(PreCallRace, WhatTheTimerSaidIsRecordedAlthoughTheWorldMovedOnMeanwhile) {
  const auto heard = ask();
  world_.store.work();
  world_.timer.fire();
  world_.store.commit(Commit::kFails);
  ASSERT_EQ(heard->size(), 1u);
  change_caller([](core::Caller& caller) { caller.name = "Bea"; });
  store_is_back();
  expect_recorded(heard->front());
}

TEST_F(PreCallRace, AFailedCommitIsAnsweredAtOnceWithTheSafeScene) {
  const auto heard = ask();
  world_.store.work();
  world_.store.commit(Commit::kFails);
  ASSERT_EQ(heard->size(), 1u);
  EXPECT_EQ(first_message(heard->front()), kSafe);
}

TEST_F(PreCallRace, AFullStoreIsAnsweredAtOnceAndRecordedWhenItHasRoomAgain) {
  world_.store.full = true;
  const auto heard = ask();
  ASSERT_EQ(heard->size(), 1u);
  EXPECT_EQ(first_message(heard->front()), kSafe);
  EXPECT_EQ(calls(), 0u);
  store_is_back();
  expect_recorded(heard->front());
}

TEST_F(PreCallRace, AStoreThatStaysAwayForMinutesLosesNoCall) {
  world_.store.broken = true;
  const auto heard = ask();
  for (int second = 0; second < 300; ++second) {
    world_.store.settle();
    world_.timer.fire();
    world_.clock.time += std::chrono::seconds(1);
  }
  store_is_back();
  ASSERT_EQ(heard->size(), 1u);
  expect_recorded(heard->front());
}

TEST_F(PreCallRace, TheSameCallAskedTwiceBeforeAnyAnswerHearsOneAnswer) {
  for (const bool timer_first : {true, false}) {
    SCOPED_TRACE(timer_first ? "the time is up first" : "the store is first");
    const std::size_t before = calls();
    const std::string sid = timer_first ? "CA2" : "CA3";
    const auto first = ask(sid);
    const auto second = ask(sid);
    if (timer_first) world_.timer.fire();
    store_is_back();
    ASSERT_EQ(first->size(), 1u);
    ASSERT_EQ(second->size(), 1u);
    EXPECT_EQ(first->front(), second->front());
    EXPECT_EQ(calls(), before + 1);
  }
}

TEST_F(PreCallRace, CallsWithoutASidAreEachTheirOwn) {
  const auto one = ask("");
  const auto other = ask("");
  world_.timer.fire();
  ASSERT_EQ(one->size(), 1u);
  ASSERT_EQ(other->size(), 1u);
  EXPECT_NE(one->front(), other->front()) << "each names its own call";
}

}  // namespace
}  // namespace pl::platforms
