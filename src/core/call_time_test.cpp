// What time alone decides of a call: look-ups of an unclear dial, ends that nobody saw, verdicts
// that never came, and when the platform is asked next.
#include <gtest/gtest.h>

#include "../../tests/support/sample_call.h"
#include "core/call.h"

namespace pl::core {
namespace {

using namespace std::chrono_literals;
using pl::testing::describe;
using pl::testing::kSampleNow;
using pl::testing::sample_dial;
using pl::testing::sample_inbound;
using pl::testing::sample_report;
using pl::testing::sample_ringing;
using pl::testing::user_said;

UtcTime in_time(Millis length) {
  return kSampleNow + length;
}

Call verifying() {
  Call call = sample_dial();
  observe_unclear(call, "timeout", in_time(10s));
  return call;
}

TEST(Unclear, MayRingAsLongAsNobodyCanSayThatItDoesNot) {
  Call brief = sample_dial();
  brief.lapses_at = in_time(3min);
  EXPECT_TRUE(observe_unclear(brief, "timeout", in_time(10s)));
  EXPECT_EQ(brief.unclear_at, in_time(10s));
  EXPECT_EQ(brief.lapses_at, in_time(10min));
  EXPECT_EQ(brief.failure, "timeout");
  EXPECT_EQ(brief.poll_at, in_time(20s));
  EXPECT_FALSE(observe_unclear(brief, "again", in_time(20s)));
  EXPECT_EQ(brief.failure, "timeout");

  Call ringing = sample_ringing();
  EXPECT_FALSE(observe_unclear(ringing, "timeout", in_time(10s))) << "it was placed";
  EXPECT_FALSE(ringing.unclear_at);
}

TEST(LookUp, TwoNegativesFarEnoughApartAndLateEnoughMeanItNeverWas) {
  struct Case {
    const char* name;
    std::vector<Millis> negatives;  // after the POST
    bool judged;
  };
  const Case cases[] = {
      {"none", {}, false},
      {"one, however late", {9min}, false},
      {"two, too close", {175s, 204s}, false},
      {"two, just apart", {175s, 205s}, true},
      {"two, too early", {100s, 179s}, false},
      {"two, just late enough", {100s, 180s}, true},
      {"the last one counts", {2s, 10s, 40s, 170s, 180s}, true},
      {"many, all early", {2s, 5s, 10s, 20s, 40s, 80s, 140s}, false},
      {"apart from the first", {170s, 180s, 199s}, false},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    Call call = verifying();
    CallNews news;
    for (const Millis negative : c.negatives) news = observe_absent(call, in_time(negative));
    EXPECT_EQ(call.verdict == Verdict::kNotPlaced, c.judged);
    EXPECT_EQ(describe(news), c.judged ? "ended judged" : "");
    if (c.judged) {
      EXPECT_EQ(call.ended_at, in_time(c.negatives.back()));
      EXPECT_TRUE(call.reported);
    }
  }
}

TEST(LookUp, AFoundCallIsNeverAbsent) {
  Call found = verifying();
  observe_absent(found, in_time(100s));
  observe_placed(found, {"conv_1"}, {}, in_time(150s));
  EXPECT_FALSE(observe_absent(found, in_time(200s)).any());
  EXPECT_FALSE(found.verdict.has_value());

  Call heard = verifying();
  observe_absent(heard, in_time(100s));
  observe_tool(heard, std::nullopt, in_time(150s));
  EXPECT_FALSE(observe_absent(heard, in_time(200s)).any());
}

TEST(LookUp, ADialThatIsNotUnclearCannotBeAbsent) {
  Call call = sample_dial();
  observe_absent(call, in_time(100s));
  EXPECT_FALSE(observe_absent(call, in_time(200s)).any());
  EXPECT_FALSE(call.first_negative_at.has_value());
}

TEST(LookUp, AnAnnouncedInboundCallMayNeverHaveBeen) {
  Call call = sample_inbound();
  observe_absent(call, in_time(60s));
  EXPECT_EQ(describe(observe_absent(call, in_time(181s))), "ended judged");
  EXPECT_EQ(call.verdict, Verdict::kNotPlaced);
}

TEST(LookUp, WithoutResultItIsUnresolvedAfterTenMinutes) {
  Call call = verifying();
  EXPECT_FALSE(observe_time(call, in_time(10min - 1ms)).any());
  EXPECT_EQ(describe(observe_time(call, in_time(10min))), "ended judged");
  EXPECT_EQ(call.verdict, Verdict::kUnresolved);
  EXPECT_TRUE(call.reported);
  EXPECT_FALSE(observe_time(call, in_time(11min)).any());
}

TEST(LookUp, AFailedLookUpIsNoNegative) {
  Call call = verifying();
  observe_absent(call, in_time(100s));
  // Nothing is observed while the platform cannot be asked.
  EXPECT_FALSE(observe_time(call, in_time(9min)).any());
  EXPECT_FALSE(call.verdict.has_value());
}

TEST(CallTime, AnEndThatNobodySawLapses) {
  Call silent = sample_ringing();
  EXPECT_FALSE(observe_time(silent, in_time(22min - 1ms)).any());
  EXPECT_EQ(describe(observe_time(silent, in_time(22min))), "judged");
  EXPECT_EQ(silent.verdict, Verdict::kUnresolved);
  EXPECT_FALSE(silent.ended_at) << "a lapse is no observed end";
  EXPECT_FALSE(is_live(silent, in_time(21min)));

  Call spoken = sample_ringing();
  observe(spoken, sample_report(ConversationStatus::kInProgress, 5s, {user_said("Hi")}),
          in_time(10s));
  EXPECT_EQ(describe(observe_time(spoken, in_time(22min))), "judged");
  EXPECT_EQ(spoken.verdict, Verdict::kAnswered);
  observe(spoken, sample_report(ConversationStatus::kProcessing), in_time(25min));
  EXPECT_EQ(spoken.ended_at, in_time(25min)) << "its end may still be seen";
}

TEST(CallTime, ADialWhoseReplyWasLostWithTheProcessLapses) {
  Call call = sample_dial();
  EXPECT_EQ(describe(observe_time(call, in_time(22min))), "judged");
  EXPECT_EQ(call.verdict, Verdict::kUnresolved);
}

TEST(CallTime, UnjudgedTwoMinutesAfterItsEndNobodyKnows) {
  Call call = sample_ringing();
  observe(call, sample_report(ConversationStatus::kProcessing), in_time(60s));
  EXPECT_FALSE(observe_time(call, in_time(60s + 2min - 1ms)).any());
  EXPECT_EQ(describe(observe_time(call, in_time(60s + 2min))), "judged");
  EXPECT_EQ(call.verdict, Verdict::kUnsure);
  EXPECT_EQ(call.ended_at, in_time(60s));

  // What the platform says later is kept, and settles nothing anew.
  auto late = sample_report(ConversationStatus::kFailed, 0s);
  late.failure = "no-answer";
  EXPECT_FALSE(observe(call, late, in_time(5min)).any());
  EXPECT_EQ(call.verdict, Verdict::kUnsure);
  EXPECT_TRUE(call.reported);
}

TEST(NextPoll, OfAnUnclearDialFollowsTheLookUps) {
  const Call call = verifying();
  const Millis schedule[] = {2s, 5s, 10s, 20s, 40s, 80s, 140s, 180s, 210s, 240s};
  UtcTime now = kSampleNow;
  for (const Millis at : schedule) {
    SCOPED_TRACE(format_duration(at));
    ASSERT_EQ(next_poll(call, false, now), in_time(at));
    now = in_time(at);
  }
  EXPECT_EQ(next_poll(call, false, in_time(9min + 50s)), in_time(10min));
  EXPECT_EQ(next_poll(call, false, in_time(11min)), in_time(11min));
}

TEST(NextPoll, AllowsTheTwoNegativesThatAreNeeded) {
  Call call = verifying();
  observe_absent(call, in_time(10s));
  for (auto now = next_poll(call, false, in_time(10s)); now; now = next_poll(call, false, *now)) {
    ASSERT_LT(*now, in_time(4min));
    observe_absent(call, *now);
  }
  EXPECT_EQ(call.ended_at, in_time(180s));
}

TEST(NextPoll, IsEveryTwoOrTenSecondsWhileTheCallLives) {
  struct Case {
    const char* name;
    Call call;
    bool eager;
    Millis now;
    std::optional<Millis> next;
  };
  Call talking = sample_ringing();
  observe(talking, sample_report(ConversationStatus::kInProgress), in_time(10s));
  const Case cases[] = {
      {"dialing: the reply may have been lost", sample_dial(), false, 1s, 3s},
      {"ringing", sample_ringing(), false, 10s, 12s},
      {"talking", talking, false, 60s, 70s},
      {"about to end", talking, true, 60s, 62s},
      {"inbound", sample_inbound(), false, 60s, 70s},
      {"inbound, about to end", sample_inbound(), true, 60s, 62s},
      {"not beyond its lapse", talking, false, 22min - 4s, 22min},
      {"lapsed", talking, false, 23min, 23min},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    const auto next = next_poll(c.call, c.eager, in_time(c.now));
    ASSERT_EQ(next.has_value(), c.next.has_value());
    if (next) {
      EXPECT_EQ(*next - kSampleNow, *c.next);
    }
  }
}

TEST(NextPoll, AfterTheEndAsksForTheVerdictAndThenForTheTranscript) {
  Call call = sample_ringing();
  observe(call, sample_report(ConversationStatus::kProcessing), in_time(60s));
  EXPECT_EQ(next_poll(call, false, in_time(60s)), in_time(64s));
  EXPECT_EQ(next_poll(call, false, in_time(80s)), in_time(90s));
  EXPECT_EQ(next_poll(call, false, in_time(175s)), in_time(180s));
  observe_time(call, in_time(180s));
  EXPECT_EQ(next_poll(call, false, in_time(180s)), in_time(190s));
  EXPECT_EQ(next_poll(call, false, in_time(60s + 10min)), std::nullopt);
  observe(call, sample_report(ConversationStatus::kDone), in_time(200s));
  EXPECT_EQ(next_poll(call, false, in_time(200s)), std::nullopt);
}

TEST(NextPoll, NeverAsksAboutACallThatThePlatformDoesNotKnow) {
  Call refused = sample_dial();
  observe_refused(refused, Verdict::kRefusedUs, "no credit", in_time(1s));
  EXPECT_EQ(next_poll(refused, false, in_time(1s)), std::nullopt);
  Call lapsed = sample_dial();
  observe_time(lapsed, in_time(22min));
  EXPECT_EQ(next_poll(lapsed, false, in_time(22min)), std::nullopt);
}

TEST(NextPoll, AHintHurriesThemWhereThereIsSomethingToLearn) {
  Call call = sample_ringing();
  EXPECT_TRUE(hurry_poll(call, in_time(5s)));
  EXPECT_EQ(call.poll_at, in_time(5s));
  call.reported = true;
  EXPECT_FALSE(hurry_poll(call, in_time(6s)));
  Call nameless = sample_dial();
  EXPECT_FALSE(hurry_poll(nameless, in_time(6s))) << "nobody knows what to ask for";
}

}  // namespace
}  // namespace pl::core
