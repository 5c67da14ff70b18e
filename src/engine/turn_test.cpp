#include "engine/turn.h"

#include <gtest/gtest.h>

#include "../../tests/support/sample_outreach.h"
#include "../../tests/support/small_world.h"

namespace pl::engine {
namespace {

using pl::testing::describe;
using pl::testing::sample_outreach;
using pl::testing::SmallWorld;

// What an event makes of a hand-over that waits, in a transaction with a journal entry before it.
struct Told {
  explicit Told(const core::OutreachEvent& event) {
    world.store.immediate = true;
    world.store.put(before);
    world.engine.run(
        ports::Priority::kRoutine,
        [&](Turn& turn) -> Result<void> {
          PL_DO(turn.journal(entry_for(before, "test.before")));
          PL_DO(turn.apply(before, event));
          PL_TRY(const core::Outreach after, turn.outreach(before.id));
          changed = describe(after) != describe(before);
          return {};
        },
        [&](const Result<void>& result) { committed = result.has_value(); });
  }

  SmallWorld world;
  core::Outreach before = sample_outreach("handoff");
  bool changed = false;
  bool committed = false;
};

TEST(Turn, WhatCannotHappenIsAWordInTheJournalAndLosesNothingElse) {
  Told told(core::TextHandedOver{});
  EXPECT_TRUE(told.committed);
  EXPECT_FALSE(told.changed);
  const auto& journal = told.world.store.tables.journal;
  ASSERT_EQ(journal.size(), 2U);
  EXPECT_EQ(journal[0]->kind, "test.before");
  EXPECT_EQ(journal[1]->kind, "outreach.unexpected");
  EXPECT_EQ(journal[1]->outreach, told.before.id);
  EXPECT_EQ(journal[1]->details.at("state"), "waiting");
  EXPECT_EQ(journal[1]->details.at("event"), "text-handed-over");
}

TEST(Turn, WhatComesLateIsPassedOver) {
  Told told(core::AwaitedCallLost{});
  EXPECT_TRUE(told.committed);
  EXPECT_FALSE(told.changed);
  EXPECT_EQ(told.world.store.tables.journal.size(), 1U);
}

}  // namespace
}  // namespace pl::engine
