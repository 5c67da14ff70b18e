#include "core/route.h"

#include <gtest/gtest.h>

#include "../../tests/support/sample_line.h"
#include "../../tests/support/sample_outreach.h"

namespace pl::core {
namespace {

using pl::testing::sample_caller;
using pl::testing::sample_line;

TEST(Route, EveryStageMeetsItsScene) {
  struct Case {
    const char* name;
    std::optional<Stage> stage;  // empty: a stranger
    const char* scene;
    std::vector<const char*> why;
  };
  const Case cases[] = {
      {"a stranger", {}, "stranger", {}},
      {"new",
       Stage::kNew,
       "not-yet",
       {"the caller is known, the rule wants an unknown one", "stage is new"}},
      {"onboarding",
       Stage::kOnboarding,
       "not-yet",
       {"the caller is known, the rule wants an unknown one", "stage is onboarding"}},
      {"closed",
       Stage::kClosed,
       "closed",
       {"the caller is known, the rule wants an unknown one",
        "stage is closed, the rule wants new or onboarding", "stage is closed"}},
      {"onboarded",
       Stage::kOnboarded,
       "returning",
       {"the caller is known, the rule wants an unknown one",
        "stage is onboarded, the rule wants new or onboarding",
        "stage is onboarded, the rule wants closed", "the rule has no condition"}},
      {"skipped",
       Stage::kSkipped,
       "returning",
       {"the caller is known, the rule wants an unknown one",
        "stage is skipped, the rule wants new or onboarding",
        "stage is skipped, the rule wants closed", "the rule has no condition"}},
  };
  const Line line = sample_line();
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    Caller caller = sample_caller();
    if (c.stage) caller.stage = *c.stage;
    const RouteAnswer answer = route(line, c.stage ? &caller : nullptr);
    EXPECT_EQ(answer.scene, SceneName{c.scene});
    ASSERT_FALSE(answer.rules.empty());
    for (std::size_t i = 0; i < answer.rules.size(); ++i) {
      EXPECT_EQ(answer.rules[i].rule, i);
      EXPECT_EQ(answer.rules[i].matched, i + 1 == answer.rules.size());
      if (c.stage) {
        EXPECT_EQ(answer.rules[i].why, c.why.at(i));
      }
    }
    if (c.stage) {
      EXPECT_EQ(answer.rules.size(), c.why.size());
    }
  }
}

TEST(Route, ConditionsAreExplainedToStrangersToo) {
  Line line = sample_line();
  line.inbound = {{KnownCaller::kKnown, {}, {"returning"}, 1},
                  {KnownCaller::kAny, {Stage::kNew}, {"not-yet"}, 2},
                  {KnownCaller::kAny, {}, {"stranger"}, 3}};
  const RouteAnswer answer = route(line, nullptr);
  EXPECT_EQ(answer.scene, SceneName{"stranger"});
  ASSERT_EQ(answer.rules.size(), 3U);
  EXPECT_EQ(answer.rules[0].why, "the caller is unknown, the rule wants a known one");
  EXPECT_EQ(answer.rules[1].why, "the caller is unknown and has no stage");
  EXPECT_EQ(answer.rules[2].why, "the rule has no condition");
}

TEST(Route, TheFirstMatchWins) {
  Line line = sample_line();
  line.inbound = {{KnownCaller::kKnown, {}, {"closed"}, 1},
                  {KnownCaller::kAny, {}, {"stranger"}, 2}};
  const Caller caller = sample_caller();
  EXPECT_EQ(route(line, &caller).scene, SceneName{"closed"});
  EXPECT_EQ(route(line, &caller).rules.size(), 1U);
}

TEST(Route, ARuleIsDescribedAsItIsWritten) {
  const Line line = sample_line();
  EXPECT_EQ(describe(line.inbound[0]), "caller: unknown");
  EXPECT_EQ(describe(line.inbound[1]), "stage: new or onboarding");
  EXPECT_EQ(describe(line.inbound[2]), "stage: closed");
  EXPECT_EQ(describe(line.inbound[3]), "always");
  EXPECT_EQ(describe(Rule{KnownCaller::kKnown, {Stage::kSkipped}, {"x"}, 1}),
            "caller: known, stage: skipped");
}

TEST(CallIn, FulfilsTheHandOverBeforeWhatIsDueEarlier) {
  Outreach handover = pl::testing::sample_outreach("handoff");
  Outreach check_in = pl::testing::sample_outreach("check-in");
  check_in.plan.on_call_in = OnCallIn::kFulfil;
  check_in.due = handover.due - std::chrono::hours(1);
  const std::vector<Outreach> open{check_in, handover};
  EXPECT_EQ(fulfilled_by_call_in(open), &open[1]);
  EXPECT_EQ(fulfilled_by_call_in({}), nullptr);
}

TEST(CallIn, FulfilsNothingThatIsDecidedHeldOrRouted) {
  const Outreach waiting = pl::testing::sample_outreach("handoff");
  Outreach talking = waiting;
  talking.state = OutreachState::kTalking;
  Outreach held = waiting;
  held.held_by = pl::testing::sample_id<CallId>(1);
  Outreach routed = waiting;
  routed.plan.on_call_in = OnCallIn::kRoute;
  EXPECT_EQ(fulfilled_by_call_in({talking, held, routed}), nullptr);
}

TEST(Encounter, IsThePromisedSceneWhereTheLineStillHasIt) {
  const Line line = sample_line();
  const Caller caller = sample_caller();
  const SceneName promised{"first-call"};
  const SceneName gone{"gone"};
  EXPECT_EQ(encounter(line, &caller, &promised).scene, promised);
  EXPECT_TRUE(encounter(line, &caller, &promised).promised);
  for (const SceneName* none : {&gone, static_cast<const SceneName*>(nullptr)}) {
    const Encounter met = encounter(line, &caller, none);
    EXPECT_EQ(met.scene, route(line, &caller).scene);
    EXPECT_FALSE(met.promised);
  }
}

}  // namespace
}  // namespace pl::core
