// From one persona to the next: the second one rings after the first has hung up, knows the name,
// and writes when nobody answers.
#include <gtest/gtest.h>

#include "../../tests/support/driven_outreach.h"
#include "core/override.h"

namespace pl::core {
namespace {

using namespace std::chrono_literals;
using pl::testing::describe;
using pl::testing::DrivenOutreach;
using pl::testing::kSampleNow;
using pl::testing::sample_caller;
using pl::testing::sample_id;
using pl::testing::sample_line;
using pl::testing::sample_outreach;

// A hand-over made while the onboarding call still lives.
DrivenOutreach awaiting() {
  Outreach o = sample_outreach("handoff");
  o.awaits = sample_id<CallId>(1);
  o.due = o.ask_at = kSampleNow + 20min;
  o.deadline.reset();
  o.waits_for = "the call before to end";
  return DrivenOutreach(std::move(o));
}

TEST(VoiceHandover, PassesTheNameIntoTheOpening) {
  const Line line = sample_line();
  Caller caller = sample_caller();
  const Scene& scene = line.scene({"first-call"});
  for (const char* name : {"Anna", "Ben", "Chris"}) {
    caller.name = name;
    const Part part{line, scene, &caller, Trust::kProfile, {}};
    const Override made = make_override(part, {});
    EXPECT_NE(made.first_message.find(name), std::string::npos) << made.first_message;
    EXPECT_NE(made.prompt.find(name), std::string::npos) << made.prompt;
  }
}

TEST(VoiceHandover, SpeaksWithTheVoiceOfTheNextPersonaOnly) {
  const Line line = sample_line();
  const Caller caller = sample_caller();
  const Part part{line, line.scene({"first-call"}), &caller, Trust::kProfile, {}};
  const Override made = make_override(part, {});
  EXPECT_EQ(made.voice.voice_id, "voice_nikita");
  EXPECT_NE(made.prompt.find("You are Nikita"), std::string::npos);
  EXPECT_EQ(made.prompt.find("Meta-Nikita"), std::string::npos);
  EXPECT_TRUE(made.tool_ids.empty());
}

TEST(VoiceHandover, RingsFiveSecondsAfterTheCallBeforeHasEnded) {
  DrivenOutreach o = awaiting();
  o.wait(4min);
  const UtcTime ended_at = o.now;
  o.wait(2s);  // until the poll saw it
  EXPECT_EQ(o.take(AwaitedCallEnded{ended_at}), "waiting");
  EXPECT_EQ(o.outreach.due, ended_at + 5s);
  EXPECT_EQ(o.outreach.ask_at, ended_at + 5s);
  EXPECT_EQ(o.outreach.deadline, ended_at + 10min);
  EXPECT_EQ(o.outreach.waits_for, "");
  o.wait_until_due();
  EXPECT_EQ(o.dial(), "dialing place-call");
}

TEST(VoiceHandover, ASecondReportOfThatEndChangesNothing) {
  DrivenOutreach o = awaiting();
  o.take(AwaitedCallEnded{kSampleNow});
  const std::string before = describe(o.outreach);
  EXPECT_EQ(o.take(AwaitedCallEnded{kSampleNow + 1min}), "waiting");
  EXPECT_EQ(describe(o.outreach), before);
}

TEST(VoiceHandover, IsNeverDialledWhenTheEndOfTheCallBeforeWasNotSeen) {
  DrivenOutreach o = awaiting();
  o.wait_until_due();
  EXPECT_EQ(o.take(AwaitedCallLost{}), "texting attention");
  EXPECT_EQ(o.dials, 0);
  EXPECT_EQ(o.take(TextHandedOver{}), "texted");
}

TEST(VoiceHandover, TheEndOfTheCallBeforeIsNotLostWhileTheCallerPhones) {
  DrivenOutreach o = awaiting();
  EXPECT_EQ(o.take(CallerCalledIn{sample_id<CallId>(2), true}), "held");
  EXPECT_EQ(o.take(AwaitedCallEnded{kSampleNow + 1min}), "held");
  EXPECT_EQ(o.outreach.deadline, kSampleNow + 11min);
  o.wait(3min);
  EXPECT_EQ(o.take(InboundOver{sample_id<CallId>(2), o.now}), "waiting");
  EXPECT_EQ(o.outreach.due, o.now + 5s);
}

TEST(VoiceHandover, WritesWhenTheRetriesAreUsedUp) {
  const Line line = sample_line();
  const Caller caller = sample_caller();
  DrivenOutreach o(sample_outreach("handoff"));
  for (int i = 0; i < 4; ++i) {
    o.dial_and_end(Verdict::kNoAnswer, 25s);
    o.wait_until_due();
  }
  EXPECT_EQ(o.outreach.state, OutreachState::kTexting);
  const std::string text =
      text_opening({line, line.scene(o.outreach.plan.scene), &caller, Trust::kProfile, {}});
  EXPECT_NE(text.find("Anna"), std::string::npos);
  EXPECT_NE(text.find("my friend"), std::string::npos);
  EXPECT_EQ(o.take(TextHandedOver{}), "texted");
  EXPECT_EQ(o.result().via, Via::kText);
}

TEST(VoiceHandover, ABriefAnswerConnects) {
  DrivenOutreach o(sample_outreach("handoff"));
  EXPECT_EQ(o.dial_and_end(Verdict::kBrief, 4s), "connected");
  EXPECT_TRUE(o.outreach.brief);
  EXPECT_TRUE(o.result().success);
}

TEST(VoiceHandover, ThatCannotBeWrittenEitherFailsInFrontOfAnOperator) {
  DrivenOutreach o(sample_outreach("handoff"));
  for (int i = 0; i < 4; ++i) o.dial_and_end(Verdict::kNoAnswer, 25s, 1min);
  EXPECT_EQ(o.take(TextImpossible{"no channel with consent"}), "failed attention");
  EXPECT_EQ(o.result().error, "no-answer; no channel with consent");
  EXPECT_EQ(o.result().via, Via::kNothing);
}

}  // namespace
}  // namespace pl::core
