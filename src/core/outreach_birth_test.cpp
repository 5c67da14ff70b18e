// How an outreach begins, and when it may first be dialled.
#include "core/outreach_birth.h"

#include <gtest/gtest.h>

#include "../../tests/support/sample_call.h"
#include "../../tests/support/sample_outreach.h"

namespace pl::core {
namespace {

using namespace std::chrono_literals;
using pl::testing::kSampleNow;
using pl::testing::sample_caller;
using pl::testing::sample_id;
using pl::testing::sample_inbound;
using pl::testing::sample_line;

const OutreachId kNewOutreach = sample_id<OutreachId>(1);

Result<Outreach> asked_for(const OutreachRequest& request, const GateAnswer& outlook = GateOpen{}) {
  const Line line = sample_line();
  const Caller caller = sample_caller();
  return schedule(kNewOutreach, {line, caller, *line.find_plan({"check-in"})}, request, outlook,
                  kSampleNow);
}

Outreach handed_over(const Call* after) {
  const Line line = sample_line();
  const Caller caller = sample_caller();
  return hand_over(kNewOutreach, {line, caller, *line.find_plan({"handoff"})}, after, kSampleNow);
}

TEST(AnOutreachThatIsAskedFor, IsDueAtOnce) {
  const auto made = asked_for({});
  ASSERT_TRUE(made.has_value());
  EXPECT_EQ(made->id, kNewOutreach);
  EXPECT_EQ(made->line, sample_line().name);
  EXPECT_EQ(made->caller, sample_caller().id);
  EXPECT_EQ(made->plan.name.text, "check-in");
  EXPECT_EQ(made->created_at, kSampleNow);
  EXPECT_EQ(made->state, OutreachState::kWaiting);
  EXPECT_EQ(made->due, kSampleNow);
  EXPECT_EQ(made->ask_at, kSampleNow);
  EXPECT_EQ(made->deadline, kSampleNow + 24h);
  EXPECT_EQ(made->waits_for, "");
}

TEST(AnOutreachThatIsAskedFor, WaitsForItsTime) {
  const auto made = asked_for({.not_before = kSampleNow + 1h}, GateWait{kSampleNow + 8h, "night"});
  ASSERT_TRUE(made.has_value());
  EXPECT_EQ(made->due, kSampleNow + 1h);
  EXPECT_EQ(made->ask_at, kSampleNow + 1h);
  EXPECT_EQ(made->deadline, kSampleNow + 25h);
  EXPECT_EQ(made->waits_for, "scheduled");
}

TEST(AnOutreachThatIsAskedFor, HasItsWholeTimeInTheMorning) {
  const auto made = asked_for({}, GateWait{kSampleNow + 8h, "night"});
  ASSERT_TRUE(made.has_value());
  EXPECT_EQ(made->due, kSampleNow);
  EXPECT_EQ(made->ask_at, kSampleNow + 8h);
  EXPECT_EQ(made->deadline, kSampleNow + 32h);
  EXPECT_EQ(made->waits_for, "night");
}

TEST(AnOutreachThatIsAskedFor, KeepsTheDeadlineThatItWasGiven) {
  const auto made = asked_for({.deadline = kSampleNow + 2h}, GateWait{kSampleNow + 8h, "night"});
  ASSERT_TRUE(made.has_value());
  EXPECT_EQ(made->deadline, kSampleNow + 2h);
  EXPECT_EQ(made->ask_at, kSampleNow + 2h);
}

TEST(AnOutreachThatIsAskedFor, CannotBeOverBeforeItBegins) {
  for (const OutreachRequest& request :
       {OutreachRequest{.deadline = kSampleNow},
        OutreachRequest{.not_before = kSampleNow + 1h, .deadline = kSampleNow + 1h}}) {
    const auto made = asked_for(request);
    ASSERT_FALSE(made.has_value());
    EXPECT_EQ(made.error().message, "deadline: it must be later than not_before, and than now");
  }
}

TEST(AnOutreachThatIsAskedFor, IsGivenCleanWords) {
  OutreachRequest request;
  request.variables["reason"] = "the {{rent}}";
  request.opening = "About {{variables.reason}}, {{name}}.";
  request.redo = sample_id<OutreachId>(2);
  auto made = asked_for(request);
  ASSERT_TRUE(made.has_value()) << made.error().message;
  EXPECT_EQ(made->variables.at("reason").find('{'), std::string::npos);
  EXPECT_EQ(made->opening->source(), *request.opening);
  EXPECT_EQ(made->redo, request.redo);

  for (std::size_t i = 0; i < kOutreachVariables; ++i) request.variables["v" + std::to_string(i)];
  made = asked_for(request);
  ASSERT_FALSE(made.has_value());
  EXPECT_EQ(made.error().message, "variables: at most 20 entries");
}

TEST(AHandOver, IsDueAtOnceWhereNoCallCompletedTheOnboarding) {
  const Outreach made = handed_over(nullptr);
  EXPECT_EQ(made.due, kSampleNow);
  EXPECT_EQ(made.ask_at, kSampleNow);
  EXPECT_EQ(made.deadline, kSampleNow + 10min);
  EXPECT_FALSE(made.awaits);
}

TEST(AHandOver, AwaitsTheEndOfTheCallThatCompletedTheOnboarding) {
  const Call call = sample_inbound();  // in a scene of 30 minutes at most
  const Outreach made = handed_over(&call);
  EXPECT_EQ(made.awaits, call.id);
  EXPECT_EQ(made.due, kSampleNow + 40min) << "then its end is lost";
  EXPECT_EQ(made.ask_at, made.due);
  EXPECT_FALSE(made.deadline);
  EXPECT_EQ(made.waits_for, "the call before to end");
}

TEST(AHandOver, CountsFromTheEndThatWasSeenBefore) {
  Call call = sample_inbound();
  call.ended_at = kSampleNow - 2s;
  EXPECT_EQ(handed_over(&call).due, kSampleNow + 3s);
  EXPECT_EQ(handed_over(&call).deadline, kSampleNow - 2s + 10min);
  call.ended_at = kSampleNow - 1min;
  EXPECT_EQ(handed_over(&call).due, kSampleNow);
  EXPECT_FALSE(handed_over(&call).awaits);
}

}  // namespace
}  // namespace pl::core
