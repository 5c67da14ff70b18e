// What is made of the platform's answers about calls.
#include "engine/calls.h"

#include <gtest/gtest.h>

#include "../../tests/support/sample_call.h"
#include "../../tests/support/sample_outreach.h"
#include "../../tests/support/small_world.h"
#include "engine/failures.h"

namespace pl::engine {
namespace {

TEST(ConversationAnswered, WhatCannotBeReadForTwoMinutesIsToldOnce) {
  testing::SmallWorld world;
  world.store.immediate = true;
  const core::Call call = testing::sample_ringing();
  world.store.put(testing::sample_outreach("handoff"));
  world.store.put(call);
  const auto answered = [&](Code code) {
    world.engine.run(
        ports::Priority::kCall,
        [&](Turn& turn) { return conversation_answered(turn, call.id, fail(code, "not JSON")); },
        [](const Result<void>& done) { EXPECT_TRUE(done); });
  };
  const auto& items = world.store.tables.open_attention;
  world.clock.time = call.started_at + std::chrono::seconds(119);
  answered(Code::kCorrupt);
  EXPECT_TRUE(items.empty());
  world.clock.time += std::chrono::seconds(1);
  answered(Code::kUnavailable);
  EXPECT_TRUE(items.empty());
  answered(Code::kCorrupt);
  answered(Code::kCorrupt);
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items.front()->row->reason, core::AttentionReason::kCallUnresolved);
  EXPECT_EQ(items.front()->row->subject, call.id.text());
}

core::Call judged_nobody(int nth) {
  core::Call call = testing::sample_ringing();
  call.id = testing::sample_id<core::CallId>(static_cast<std::uint64_t>(nth));
  call.number = core::PhoneNumber::from_e164("+4178000001" + std::to_string(nth));
  call.conversation = core::ConversationId{"conv_" + std::to_string(nth)};
  call.call_sid.reset();
  call.outreach.reset();
  call.ended_at = call.started_at + std::chrono::seconds(9);
  call.verdict = core::Verdict::kNobody;
  call.duration = std::chrono::seconds(6);
  return call;
}

// How many lines stand still after `silent` calls in which our agent said nothing.
std::size_t paused_after(int silent, bool transcripts_are_kept) {
  testing::SmallWorld world;
  world.store.immediate = true;
  core::Call heard = judged_nobody(1);
  if (transcripts_are_kept) heard.transcript = {testing::agent_said("Hello?")};
  world.store.put(heard);
  for (int nth = 2; nth < 2 + silent; ++nth) world.store.put(judged_nobody(nth));
  std::size_t paused = 0;
  world.engine.run(
      ports::Priority::kCall,
      [&](Turn& turn) -> Result<void> {
        PL_DO(watch_for_our_failures(turn, judged_nobody(1 + silent)));
        PL_TRY(const auto pauses, turn.tx.pauses());
        paused = pauses.size();
        return {};
      },
      [](const Result<void>& done) { EXPECT_TRUE(done); });
  return paused;
}

TEST(SilentAgent, PausesALineAfterThreeCallsWhereItWasHeardBefore) {
  EXPECT_EQ(paused_after(2, true), 0U);
  EXPECT_EQ(paused_after(3, true), 1U);
  EXPECT_EQ(paused_after(3, false), 0U) << "no transcript is kept: silence proves nothing";
}

}  // namespace
}  // namespace pl::engine
