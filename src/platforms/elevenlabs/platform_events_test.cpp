#include "platforms/elevenlabs/platform_events.h"

#include <gtest/gtest.h>

#include "platforms/elevenlabs/events.h"

namespace pl::platforms {
namespace {

constexpr std::chrono::seconds kWritten{1'795'000'000};
const UtcTime kEventTime{std::chrono::duration_cast<Millis>(kWritten)};

TEST(PlatformEvents, ACallInIsReadAsItWasWritten) {
  wire::Mended mended;
  const auto call = read_incoming_call(pre_call_body({.agent_id = "agent_1",
                                                      .caller_id = "say \"hi\"",
                                                      .called_number = "+12125550100",
                                                      .call_sid = "CA1",
                                                      .conversation = "conv_1"}),
                                       mended);
  ASSERT_TRUE(call) << call.error().message;
  EXPECT_EQ(call->caller_id, "say \"hi\"");
  EXPECT_EQ(call->call_sid, core::CallSid{"CA1"});
  EXPECT_EQ(call->conversation, core::ConversationId{"conv_1"});
  const auto withheld = read_incoming_call(pre_call_body({.agent_id = "a",
                                                          .caller_id = {},
                                                          .called_number = "n",
                                                          .call_sid = {},
                                                          .conversation = {}}),
                                           mended);
  ASSERT_TRUE(withheld);
  EXPECT_EQ(withheld->caller_id, "");
  EXPECT_FALSE(withheld->conversation);
}

TEST(PlatformEvents, AConversationIsReadAsItWasWritten) {
  core::ConversationReport report;
  report.conversation = {"conv \"1\""};
  report.call_sid = core::CallSid{"CA1"};
  report.status = core::ConversationStatus::kDone;
  report.duration = std::chrono::seconds(17);
  report.transcript = {{core::Speaker::kAgent, "Hello.\n", std::chrono::seconds(0)},
                       {core::Speaker::kUser, "\"Hi\"", std::chrono::seconds(2)}};
  wire::Mended mended;
  const auto message =
      read_platform_message(post_call_body("agent_1", "clr_1", report, kEventTime), mended);
  ASSERT_TRUE(message) << message.error().message;
  const auto* read = std::get_if<core::ConversationReport>(&message->event);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->conversation, report.conversation);
  EXPECT_EQ(read->status, report.status);
  EXPECT_EQ(read->duration, report.duration);
  EXPECT_EQ(read->transcript, report.transcript);
  EXPECT_EQ(read->agent_id, "agent_1");
}

TEST(PlatformEvents, AFailureIsReadAsItWasWritten) {
  for (const auto& [reason, verdict] : {std::pair{"busy", core::Verdict::kBusy},
                                        std::pair{"no-answer", core::Verdict::kNoAnswer}}) {
    wire::Mended mended;
    const auto message =
        read_platform_message(call_failure_body("agent_1", {"conv_1"}, reason, kEventTime), mended);
    ASSERT_TRUE(message) << message.error().message;
    const auto* failed = std::get_if<core::DialFailed>(&message->event);
    ASSERT_TRUE(failed);
    EXPECT_EQ(failed->verdict, verdict);
  }
}

}  // namespace
}  // namespace pl::platforms
