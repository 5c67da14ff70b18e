// How plans and callers are counted, in weeks of a few people.
#include <gtest/gtest.h>

#include "sim/report/made_week_test.h"

namespace pl::sim::report {
namespace {

using namespace std::chrono_literals;
using core::OutreachState;

TEST(Ends, CountEachWayOfEndingOnceAndKeepTheReasons) {
  MadeWeek made;
  const auto& person = made.caller();
  made.outreach(person, 1, OutreachState::kConnected);
  made.outreach(person, 1, OutreachState::kConnected).via = core::Via::kInbound;
  made.outreach(person, 1, OutreachState::kTexted);
  made.outreach(person, 1, OutreachState::kTexted).text_confirmed = false;
  made.outreach(person, 1, OutreachState::kFailed).error = "busy; no text channel";
  made.outreach(person, 1, OutreachState::kFailed).error = "no-answer";
  made.outreach(person, 1, OutreachState::kFailed).error = "no-answer";
  made.outreach(person, 1, OutreachState::kCancelled).error = "opted out";
  made.outreach(person, 1, OutreachState::kHeld);

  const auto plans = made.summary().plans;
  ASSERT_EQ(plans.size(), 3U);
  EXPECT_EQ(plans[0].kind, PlanKind::kOnboarding);
  EXPECT_EQ(plans[0].ends.total, 0);
  EXPECT_EQ(plans[1].kind, PlanKind::kHandover);
  EXPECT_EQ(plans[2].kind, PlanKind::kOther);
  const Ends& ends = plans[1].ends;
  EXPECT_EQ(ends.total, 9);
  EXPECT_EQ(ends.by_call, 1);
  EXPECT_EQ(ends.by_inbound, 1);
  EXPECT_EQ(ends.texted, 1);
  EXPECT_EQ(ends.unconfirmed, 1);
  EXPECT_EQ(ends.failed, 3);
  EXPECT_EQ(ends.cancelled, 1);
  EXPECT_EQ(ends.open, 1);
  EXPECT_EQ(ends.failed_why, (Tally{{"no-answer", 2}, {"busy; no text channel", 1}}));
  EXPECT_EQ(ends.cancelled_why, (Tally{{"opted out", 1}}));
}

TEST(Ends, FoldReasonsBeyondTheLimit) {
  MadeWeek made;
  const auto& person = made.caller();
  for (int i = 0; i < 20; ++i) {
    made.outreach(person, 0, OutreachState::kFailed).error = "reason " + std::to_string(i);
  }
  const auto why = made.summary().plans[0].ends.failed_why;
  ASSERT_EQ(why.size(), kReasons);
  EXPECT_EQ(why.back(), (Count{"other reasons", 9}));
}

TEST(Ends, CountACallerByTheHandoverElseTheOnboardingElseTheLatest) {
  MadeWeek made;
  const auto& handed_over = made.caller();
  made.outreach(handed_over, 1, OutreachState::kTexted);
  made.outreach(handed_over, 0, OutreachState::kConnected, kMonday + 1h);
  made.outreach(handed_over, 2, OutreachState::kFailed, kMonday + 2h);
  const auto& onboarded = made.caller();
  made.outreach(onboarded, 2, OutreachState::kFailed, kMonday + 2h);
  made.outreach(onboarded, 0, OutreachState::kFailed);
  made.outreach(onboarded, 0, OutreachState::kConnected, kMonday + 1h);
  const auto& checked_in = made.caller();
  made.outreach(checked_in, 2, OutreachState::kWaiting);
  made.caller();

  const CallerSummary callers = made.summary().callers;
  EXPECT_EQ(callers.total, 4);
  EXPECT_EQ(callers.never_asked, 1);
  EXPECT_EQ(callers.ends.total, 3);
  EXPECT_EQ(callers.ends.texted, 1);
  EXPECT_EQ(callers.ends.by_call, 1);
  EXPECT_EQ(callers.ends.open, 1);
}

TEST(Ends, CountCallersByTheirFinalStage) {
  MadeWeek made;
  for (const core::Stage stage :
       {core::Stage::kOnboarded, core::Stage::kOnboarded, core::Stage::kClosed}) {
    made.caller().stage = stage;
  }
  EXPECT_EQ(made.summary().callers.stages, (std::array<int, 5>{0, 0, 2, 0, 1}));
}

// What became of one hand-over that gave up, by how many lines were live while it waited.
PlanSummary after_waiting(int live, int dials, std::size_t plan, std::string error = "deadline") {
  MadeWeek made;
  auto& outreach = made.outreach(made.caller(), plan, OutreachState::kTexted, kMonday + 9h);
  outreach.error = std::move(error);
  for (int i = 0; i < dials; ++i) {
    made.dial(outreach, kMonday + 9h + i * 1min, core::Verdict::kBusy);
  }
  made.load(kMonday + 8h, std::vector<std::pair<int, int>>(180, {1, live}));
  return made.summary().plans[plan];
}

TEST(Starved, MeansADeadlineWithoutADialWhileTheSlotsWereTaken) {
  EXPECT_EQ(after_waiting(4, 0, 1).starved, 1);
  EXPECT_EQ(after_waiting(3, 0, 1).starved, 0);  // it waited for something else
  EXPECT_EQ(after_waiting(4, 1, 1).starved, 0);
  EXPECT_EQ(after_waiting(4, 0, 1, "the caller opted out").starved, 0);
  EXPECT_EQ(after_waiting(3, 0, 0).starved, 1);  // one slot is kept from new onboardings
  EXPECT_EQ(after_waiting(2, 0, 0).starved, 0);
}

TEST(Starved, LooksAtMostOfTheTimeUntilTheDeadlineAlone) {
  MadeWeek made;
  made.outreach(made.caller(), 1, OutreachState::kTexted, kMonday + 9h).error = "deadline";
  made.load(kMonday + 8h, std::vector<std::pair<int, int>>(60, {1, 4}));
  made.load(kMonday + 9h, std::vector<std::pair<int, int>>(60, {1, 0}));
  EXPECT_EQ(made.summary().plans[1].starved, 0);
}

TEST(GivingUp, IsUsedUpOrCutShortWhereAnotherDialWouldHaveFollowed) {
  const struct {
    const char* error;
    int retries;
    int used_up;
    int cut_short;
    int incomplete;
  } cases[] = {
      {"busy", 2, 1, 0, 0},       {"voicemail; no text channel", 1, 0, 1, 0},
      {"incomplete", 2, 1, 0, 1}, {"unresolved", 0, 0, 0, 0},
      {"brief", 0, 0, 0, 0},      {"the caller opted out", 0, 0, 0, 0},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.error);
    MadeWeek made;
    auto& outreach = made.outreach(made.caller(), 0, OutreachState::kFailed);
    outreach.error = c.error;
    outreach.retries = c.retries;
    made.dial(outreach, kMonday, core::Verdict::kBusy);
    const PlanSummary plan = made.summary().plans[0];
    EXPECT_EQ(plan.used_up, c.used_up);
    EXPECT_EQ(plan.cut_short, c.cut_short);
    EXPECT_EQ(plan.incomplete, c.incomplete);
  }
}

}  // namespace
}  // namespace pl::sim::report
