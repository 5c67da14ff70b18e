// The hand-over's retries, as they were first specified: one attempt, then at most three more after
// 5, 15 and 45 s.
#include <gtest/gtest.h>

#include "../../tests/support/driven_outreach.h"

namespace pl::core {
namespace {

using namespace std::chrono_literals;
using pl::testing::DrivenOutreach;
using pl::testing::kSampleNow;
using pl::testing::sample_outreach;

void expect_result(const DrivenOutreach& o, bool success, int retries, const std::string& error,
                   Via via) {
  EXPECT_EQ(o.result().success, success);
  EXPECT_EQ(o.result().retries, retries);
  EXPECT_EQ(o.result().error, error);
  EXPECT_EQ(o.result().via, via);
}

TEST(CallbackRetry, SucceedsOnTheFirstTryWithoutRetries) {
  DrivenOutreach o(sample_outreach("handoff"));
  EXPECT_EQ(o.dial_and_end(Verdict::kAnswered, 3min), "connected");
  EXPECT_EQ(o.dials, 1);
  EXPECT_EQ(o.outreach.conversation, ConversationId{"conv_1"});
  expect_result(o, true, 0, "", Via::kCall);
}

TEST(CallbackRetry, SucceedsAfterOneFailureWithOneRetry) {
  DrivenOutreach o(sample_outreach("handoff"));
  EXPECT_EQ(o.dial_and_end(Verdict::kBusy, 4s), "waiting");
  o.wait_until_due();
  EXPECT_EQ(o.dial_and_end(Verdict::kAnswered, 3min), "connected");
  EXPECT_EQ(o.dials, 2);
  expect_result(o, true, 1, "", Via::kCall);
}

TEST(CallbackRetry, GivesUpAfterTheLastRetryAndTexts) {
  DrivenOutreach o(sample_outreach("handoff"));
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(o.dial_and_end(Verdict::kBusy, 4s), "waiting");
    o.wait_until_due();
  }
  EXPECT_EQ(o.dial_and_end(Verdict::kBusy, 4s), "texting");
  EXPECT_EQ(o.dials, 4);
  expect_result(o, false, 3, "busy", Via::kNothing);
  EXPECT_EQ(text_of(o.result().via), "");

  EXPECT_EQ(o.take(TextHandedOver{}), "texted");
  expect_result(o, false, 3, "busy", Via::kText);
  EXPECT_EQ(text_of(o.result().via), "text");
}

TEST(CallbackRetry, TheResultNamesWhatTheLastAttemptFailedOf) {
  struct Case {
    Verdict verdict;
    const char* error;
  };
  const Case cases[] = {{Verdict::kBusy, "busy"},
                        {Verdict::kNoAnswer, "no-answer"},
                        {Verdict::kFailed, "failed"},
                        {Verdict::kVoicemail, "voicemail"},
                        {Verdict::kRefusedNumber, "number-refused"},
                        {Verdict::kNotPlaced, "not-placed"}};
  for (const Case& c : cases) {
    SCOPED_TRACE(c.error);
    DrivenOutreach o(sample_outreach("handoff"));
    for (int i = 0; i < 3; ++i) {
      o.dial_and_end(i % 2 == 0 ? Verdict::kBusy : Verdict::kNoAnswer, 4s);
      o.wait_until_due();
    }
    EXPECT_EQ(o.dial_and_end(c.verdict, 4s), "texting");
    expect_result(o, false, 3, c.error, Via::kNothing);
  }
}

TEST(CallbackRetry, DelaysCountFromTheObservedEnd) {
  DrivenOutreach o(sample_outreach("handoff"));
  for (const Millis delay : {5s, 15s, 45s}) {
    SCOPED_TRACE(format_duration(delay));
    const UtcTime ended_at = o.now + 25s;
    ASSERT_EQ(o.dial_and_end(Verdict::kNoAnswer, 25s, 2s), "waiting");
    EXPECT_EQ(o.outreach.due - ended_at, delay);
    EXPECT_EQ(o.outreach.ask_at, o.outreach.due);
    o.wait_until_due();
  }
}

TEST(CallbackRetry, AVerdictThatComesAfterTheDelayIsActedOnAtOnce) {
  DrivenOutreach o(sample_outreach("handoff"));
  for (const Millis delay : {5s, 15s, 45s}) {
    SCOPED_TRACE(format_duration(delay));
    ASSERT_EQ(o.dial_and_end(Verdict::kNoAnswer, 25s, delay + 1s), "waiting");
    EXPECT_EQ(o.outreach.due, o.now);
  }
}

TEST(CallbackRetry, ADialThatWasNotForUsUsesNone) {
  DrivenOutreach o(sample_outreach("handoff"));
  for (int i = 0; i < 10; ++i) {
    o.dial();
    EXPECT_EQ(o.take(LegJudged{Verdict::kRefusedUs, o.now, false, std::nullopt}), "waiting");
    EXPECT_EQ(o.outreach.retries, 0);
  }
  EXPECT_EQ(o.dial_and_end(Verdict::kAnswered, 3min), "connected");
  expect_result(o, true, 0, "", Via::kCall);
}

TEST(CallbackRetry, WaitingForTheGateUsesNone) {
  DrivenOutreach o(sample_outreach("handoff"));
  EXPECT_EQ(o.take(GateSaid{GateBusy{"no free slot"}, pl::testing::sample_id<CallId>(9)}),
            "waiting");
  EXPECT_TRUE(o.outreach.blocked);
  EXPECT_EQ(o.outreach.waits_for, "no free slot");
  EXPECT_EQ(o.outreach.ask_at, o.outreach.deadline);
  const UtcTime until = o.now + 1min;
  EXPECT_EQ(o.take(GateSaid{GateWait{until, "pace"}, pl::testing::sample_id<CallId>(9)}),
            "waiting");
  EXPECT_FALSE(o.outreach.blocked);
  EXPECT_EQ(o.outreach.ask_at, until);
  EXPECT_EQ(o.outreach.retries, 0);
}

TEST(CallbackRetry, ARetryThatWouldComeAfterTheDeadlineBecomesAText) {
  DrivenOutreach o(sample_outreach("handoff"));
  o.outreach.deadline = kSampleNow + 30s;
  EXPECT_EQ(o.dial_and_end(Verdict::kBusy, 25s), "waiting");
  EXPECT_EQ(o.outreach.due, o.outreach.deadline);
  o.wait_until_due();
  EXPECT_EQ(o.dial_and_end(Verdict::kBusy, 1s), "texting");
  expect_result(o, false, 1, "busy", Via::kNothing);
}

TEST(CallbackRetry, PastTheDeadlineAWaitingOneTexts) {
  DrivenOutreach o(sample_outreach("handoff"));
  o.dial_and_end(Verdict::kNoAnswer, 25s);
  o.wait(10min);
  EXPECT_EQ(o.take(DeadlinePassed{}), "texting");
  EXPECT_EQ(o.outreach.ask_at, o.now);
  expect_result(o, false, 1, "no-answer", Via::kNothing);
}

TEST(CallbackRetry, ACallThatOutlastsTheDeadlineStillConnects) {
  DrivenOutreach o(sample_outreach("handoff"));
  o.wait(9min);
  EXPECT_EQ(o.dial_and_end(Verdict::kAnswered, 20min), "connected");
}

TEST(CallbackRetry, AnAnsweredCallIsNeverDialledAgain) {
  DrivenOutreach o(sample_outreach("handoff"));
  EXPECT_EQ(o.dial_and_end(Verdict::kBrief, 3s), "connected");
  EXPECT_TRUE(o.outreach.brief);
  EXPECT_EQ(o.dial(), "connected cannot-happen");
  EXPECT_EQ(o.take(LegJudged{Verdict::kBusy, o.now}), "connected cannot-happen");
  EXPECT_EQ(o.dials, 1);
}

TEST(CallbackRetry, WithoutAPlanToTextItFailsInFrontOfAnOperator) {
  DrivenOutreach o(sample_outreach("check-in"));
  EXPECT_EQ(o.dial_and_end(Verdict::kBusy, 4s), "waiting");
  EXPECT_EQ(o.outreach.due, o.now + 15min);
  o.wait_until_due();
  EXPECT_EQ(o.dial_and_end(Verdict::kNoAnswer, 25s), "failed attention");
  expect_result(o, false, 1, "no-answer", Via::kNothing);
}

}  // namespace
}  // namespace pl::core
