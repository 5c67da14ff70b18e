#include "cli/trigger.h"

#include <gtest/gtest.h>

#include <set>

#include "../../tests/support/sample_line.h"
#include "cli/fake_server_test.h"
#include "platforms/elevenlabs/events.h"
#include "platforms/elevenlabs/signature.h"

namespace pl::cli {
namespace {

const std::string kSecret = "secret-of-the-platform";

std::string header_of(const FakeSession& fake, std::string_view name) {
  return std::string(net::find_header(fake.server.asked.back().headers, name).value_or(""));
}

int trigger(FakeSession& fake, const TriggerOptions& options) {
  return trigger(fake.session, testing::sample_line(), options, kSecret);
}

TEST(Trigger, ACallInIsOneThatTheServerUnderstands) {
  FakeSession fake;
  fake.server.on("POST /elevenlabs/initiation", R"({"type":"x"})");
  EXPECT_EQ(trigger(fake, {.event = "pre-call", .from = "+12125550199"}), kDone);
  EXPECT_EQ(header_of(fake, "X-Partyline-Secret"), kSecret);
  wire::Mended mended;
  const auto call = platforms::read_incoming_call(fake.server.asked.back().body, mended);
  ASSERT_TRUE(call) << call.error().message;
  EXPECT_EQ(call->caller_id, "+12125550199");
  EXPECT_EQ(call->agent_id, testing::sample_line().agent_id);
  EXPECT_TRUE(fake.out.starts_with("POST /elevenlabs/initiation -> 200\n")) << fake.out;
}

TEST(Trigger, EventsAreSignedAndRead) {
  for (const char* event : {"post-call", "call-failed"}) {
    FakeSession fake;
    fake.server.on("POST /elevenlabs/events", "{}");
    EXPECT_EQ(trigger(fake, {.event = event, .conversation = "conv_7", .reason = "no-answer"}),
              kDone);
    const std::string& body = fake.server.asked.back().body;
    EXPECT_EQ(header_of(fake, "ElevenLabs-Signature"), platforms::sign(body, kSecret, fake.now));
    wire::Mended mended;
    const auto message = platforms::read_platform_message(body, mended);
    ASSERT_TRUE(message) << message.error().message;
    EXPECT_EQ(message->conversation, core::ConversationId{"conv_7"});
    const bool failed = std::holds_alternative<core::DialFailed>(message->event);
    EXPECT_EQ(failed, event == std::string("call-failed"));
  }
}

TEST(Trigger, AToolIsCalledWithItsArguments) {
  FakeSession fake;
  fake.server.on("POST /elevenlabs/tools/collect_profile", R"({"saved":true,"say":"Saved."})");
  EXPECT_EQ(
      trigger(
          fake,
          {.event = "tool-call", .call = "c", .tool = "collect_profile", .arguments = {"a=b=c"}}),
      kDone);
  EXPECT_EQ(fake.server.asked.back().body, R"({"a":"b=c","partyline_call":"c"})");
  EXPECT_EQ(header_of(fake, "X-Partyline-Secret"), kSecret);
  EXPECT_EQ(
      trigger(fake, {.event = "tool-call", .conversation = "conv_7", .tool = "collect_profile"}),
      kDone);
  EXPECT_EQ(fake.server.asked.back().body, R"({"conversation_id":"conv_7"})");
}

TEST(Trigger, AToolThatSavedNothingFails) {
  FakeSession fake;
  fake.server.on("POST /elevenlabs/tools/collect_profile",
                 R"({"saved":false,"say":"Which call?"})");
  EXPECT_EQ(trigger(fake, {.event = "tool-call", .call = "c", .tool = "collect_profile"}),
            kRefused);
  EXPECT_NE(fake.out.find("Which call?"), std::string::npos);
}

TEST(Trigger, WhatThePlatformWouldNotSendIsNotSent) {
  const struct {
    TriggerOptions options;
    const char* complaint;
  } cases[] = {
      {{.event = "tool-call", .call = "c", .tool = "collect_profile", .arguments = {"alone"}},
       "\"alone\" is no field=value"},
      {{.event = "tool-call", .call = "c", .tool = "colect_profile"},
       "the line has no tool \"colect_profile\"; it has"},
      {{.event = "tool-call", .tool = "collect_profile"}, "a tool is used in a call: name it with"},
  };
  for (const auto& c : cases) {
    FakeSession fake;
    EXPECT_EQ(trigger(fake, c.options), kWrongUsage);
    EXPECT_NE(fake.err.find(c.complaint), std::string::npos) << fake.err;
    EXPECT_TRUE(fake.server.asked.empty());
  }
}

TEST(Trigger, EachCallInIsANewOneAndSaysHowToGoOnWithIt) {
  FakeSession fake;
  fake.server.on("POST /elevenlabs/initiation", "{}");
  std::set<std::string> conversations;
  std::set<std::string> call_sids;
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(trigger(fake, {.event = "pre-call"}), kDone);
    wire::Mended mended;
    const auto call = platforms::read_incoming_call(fake.server.asked.back().body, mended);
    ASSERT_TRUE(call && call->conversation);
    conversations.insert(call->conversation->text);
    call_sids.insert(call->call_sid.text);
    EXPECT_TRUE(fake.err.ends_with("the same call: --conversation " + call->conversation->text +
                                   " --call-sid " + call->call_sid.text + "\n"))
        << fake.err;
  }
  EXPECT_EQ(conversations.size(), 2U);
  EXPECT_EQ(call_sids.size(), 2U);
}

// The server compares the agent's first turn with what it had it say: a made-up one would stop the
// line's dialer.
TEST(Trigger, AReportPutsNoWordIntoTheAgentsMouth) {
  FakeSession fake;
  fake.server.on("POST /elevenlabs/events", "{}");
  EXPECT_EQ(trigger(fake, {.event = "post-call"}), kDone);
  wire::Mended mended;
  const auto message = platforms::read_platform_message(fake.server.asked.back().body, mended);
  ASSERT_TRUE(message) << message.error().message;
  const auto* report = std::get_if<core::ConversationReport>(&message->event);
  ASSERT_NE(report, nullptr);
  EXPECT_FALSE(report->first_turn);
  EXPECT_FALSE(report->transcript.empty());
}

TEST(Trigger, ARefusalIsShownAndFails) {
  FakeSession fake;
  fake.server.on("POST /elevenlabs/initiation", R"({"detail":"no"})", 401);
  EXPECT_EQ(trigger(fake, {.event = "pre-call"}), kRefused);
  EXPECT_NE(fake.out.find("-> 401"), std::string::npos);
}

TEST(Trigger, WithoutItsSecretNothingIsSent) {
  FakeSession fake;
  EXPECT_EQ(trigger(fake.session, testing::sample_line(), {.event = "post-call"}, ""), kRefused);
  EXPECT_EQ(fake.err,
            "partyline trigger: ELEVENLABS_WEBHOOK_SECRET is not set; the server would refuse "
            "this\n");
}

TEST(Trigger, ADryRunSendsNothingAndShowsNoProof) {
  for (const std::string_view event : kTriggers) {
    FakeSession fake;
    EXPECT_EQ(
        trigger(
            fake,
            {.event = std::string(event), .call = "c", .tool = "collect_profile", .dry_run = true}),
        kDone);
    EXPECT_TRUE(fake.server.asked.empty());
    EXPECT_NE(fake.out.find("POST http://server/elevenlabs/"), std::string::npos);
    EXPECT_EQ(fake.out.find("secret-"), std::string::npos);
    EXPECT_EQ(fake.out.find("v0="), std::string::npos);
  }
}

}  // namespace
}  // namespace pl::cli
