// What becomes of an outreach when people and platforms do what they do.
#include <gtest/gtest.h>

#include "../../tests/support/driven_outreach.h"

namespace pl::core {
namespace {

using namespace std::chrono_literals;
using pl::testing::DrivenOutreach;
using pl::testing::kSampleNow;
using pl::testing::sample_id;
using pl::testing::sample_outreach;

const CallId kCallIn = sample_id<CallId>(7);

DrivenOutreach handover() {
  return DrivenOutreach(sample_outreach("handoff"));
}
DrivenOutreach onboarding() {
  return DrivenOutreach(sample_outreach("onboarding"));
}

LegJudged busy(UtcTime at) {
  return {Verdict::kBusy, at, false, std::nullopt};
}
InboundOver over(UtcTime at, bool goal_met) {
  return {kCallIn, at, goal_met, ConversationId{"conv_in"}};
}

TEST(CallerCallsIn, WhileItWaitsTheInboundCallMayFulfilIt) {
  DrivenOutreach o = handover();
  EXPECT_EQ(o.take(CallerCalledIn{kCallIn, true}), "held");
  EXPECT_EQ(o.dial(), "held cannot-happen");
  o.wait(5min);
  EXPECT_EQ(o.take(over(o.now, true)), "connected");
  EXPECT_EQ(o.result().via, Via::kInbound);
  EXPECT_EQ(text_of(o.result().via), "inbound");
  EXPECT_EQ(o.outreach.conversation, ConversationId{"conv_in"});
  EXPECT_EQ(o.dials, 0);
}

TEST(CallerCallsIn, WhileItWaitsARoutedCallOnlyDefersIt) {
  DrivenOutreach o = handover();
  o.take(CallerCalledIn{kCallIn, false});
  o.wait(5min);
  EXPECT_EQ(o.take(over(o.now, true)), "waiting");
  EXPECT_EQ(o.outreach.due, o.now + 5s);
  EXPECT_EQ(o.outreach.ask_at, o.now + 5s);
  EXPECT_EQ(o.outreach.retries, 0);
}

TEST(CallerCallsIn, ALaterTimeOfItsOwnStands) {
  DrivenOutreach o = handover();
  o.outreach.due = kSampleNow + 9min;
  o.take(CallerCalledIn{kCallIn, false});
  o.wait(1min);
  o.take(over(o.now, false));
  EXPECT_EQ(o.outreach.due, kSampleNow + 9min);
}

TEST(CallerCallsIn, PastItsDeadlineItTextsWhenTheyHangUp) {
  DrivenOutreach o = handover();
  o.take(CallerCalledIn{kCallIn, false});
  EXPECT_EQ(o.take(DeadlinePassed{}), "held cannot-happen");
  o.wait(11min);
  EXPECT_EQ(o.take(over(o.now, false)), "texting");
}

TEST(CallerCallsIn, ASecondCallDoesNotEndWhatTheFirstHolds) {
  DrivenOutreach o = handover();
  o.take(CallerCalledIn{kCallIn, true});
  EXPECT_EQ(o.take(CallerCalledIn{sample_id<CallId>(8), true}), "held");
  EXPECT_EQ(o.take(InboundOver{sample_id<CallId>(8), o.now, true, std::nullopt}), "held");
  EXPECT_EQ(o.take(over(o.now, true)), "connected");
}

struct Leg {
  const char* name;
  OutreachState state;
};
constexpr Leg kStoryLegs[] = {{"dialing", OutreachState::kDialing},
                              {"ringing", OutreachState::kRinging},
                              {"verifying", OutreachState::kVerifying}};

DrivenOutreach with_leg_in(OutreachState state) {
  DrivenOutreach o = handover();
  o.dial();
  if (state == OutreachState::kRinging) o.take(DialAccepted{});
  if (state == OutreachState::kVerifying) o.take(DialUnclear{});
  EXPECT_EQ(o.outreach.state, state);
  return o;
}

TEST(CallerCallsIn, ALegThatNobodyAnswersMeanwhileUsesNoRetry) {
  for (const Leg& leg : kStoryLegs) {
    SCOPED_TRACE(leg.name);
    DrivenOutreach o = with_leg_in(leg.state);
    EXPECT_EQ(o.take(CallerCalledIn{kCallIn, false}), leg.name);
    o.wait(10s);
    EXPECT_EQ(o.take(busy(o.now)), "held");
    EXPECT_EQ(o.outreach.retries, 0);
    o.wait(1min);
    EXPECT_EQ(o.take(over(o.now, false)), "waiting");
    EXPECT_EQ(o.outreach.due, o.now + 5s);
    EXPECT_EQ(o.outreach.retries, 0);
  }
}

TEST(CallerCallsIn, AnInboundCallThatEndsBeforeTheLegDoesNotExcuseIt) {
  for (const Leg& leg : kStoryLegs) {
    SCOPED_TRACE(leg.name);
    DrivenOutreach o = with_leg_in(leg.state);
    o.take(CallerCalledIn{kCallIn, false});
    EXPECT_EQ(o.take(over(o.now, false)), leg.name);
    o.wait(10s);
    EXPECT_EQ(o.take(busy(o.now)), "waiting");
    EXPECT_EQ(o.outreach.retries, 1);
  }
}

TEST(CallerCallsIn, AFulfillingCallEndsItThoughALegStillRings) {
  for (const Leg& leg : kStoryLegs) {
    SCOPED_TRACE(leg.name);
    DrivenOutreach o = with_leg_in(leg.state);
    o.take(CallerCalledIn{kCallIn, true});
    o.wait(1min);
    EXPECT_EQ(o.take(over(o.now, true)), "connected");
    EXPECT_EQ(o.outreach.via, Via::kInbound);
  }
}

// The leg was seen to end, its verdict is still open, and meanwhile they have talked.
TEST(CallerCallsIn, AFulfillingCallEndsItThoughALegIsNotJudgedYet) {
  DrivenOutreach o = with_leg_in(OutreachState::kRinging);
  o.take(CallerCalledIn{kCallIn, true});
  const UtcTime leg_ended_at = o.now;
  EXPECT_EQ(o.take(LegEnded{}), "talking");
  o.wait(1min);
  o.take(over(o.now, true));
  o.take(busy(leg_ended_at));
  EXPECT_EQ(o.outreach.state, OutreachState::kConnected);
  EXPECT_EQ(o.outreach.via, Via::kInbound);
  EXPECT_EQ(o.outreach.retries, 0);
}

TEST(CallerCallsIn, ALegThatIsAnsweredAllTheSameConnects) {
  for (const Leg& leg : kStoryLegs) {
    SCOPED_TRACE(leg.name);
    DrivenOutreach o = with_leg_in(leg.state);
    o.take(CallerCalledIn{kCallIn, true});
    EXPECT_EQ(o.take(LegJudged{Verdict::kAnswered, o.now, false, std::nullopt}), "connected");
    EXPECT_EQ(o.outreach.via, Via::kCall);
  }
}

TEST(CallerCallsIn, ADialThatWasNotForUsGivesWayToTheCaller) {
  DrivenOutreach o = with_leg_in(OutreachState::kDialing);
  o.take(CallerCalledIn{kCallIn, false});
  EXPECT_EQ(o.take(LegJudged{Verdict::kRefusedUs, o.now, false, std::nullopt}), "held");
}

TEST(CallerCallsIn, WhileTheyTalkOrATextIsUnderWayItMakesNoDifference) {
  DrivenOutreach talking = handover();
  talking.dial();
  talking.take(DialAccepted{});
  talking.take(LegAnswered{});
  EXPECT_EQ(talking.take(CallerCalledIn{kCallIn, true}), "talking");
  EXPECT_EQ(talking.take(over(talking.now, true)), "talking");

  DrivenOutreach texting = handover();
  texting.take(GateSaid{GateNever{"no consent to voice calls"}, sample_id<CallId>(1)});
  EXPECT_EQ(texting.take(CallerCalledIn{kCallIn, true}), "texting");
  EXPECT_EQ(texting.take(over(texting.now, true)), "texting");
}

TEST(Onboarding, AVoicemailUsesOneRetry) {
  DrivenOutreach o = onboarding();
  EXPECT_EQ(o.dial_and_end(Verdict::kVoicemail, 30s), "waiting");
  EXPECT_EQ(o.outreach.retries, 1);
  EXPECT_EQ(o.outreach.due, o.now + 1min);
  EXPECT_EQ(o.outreach.error, "voicemail");
}

TEST(Onboarding, AnAnswerWithoutAllTheFieldsUsesOneRetry) {
  DrivenOutreach o = onboarding();
  EXPECT_EQ(o.dial_and_end(Verdict::kAnswered, 2min, 0s, false), "waiting");
  EXPECT_EQ(o.outreach.retries, 1);
  o.wait_until_due();
  EXPECT_EQ(o.dial_and_end(Verdict::kAnswered, 2min, 0s, true), "connected");
  EXPECT_EQ(o.result().retries, 1);
}

TEST(Onboarding, ABriefAnswerIsFollowedByATextNotByAnotherCall) {
  DrivenOutreach o = onboarding();
  EXPECT_EQ(o.dial_and_end(Verdict::kBrief, 3s), "texting");
  EXPECT_EQ(o.result().error, "brief");
  EXPECT_EQ(o.dials, 1);
}

TEST(Withdrawn, CancelsFromEveryOpenState) {
  for (const OutreachState state :
       {OutreachState::kWaiting, OutreachState::kDialing, OutreachState::kRinging,
        OutreachState::kTalking, OutreachState::kVerifying, OutreachState::kHeld,
        OutreachState::kTexting}) {
    SCOPED_TRACE(std::string(text_of(state)));
    DrivenOutreach o = handover();
    o.outreach.state = state;
    if (has_leg(state)) o.outreach.leg = sample_id<CallId>(1);
    if (state == OutreachState::kHeld) o.outreach.held_by = kCallIn;
    const bool unanswered = has_leg(state) && state != OutreachState::kTalking;
    EXPECT_EQ(o.take(Withdrawn{"caller", "opted out"}),
              unanswered ? "cancelled stop-ringing" : "cancelled");
    EXPECT_EQ(o.outreach.cancelled_by, "caller");
    EXPECT_EQ(o.outreach.ended_at, o.now);
    EXPECT_FALSE(o.result().success);
    EXPECT_EQ(o.result().error, "opted out");
    EXPECT_EQ(o.result().via, Via::kNothing);
  }
}

TEST(Unresolved, IsNeverDialledAgain) {
  DrivenOutreach o = handover();
  o.dial();
  EXPECT_EQ(o.take(DialUnclear{}), "verifying");
  o.wait(10min);
  EXPECT_EQ(o.take(LegJudged{Verdict::kUnresolved, o.now}), "texting attention");
  EXPECT_EQ(o.result().error, "unresolved");
  EXPECT_EQ(o.dial(), "texting cannot-happen");
  EXPECT_EQ(o.dials, 1);
}

TEST(Unresolved, ADialThatIsFoundInTimeIsFollowed) {
  DrivenOutreach o = handover();
  o.dial();
  o.take(DialUnclear{});
  o.wait(40s);
  EXPECT_EQ(o.take(DialAccepted{}), "ringing");
  EXPECT_EQ(o.take(LegJudged{Verdict::kAnswered, o.now, false, std::nullopt}), "connected");
}

TEST(Unresolved, ADialThatNeverWasUsesARetryFromTheLastLookUp) {
  DrivenOutreach o = handover();
  o.dial();
  o.take(DialUnclear{});
  o.wait(180s);
  EXPECT_EQ(o.take(LegJudged{Verdict::kNotPlaced, o.now}), "waiting");
  EXPECT_EQ(o.outreach.retries, 1);
  EXPECT_EQ(o.outreach.due, o.now + 5s);
}

TEST(Paused, ADialerThatStandsStillForADayFailsIt) {
  DrivenOutreach o = handover();
  o.dial();
  o.take(LegJudged{Verdict::kRefusedUs, o.now, false, std::nullopt});
  o.take(GateSaid{GateBusy{"the line's dialer is paused"}, sample_id<CallId>(1)});
  EXPECT_TRUE(o.outreach.blocked);
  EXPECT_EQ(o.take(PausedTooLong{}), "failed attention");
  EXPECT_EQ(o.result().error, "paused");
}

TEST(Paused, TheDeadlineStandsStillAsLongAsTheDialer) {
  DrivenOutreach o = handover();
  o.take(GateSaid{GateBusy{"a call with this number is live"}, sample_id<CallId>(1)});
  const auto deadline = *o.outreach.deadline;
  EXPECT_EQ(o.outreach.ask_at, deadline);
  o.wait(30min);
  EXPECT_EQ(o.take(DialerResumed{kSampleNow - 1h}), "waiting");
  EXPECT_EQ(o.outreach.deadline, deadline + 30min) << "it was not there before";
  EXPECT_EQ(o.outreach.ask_at, o.now);
  EXPECT_FALSE(o.outreach.blocked);
  o.wait(1min);
  o.take(DialerResumed{o.now - 10s});
  EXPECT_EQ(o.outreach.deadline, deadline + 30min + 10s);
  EXPECT_EQ(o.outreach.ask_at, o.now - 1min) << "the gate has not said that it is busy";
}

TEST(Woken, ItAsksTheGateAgainButNotBeforeItIsDue) {
  DrivenOutreach o = handover();
  o.outreach.due = kSampleNow + 10s;
  o.take(GateSaid{GateBusy{"no free slot"}, sample_id<CallId>(1)});
  EXPECT_EQ(o.take(Woken{kSampleNow + 5s}), "waiting");
  EXPECT_EQ(o.outreach.ask_at, kSampleNow + 10s);
  EXPECT_FALSE(o.outreach.blocked);
  o.take(Woken{kSampleNow + 15s});
  EXPECT_EQ(o.outreach.ask_at, kSampleNow + 15s);
}

TEST(Woken, ItStillAwaitsTheEndOfTheCallBefore) {
  DrivenOutreach o = handover();
  o.outreach.awaits = kCallIn;
  o.outreach.ask_at = kSampleNow + 30min;
  EXPECT_EQ(o.take(Woken{kSampleNow}), "waiting");
  EXPECT_EQ(o.outreach.ask_at, kSampleNow + 30min);
}

TEST(Texting, IsLookedAtAgainWhenTheChannelMustHaveAnswered) {
  DrivenOutreach o = handover();
  o.take(DeadlinePassed{});
  EXPECT_EQ(o.take(TextPutOff{kSampleNow + 8h, "outside the calling window"}), "texting");
  EXPECT_EQ(o.outreach.ask_at, kSampleNow + 8h);
  EXPECT_EQ(o.outreach.waits_for, "outside the calling window");
  EXPECT_EQ(o.take(TextUnderWay{kSampleNow + 8h + 60s}), "texting");
  EXPECT_EQ(o.outreach.ask_at, kSampleNow + 8h + 60s);
  EXPECT_EQ(o.outreach.waits_for, "");
}

TEST(Texting, AnUnconfirmedTextIsFinal) {
  DrivenOutreach o = handover();
  o.take(DeadlinePassed{});
  EXPECT_EQ(o.take(TextHandedOver{false}), "texted");
  EXPECT_FALSE(o.outreach.text_confirmed);
  EXPECT_EQ(o.take(TextHandedOver{true}), "texted");
  EXPECT_FALSE(o.outreach.text_confirmed);
}

}  // namespace
}  // namespace pl::core
