#include "core/call_birth.h"

#include <gtest/gtest.h>

#include "../../tests/support/sample_outreach.h"

namespace pl::core {
namespace {

using namespace std::chrono_literals;
using pl::testing::kSampleNow;
using pl::testing::sample_caller;
using pl::testing::sample_id;
using pl::testing::sample_line;
using pl::testing::sample_outreach;

const CallId kNewCall = sample_id<CallId>(1);

TEST(ADial, BeginsWithWhatIsKnownBeforeItsPost) {
  const Line line = sample_line();
  const Caller caller = sample_caller();
  const Outreach outreach = sample_outreach("handoff");
  const Scene& scene = line.scene({"first-call"});
  Initiation said;
  said.user_id = caller.id.text();
  const Call call = begin_call(kNewCall, Dial{outreach, caller, scene, 2, said}, kSampleNow);
  EXPECT_EQ(call.id, kNewCall);
  EXPECT_EQ(call.line, line.name);
  EXPECT_EQ(call.direction, Direction::kOutbound);
  EXPECT_EQ(call.number, caller.number.number);
  EXPECT_EQ(call.caller, caller.id);
  EXPECT_EQ(call.stage, caller.stage);
  EXPECT_EQ(call.outreach, outreach.id);
  EXPECT_EQ(call.ordinal, 2);
  EXPECT_EQ(call.scene, scene.name);
  EXPECT_EQ(call.persona, scene.persona);
  EXPECT_EQ(call.user_id, caller.id.text());
  EXPECT_EQ(call.started_at, kSampleNow);
  EXPECT_EQ(call.lapses_at, kSampleNow + scene.minutes + 2min);
  EXPECT_EQ(call.poll_at, next_poll(call, false, kSampleNow));
  EXPECT_TRUE(is_dialing(call));
}

TEST(AnArrival, MayBeOfAStrangerWhoWithholdsTheirNumber) {
  const Line line = sample_line();
  const IncomingCall incoming{.agent_id = "agent", .caller_id = "anonymous"};
  const Call call = begin_call(
      kNewCall, Arrival{incoming, line, line.scene(line.safe_scene), Initiation{}}, kSampleNow);
  EXPECT_EQ(call.direction, Direction::kInbound);
  EXPECT_FALSE(call.number || call.caller || call.stage || call.outreach);
  EXPECT_FALSE(call.call_sid || call.conversation);
  EXPECT_EQ(call.ordinal, 0);
  EXPECT_EQ(call.user_id, "");
  EXPECT_TRUE(is_live(call, kSampleNow));
}

TEST(AnArrival, KeepsWhoItIsAndWhatForAndThePlatformsNames) {
  const Line line = sample_line();
  const Caller caller = sample_caller();
  const IncomingCall incoming{.call_sid = {"CA1"}, .conversation = ConversationId{"conv_1"}};
  const Initiation said{.user_id = "they"};
  Arrival arrival{incoming, line, line.scene({"returning"}), said, caller.number.number, &caller};
  arrival.fulfils = sample_id<OutreachId>(1);
  arrival.safe_scene = true;
  const Call call = begin_call(kNewCall, arrival, kSampleNow);
  EXPECT_EQ(call.number, caller.number.number);
  EXPECT_EQ(call.caller, caller.id);
  EXPECT_EQ(call.stage, caller.stage);
  EXPECT_EQ(call.outreach, arrival.fulfils);
  EXPECT_EQ(call.call_sid, CallSid{"CA1"});
  EXPECT_EQ(call.conversation, ConversationId{"conv_1"});
  EXPECT_EQ(call.user_id, "they");
  EXPECT_TRUE(call.safe_scene);
  EXPECT_EQ(call.scene.text, "returning");
  EXPECT_EQ(call.lapses_at, kSampleNow + line.scene({"returning"}).minutes + 2min);
}

}  // namespace
}  // namespace pl::core
