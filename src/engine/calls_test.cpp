// What is made of the platform's answers about calls.
#include "engine/calls.h"

#include <gtest/gtest.h>

#include "../../tests/support/sample_call.h"
#include "../../tests/support/sample_outreach.h"
#include "../../tests/support/small_world.h"

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

}  // namespace
}  // namespace pl::engine
