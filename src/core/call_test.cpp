// The facts of a call: only ever added, whatever comes, however often, in whatever order.
#include "core/call.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>

#include "../../tests/support/sample_call.h"

namespace pl::core {
namespace {

using namespace std::chrono_literals;
using pl::testing::agent_said;
using pl::testing::describe;
using pl::testing::kSampleNow;
using pl::testing::sample_dial;
using pl::testing::sample_inbound;
using pl::testing::sample_report;
using pl::testing::sample_ringing;
using pl::testing::user_said;

constexpr auto kLive = ConversationStatus::kInProgress;
constexpr auto kBeing = ConversationStatus::kProcessing;
constexpr auto kDone = ConversationStatus::kDone;
constexpr auto kGone = ConversationStatus::kFailed;

UtcTime after(Millis length) {
  return kSampleNow + length;
}

TEST(Call, IsFollowedFromTheDialToTheVerdict) {
  Call call = sample_dial();
  EXPECT_EQ(state_of(call), "dialing");
  EXPECT_EQ(describe(observe_placed(call, {"conv_1"}, CallSid{"CA1"}, after(1s))), "placed");
  EXPECT_EQ(state_of(call), "ringing");
  EXPECT_EQ(describe(observe(call, sample_report(ConversationStatus::kInitiated), after(3s))), "");
  EXPECT_EQ(describe(observe(call, sample_report(kLive), after(10s))), "answered");
  EXPECT_EQ(state_of(call), "talking");
  EXPECT_FALSE(has_person(call));
  observe(call, sample_report(kLive, 5s, {agent_said("Hey"), user_said("Hi")}), after(15s));
  EXPECT_TRUE(has_person(call));
  EXPECT_EQ(describe(observe(call, sample_report(kBeing, 60s), after(70s))), "ended");
  EXPECT_EQ(state_of(call), "ended");
  const auto final = sample_report(kDone, 60s, {agent_said("Hey"), user_said("Hi")});
  EXPECT_EQ(describe(observe(call, final, after(90s))), "judged");
  EXPECT_EQ(state_of(call), "over");
  EXPECT_EQ(call.verdict, Verdict::kAnswered);
  EXPECT_EQ(call.placed_at, after(1s));
  EXPECT_EQ(call.answered_at, after(10s));
  EXPECT_EQ(call.ended_at, after(70s));
  EXPECT_EQ(call.judged_at, after(90s));
  EXPECT_TRUE(call.reported);
  EXPECT_EQ(call.transcript.size(), 2U);
}

TEST(Call, ARepeatedReportBringsNoNews) {
  for (const auto status : {ConversationStatus::kInitiated, kLive, kBeing, kDone, kGone}) {
    Call call = sample_ringing();
    const auto report = sample_report(status, 60s, {user_said("Hi")});
    observe(call, report, after(10s));
    const Call before = call;
    EXPECT_FALSE(observe(call, report, after(20s)).any());
    EXPECT_EQ(call.ended_at, before.ended_at);
    EXPECT_EQ(call.answered_at, before.answered_at);
    EXPECT_EQ(call.judged_at, before.judged_at);
  }
}

TEST(Call, ALateReportTakesNothingBack) {
  Call call = sample_ringing();
  observe(call, sample_report(kDone, 60s, {agent_said("Hey"), user_said("Hi")}), after(70s));
  for (const auto status : {ConversationStatus::kInitiated, kLive, kBeing, kGone}) {
    observe(call, sample_report(status), after(80s));
    EXPECT_EQ(call.ended_at, after(70s));
    EXPECT_EQ(call.verdict, Verdict::kAnswered);
    EXPECT_EQ(call.duration, 60s);
    EXPECT_EQ(call.transcript.size(), 2U);
    EXPECT_TRUE(has_person(call));
  }
}

TEST(Call, AReportOfAnotherConversationIsNotItsOwn) {
  Call call = sample_ringing();
  auto other = sample_report(kDone, 60s);
  other.conversation = {"conv_2"};
  EXPECT_FALSE(observe(call, other, after(70s)).any());
  EXPECT_FALSE(call.ended_at.has_value());
  EXPECT_EQ(call.conversation, ConversationId{"conv_1"});
}

TEST(Call, AReportMayComeBeforeTheReplyToThePost) {
  Call call = sample_dial();
  EXPECT_EQ(describe(observe(call, sample_report(kLive), after(2s))), "placed answered");
  EXPECT_EQ(describe(observe_placed(call, {"conv_1"}, CallSid{"CA1"}, after(3s))), "");
  EXPECT_EQ(call.placed_at, after(2s));
  EXPECT_EQ(call.call_sid, CallSid{"CA1"});
}

TEST(Call, ADialThatReachedNobodyEndsAndIsJudgedAtOnce) {
  Call call = sample_ringing();
  EXPECT_EQ(describe(observe_failure(call, Verdict::kNoAnswer, "no-answer", after(26s))),
            "ended judged");
  EXPECT_FALSE(observe_failure(call, Verdict::kBusy, "busy", after(30s)).any());
  EXPECT_EQ(call.verdict, Verdict::kNoAnswer);
  EXPECT_EQ(call.ended_at, after(26s));
}

TEST(Call, AFailureReportedOfAPersonWhoSpokeIsAnAnswer) {
  Call call = sample_ringing();
  observe(call, sample_report(kLive, 5s, {user_said("Hi")}), after(10s));
  observe_failure(call, Verdict::kFailed, "", after(20s));
  EXPECT_EQ(call.verdict, Verdict::kAnswered);
}

// The person was heard while the call lived; the final report may have lost it all.
TEST(Call, AFinalReportDoesNotForgetThePersonWhoSpoke) {
  for (const auto status : {kDone, kGone}) {
    Call call = sample_ringing();
    observe(call, sample_report(kLive, 5s, {agent_said("Hey"), user_said("Hi")}), after(10s));
    observe(call, sample_report(status, 16s), after(20s));
    EXPECT_EQ(call.verdict, Verdict::kAnswered);
  }
}

TEST(Call, AVoicemailFoundAtTheEndIsNotTheWordsItSpoke) {
  Call call = sample_ringing();
  observe(call, sample_report(kLive, 5s, {user_said("Please leave a message")}), after(10s));
  auto final = sample_report(kDone, 20s, {user_said("Please leave a message")});
  final.voicemail_detected = true;
  observe(call, final, after(30s));
  EXPECT_EQ(call.verdict, Verdict::kVoicemail);
}

TEST(Call, AToolCallProvesThatItWasPlacedAndNobodysPresence) {
  Call call = sample_dial();
  call.unclear_at = after(1s);
  EXPECT_EQ(state_of(call), "verifying");
  EXPECT_EQ(describe(observe_tool(call, std::nullopt, after(20s))), "placed answered");
  EXPECT_FALSE(has_person(call));
  EXPECT_FALSE(is_verifying(call));
  EXPECT_FALSE(observe_tool(call, std::nullopt, after(21s)).any());
  EXPECT_EQ(describe(observe(call, sample_report(kBeing, 3s), after(25s))), "ended");
  EXPECT_EQ(describe(observe(call, sample_report(kDone, 30s, {agent_said("Hey")}), after(28s))),
            "judged");
  EXPECT_EQ(call.verdict, Verdict::kNobody);
}

TEST(Call, AStrongerWitnessIsBelievedAgainstAWeakerOne) {
  struct Case {
    Judgement first, then;
    Answerer believed;
  };
  const Judgement words{Answerer::kPerson, Evidence::kWords, "words"};
  const Judgement tool{Answerer::kScreener, Evidence::kTool, "who"};
  const Judgement detection{Answerer::kMailbox, Evidence::kDetection, "machine_start"};
  const Case cases[] = {{words, tool, Answerer::kScreener},
                        {tool, words, Answerer::kScreener},
                        {words, detection, Answerer::kMailbox},
                        {detection, tool, Answerer::kMailbox},
                        {tool, {Answerer::kPerson, Evidence::kTool, "who"}, Answerer::kPerson}};
  for (const Case& c : cases) {
    Call call = sample_ringing();
    observe_answerer(call, c.first, after(5s));
    EXPECT_EQ(describe(observe_answerer(call, c.then, after(6s))), "");
    EXPECT_EQ(call.answerer, c.believed);
    EXPECT_EQ(state_of(call), "talking");
  }
}

TEST(Call, APersonWhoIsProvedLateIsNewsAndNoOtherVerdict) {
  Call call = sample_ringing();
  observe(call, sample_report(kLive), after(10s));
  observe(call, sample_report(kBeing, 60s), after(70s));
  observe_time(call, after(70s + 2min));
  EXPECT_EQ(call.verdict, Verdict::kUnsure);
  const auto late = sample_report(kDone, 60s, {agent_said("Hey"), user_said("Hi, who is this?")});
  EXPECT_EQ(describe(observe(call, late, after(5min))), "proved");
  EXPECT_EQ(call.verdict, Verdict::kUnsure);
  EXPECT_EQ(call.answerer, Answerer::kPerson);
  EXPECT_FALSE(observe(call, late, after(6min)).any());
}

TEST(Call, WhatThePlatformFailedForSomethingOfOursIsToldFromWhatTheCarrierFailed) {
  auto report = sample_report(kGone);
  report.failure = "Override for field 'llm' is not allowed by config.";
  Call call = sample_ringing();
  observe(call, report, after(10s));
  EXPECT_EQ(call.verdict, Verdict::kFailedOnUs);

  report.failure = "closed";
  report.error_code = 1008;
  Call coded = sample_ringing();
  observe(coded, report, after(10s));
  EXPECT_EQ(coded.verdict, Verdict::kFailedOnUs);

  report.error_code = 1011;
  Call theirs = sample_ringing();
  observe(theirs, report, after(10s));
  EXPECT_EQ(theirs.verdict, Verdict::kFailed);

  // Whoever spoke with us was reached, whatever broke then.
  report = sample_report(kGone, 60s, {agent_said("Hey"), user_said("Hi, how are you?")});
  report.failure = "quota exceeded";
  Call spoken = sample_ringing();
  observe(spoken, report, after(10s));
  EXPECT_EQ(spoken.verdict, Verdict::kAnswered);
}

TEST(Call, AnInboundOneIsAnsweredByTheCallersWordsAlone) {
  Call silent = sample_inbound();
  observe(silent, sample_report(kDone, 60s, {agent_said("Hello?")}), after(70s));
  EXPECT_EQ(silent.verdict, Verdict::kNobody);
  Call spoken = sample_inbound();
  observe(spoken, sample_report(kDone, 5s, {agent_said("Hello?"), user_said("Hi")}), after(70s));
  EXPECT_EQ(spoken.verdict, Verdict::kAnswered);
}

TEST(Call, ARefusalIsBelievedOnlyWhereNothingElseIsKnown) {
  Call refused = sample_dial();
  EXPECT_EQ(
      describe(observe_refused(refused, Verdict::kRefusedNumber, "no such number", after(1s))),
      "ended judged");
  EXPECT_EQ(refused.verdict, Verdict::kRefusedNumber);
  EXPECT_EQ(refused.failure, "no such number");
  EXPECT_TRUE(refused.reported);

  Call ringing = sample_ringing();
  EXPECT_FALSE(observe_refused(ringing, Verdict::kRefusedNumber, "no", after(2s)).any());
  EXPECT_FALSE(ringing.verdict.has_value());
}

TEST(Call, InboundOnesAreTalkingFromTheStart) {
  Call call = sample_inbound();
  EXPECT_EQ(state_of(call), "talking");
  EXPECT_EQ(describe(observe(call, sample_report(kLive), after(2s))), "answered");
  EXPECT_FALSE(call.placed_at.has_value());
}

TEST(Call, IsLiveUntilItsEndOrItsLapse) {
  Call call = sample_ringing();
  EXPECT_TRUE(is_live(call, after(22min - 1ms)));
  EXPECT_FALSE(is_live(call, after(22min)));
  observe(call, sample_report(kBeing), after(1min));
  EXPECT_FALSE(is_live(call, after(1min)));
}

using Observation = std::function<CallNews(Call&, UtcTime)>;

std::vector<Observation> everything_of_an_answered_call() {
  const auto reports = [](const ConversationReport& report) {
    return [report](Call& call, UtcTime now) { return observe(call, report, now); };
  };
  return {
      [](Call& call, UtcTime now) { return observe_placed(call, {"conv_1"}, {}, now); },
      reports(sample_report(ConversationStatus::kInitiated)),
      reports(sample_report(kLive)),
      reports(sample_report(kLive, 5s, {agent_said("Hey"), user_said("Hi")})),
      reports(sample_report(kBeing, 60s, {agent_said("Hey"), user_said("Hi")})),
      reports(sample_report(kDone, 60s, {agent_said("Hey"), user_said("Hi")})),
      [](Call& call, UtcTime now) { return observe_tool(call, std::nullopt, now); },
  };
}

TEST(Call, TheOrderOfReportsDoesNotChangeWhatItCameTo) {
  const auto observations = everything_of_an_answered_call();
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    std::vector<Observation> shuffled = observations;
    shuffled.insert(shuffled.end(), observations.begin(), observations.end());
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    Call call = sample_dial();
    UtcTime now = after(1s);
    int ends = 0;
    int verdicts = 0;
    for (const Observation& observation : shuffled) {
      const CallNews news = observation(call, now);
      ends += news.ended ? 1 : 0;
      verdicts += news.judged ? 1 : 0;
      now += 1s;
    }
    ASSERT_EQ(call.verdict, Verdict::kAnswered) << "round " << round;
    ASSERT_TRUE(has_person(call) && call.tool_called && call.reported);
    ASSERT_EQ(ends, 1);
    ASSERT_EQ(verdicts, 1);
    ASSERT_EQ(call.transcript.size(), 2U);
    ASSERT_LE(*call.ended_at, *call.judged_at);
  }
}

TEST(Call, IsFoundToDifferInEachAspectOnce) {
  Call call = sample_ringing();
  const std::set<Aspect> voice{Aspect::kVoiceId};
  const std::set<Aspect> both{Aspect::kVoiceId, Aspect::kPrompt};
  EXPECT_EQ(observe_drift(call, voice), voice);
  EXPECT_EQ(observe_drift(call, both), std::set<Aspect>{Aspect::kPrompt});
  EXPECT_TRUE(observe_drift(call, voice).empty());
  EXPECT_EQ(call.drift, both);
}

}  // namespace
}  // namespace pl::core
