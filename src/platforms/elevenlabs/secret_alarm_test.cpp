// A secret that was changed on one side alone is brought to a person's attention.
#include "platforms/elevenlabs/secret_alarm.h"

#include <gtest/gtest.h>

#include "../../../tests/support/front_stage.h"
#include "../../../tests/support/sample_call.h"
#include "platforms/elevenlabs/platform_events.h"

namespace pl::platforms {
namespace {

using namespace pl::testing;

std::string report_of(const std::string& agent_id) {
  core::ConversationReport report;
  report.conversation = {"conv_1"};
  report.status = core::ConversationStatus::kDone;
  return post_call_body(agent_id, "", report, kSampleNow);
}

std::string tool_call_in(const core::CallId& call) {
  return R"({"field":"occupation","value":"baker","partyline_call":")" + call.text() + R"("})";
}

// What stands open: "SUBJECT: what".
std::vector<std::string> open_items(FrontStage& stage) {
  std::vector<std::string> items;
  for (const auto& item : stage.world.store.tables.open_attention) {
    EXPECT_EQ(item->row->reason, core::AttentionReason::kWebhookRefused);
    items.push_back(item->row->subject + ": " + item->row->what.substr(0, 18));
  }
  return items;
}

TEST(SecretAlarm, OurOwnAgentsWebhookWithAWrongSecretRaisesOneAlarmAMinute) {
  FrontStage stage;
  for (int knock = 0; knock < 5; ++knock) stage.initiation(kCallIn, "wrong");
  EXPECT_EQ(stage.world.store.submitted, 1);
  EXPECT_EQ(open_items(stage), std::vector<std::string>{"nikita: pre-call webhooks "});
  stage.world.clock.time += std::chrono::seconds(61);
  stage.initiation(kCallIn, "wrong");
  EXPECT_EQ(stage.world.store.submitted, 2);
  EXPECT_EQ(open_items(stage).size(), 1u) << "it is open already";
}

TEST(SecretAlarm, EachDoorHasItsOwnItem) {
  FrontStage stage;
  stage.world.store.put(sample_inbound());
  stage.initiation(kCallIn, "wrong");
  EXPECT_EQ(stage.signed_event(report_of("agent_nikita"), "wrong").status, 401);
  EXPECT_EQ(stage.tool("collect_profile", tool_call_in(sample_inbound().id), "wrong").status, 401);
  EXPECT_EQ(open_items(stage), (std::vector<std::string>{"nikita: pre-call webhooks ",
                                                         "nikita events: post-call webhooks",
                                                         "nikita tools: tool calls of this"}));
}

TEST(SecretAlarm, WhatIsNotOursIsNoConcernOfOurs) {
  FrontStage stage;
  stage.initiation(R"({"agent_id":"agent_x","called_number":"+41780000000"})", "wrong");
  stage.initiation("not even JSON", "wrong");
  stage.initiation("", "wrong");
  stage.signed_event(report_of("agent_x"), "wrong");
  stage.signed_event("not even JSON", "wrong");
  stage.tool("collect_profile", "{}", "wrong");
  stage.tool("collect_profile", "not even JSON", "wrong");
  EXPECT_EQ(stage.world.store.submitted, 0);
  stage.tool("collect_profile", tool_call_in(sample_id<core::CallId>(99)), "wrong");
  EXPECT_EQ(open_items(stage), std::vector<std::string>());
}

TEST(SecretAlarm, AStrangersLongEventIsNotRead) {
  FrontStage stage;
  stage.signed_event(report_of("agent_nikita") + std::string(256 * 1024, ' '), "wrong");
  EXPECT_EQ(stage.world.store.submitted, 0);
}

}  // namespace
}  // namespace pl::platforms
