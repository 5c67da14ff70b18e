// When calls rang, how often, and what they cost.
#include <gtest/gtest.h>

#include "sim/report/made_week_test.h"

namespace pl::sim::report {
namespace {

using namespace std::chrono_literals;
using core::OutreachState;
using core::Verdict;

// An onboarding call that is over at `end`, and the hand-over it began.
core::Outreach& onboarded(MadeWeek& made, UtcTime end) {
  const auto& person = made.caller();
  const auto& onboarding = made.outreach(person, 0, OutreachState::kConnected, end - 1h);
  auto& call = made.dial(onboarding, end - 66s);
  call.completed = true;
  return made.outreach(person, 1, OutreachState::kConnected, end - 10s);
}

TEST(Callback, CountsFromTheEndOfTheOnboardingToTheFirstRingAndToTheAnswer) {
  MadeWeek made;
  const UtcTime end = kMonday + 9h;
  const auto& handover = onboarded(made, end);
  made.dial(handover, end + 5s, Verdict::kBusy);
  made.dial(handover, end + 40s, Verdict::kVoicemail).answered_at = end + 45s;
  made.dial(handover, end + 100s);
  const CallbackTimes times = made.summary().callback;
  EXPECT_EQ(times.awaited, 1);
  EXPECT_EQ(times.ring.count, 1);
  EXPECT_EQ(times.ring.p50, 6s);
  EXPECT_EQ(times.answer.count, 1);
  EXPECT_EQ(times.answer.p50, 106s);
}

TEST(Callback, LeavesOutDialsThatNeverRangAndHandoversOfOtherOrigin) {
  MadeWeek made;
  const UtcTime end = kMonday + 9h;
  made.dial(onboarded(made, end), end + 5s, Verdict::kNotPlaced).placed_at.reset();
  made.dial(made.outreach(made.caller(), 1, OutreachState::kConnected), end);  // after a skip
  auto& again = onboarded(made, end);
  again.redo = again.id;
  made.dial(again, end + 5s);
  const CallbackTimes times = made.summary().callback;
  EXPECT_EQ(times.awaited, 1);
  EXPECT_EQ(times.ring.count, 0);
  EXPECT_EQ(times.answer.count, 0);
}

TEST(Callback, KnowsAnOnboardingThatWasCompleteOnlyInItsReport) {
  MadeWeek made;
  const auto& person = made.caller();
  made.dial(made.outreach(person, 0, OutreachState::kConnected), kMonday + 9h);
  const UtcTime end = kMonday + 9h + 66s;
  made.dial(made.outreach(person, 1, OutreachState::kConnected, end + 8s), end + 9s);
  EXPECT_EQ(made.summary().callback.ring.p50, 10s);
}

TEST(Dials, AreCountedPerCallerAndPerHandover) {
  MadeWeek made;
  made.caller();
  const auto& handover = made.outreach(made.caller(), 1, OutreachState::kConnected);
  made.dial(handover, kMonday + 9h, Verdict::kBusy);
  made.dial(handover, kMonday + 10h, Verdict::kRefusedUs);  // no dial
  made.dial(handover, kMonday + 11h);
  const auto& other = made.outreach(made.caller(), 2, OutreachState::kFailed);
  for (int i = 0; i < 15; ++i) made.dial(other, kMonday + 9h + i * 1min, Verdict::kNoAnswer);
  made.outreach(made.callers.front(), 1, OutreachState::kTexted);

  const DialSummary dials = made.summary().dials;
  EXPECT_EQ(dials.total, 17);
  EXPECT_EQ(dials.per_caller, (std::vector<int>{1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}));
  EXPECT_EQ(dials.per_handover, (std::vector<int>{1, 0, 1}));
  ASSERT_EQ(dials.handover_tries.size(), 2U);
  EXPECT_EQ(dials.handover_tries[0].dials, 1);
  EXPECT_EQ(dials.handover_tries[0].answered, 0);
  EXPECT_EQ(dials.handover_tries[1].answered, 1);
  EXPECT_EQ(dials.verdicts, (Tally{{"no-answer", 15}, {"answered", 1}, {"busy", 1}}));
}

TEST(Hours, AreThoseOnTheClockOfThePerson) {
  MadeWeek made;
  const auto& near = made.caller("UTC");
  const auto& far = made.caller("UTC-5");
  const auto& lost = made.caller("Mars");
  const auto at = [&](const core::Caller& person, UtcTime time) {
    made.dial(made.outreach(person, 0, OutreachState::kConnected), time);
  };
  at(near, kMonday + 8h);
  at(near, kMonday + 21h - 1ms);
  at(far, kMonday + 13h);
  at(lost, kMonday + 13h);
  made.inbound(&far, kMonday + 8h);
  made.inbound(nullptr, kMonday + 8h);
  HourSummary hours = made.summary().hours;
  std::array<int, 24> dials{};
  dials[8] = 2;
  dials[20] = 1;
  EXPECT_EQ(hours.dials, dials);
  EXPECT_EQ(hours.inbound[3], 1);
  EXPECT_EQ(hours.strangers, 1);
  EXPECT_EQ(hours.zone_unknown, 1);
  EXPECT_EQ(hours.outside, 0);

  at(near, kMonday + 21h);
  at(far, kMonday + 13h - 1ms);
  made.dial(made.outreaches.front(), kMonday + 2h, Verdict::kRefusedUs);
  EXPECT_EQ(made.summary().hours.outside, 2);
}

TEST(Spend, IsTalkTimesItsPriceByWhatItWasFor) {
  MadeWeek made;
  const auto& person = made.caller();
  made.dial(made.outreach(person, 0, OutreachState::kConnected), kMonday + 9h).duration = 120s;
  const auto& handover = made.outreach(person, 1, OutreachState::kConnected);
  made.dial(handover, kMonday + 10h, Verdict::kVoicemail).duration = 30s;
  made.dial(handover, kMonday + 11h).duration = 300s;
  made.dial(made.outreach(person, 2, OutreachState::kFailed), kMonday + 12h).duration = 60s;
  made.inbound(&person, kMonday + 13h).duration = 90s;
  const SpendSummary spend = made.summary().spend;
  EXPECT_EQ(spend.onboarding, 120s);
  EXPECT_EQ(spend.handover, 300s);
  EXPECT_EQ(spend.mailboxes, 30s);
  EXPECT_EQ(spend.other, 60s);
  EXPECT_EQ(spend.inbound, 90s);
  EXPECT_DOUBLE_EQ(spend.total, 5.0);
  ASSERT_TRUE(spend.per_connected);
  EXPECT_DOUBLE_EQ(*spend.per_connected, 5.0);
}

TEST(Spend, HasNoPriceOfAConnectedCallerWhereThereIsNone) {
  MadeWeek made;
  made.inbound(nullptr, kMonday).duration = 60s;
  EXPECT_FALSE(made.summary().spend.per_connected);
}

TEST(Texts, AreCountedByWhatBecameOfThem) {
  MadeWeek made;
  const auto& outreach = made.outreach(made.caller(), 1, OutreachState::kTexted);
  for (const core::TextState state :
       {core::TextState::kSent, core::TextState::kSent, core::TextState::kRefused,
        core::TextState::kSending, core::TextState::kUnconfirmed}) {
    made.text(outreach, state);
  }
  const TextSummary texts = made.summary().texts;
  EXPECT_EQ(texts.sent, 2);
  EXPECT_EQ(texts.refused, 1);
  EXPECT_EQ(texts.unconfirmed, 2);
}

}  // namespace
}  // namespace pl::sim::report
