// The platform misbehaves: webhooks come twice, late or never, answers break off, the key is wrong.
#include <gtest/gtest.h>

#include <chrono>
#include <set>

#include "platforms/elevenlabs/signature.h"
#include "stage.h"

namespace pl::testing {
namespace {

std::size_t deliveries_answered(Stage& stage) {
  const Json ledger = stage.ledger();
  std::size_t answered = 0;
  for (const Json& one : ledger["webhooks"]) answered += one["status"] == 200 ? 1 : 0;
  return answered;
}

// How many requests of ours a fault of this kind has hit.
std::size_t hit_by(Stage& stage, const std::string& kind) {
  const Json ledger = stage.ledger();
  std::size_t hit = 0;
  for (const Json& one : ledger["requests"]) hit += one["fault"] == kind ? 1 : 0;
  return hit;
}

class Outage : public ::testing::Test {
 protected:
  std::string anna_is_onboarded(Stage& stage) {
    const std::string anna = stage.register_caller(kAnna, "Anna");
    stage.onboard(anna);
    return anna;
  }

  // The whole journey went as it should: one ring each, no text, nothing for an operator.
  void expect_smooth(Stage& stage, const std::string& anna) {
    ASSERT_TRUE(stage.wait_for_state(anna, "handoff", "connected"));
    const Json ledger = stage.ledger();
    EXPECT_EQ(ledger["rings"].size(), 2u);
    EXPECT_NE(ledger["rings"][0]["attempt"], ledger["rings"][1]["attempt"]);
    EXPECT_TRUE(ledger["texts"].empty());
    EXPECT_EQ(stage.outreach(anna, "handoff")["attempts"].size(), 1u);
    EXPECT_EQ(stage.outreach(anna, "onboarding")["attempts"].size(), 1u);
    EXPECT_TRUE(stage.open_attention().empty());
  }
};

TEST_F(Outage, WebhooksThatComeTwiceChangeNothing) {
  Stage stage;
  stage.control("/sandbox/faults",
                {{"target", "post_call_webhook"}, {"kind", "duplicate"}, {"count", 10}});
  const std::string anna = anna_is_onboarded(stage);
  expect_smooth(stage, anna);
  ASSERT_TRUE(stage.wait_for("all four deliveries were answered",
                             [&] { return deliveries_answered(stage) == 4; }));
  const auto entries = stage.journal();
  const std::string secret = stage.settings().secrets.events.front();
  const Json ledger = stage.ledger();
  for (const Json& one : ledger["webhooks"]) {
    const std::string body = one["body"].dump();  // other bytes, the same event
    const auto now = std::chrono::floor<Millis>(std::chrono::system_clock::now());
    const net::Header signature{"ElevenLabs-Signature", platforms::sign(body, secret, now)};
    EXPECT_EQ(stage.send("POST", "/elevenlabs/events", {signature}, body).status, 200);
  }
  EXPECT_EQ(stage.journal(), entries);
}

TEST_F(Outage, WebhooksThatNeverComeAreMadeUpForByAsking) {
  Stage stage;
  stage.control("/sandbox/faults",
                {{"target", "post_call_webhook"}, {"kind", "lose"}, {"count", 10}});
  expect_smooth(stage, anna_is_onboarded(stage));
}

TEST_F(Outage, WebhooksThatComeLateChangeNothingThatIsSettled) {
  Stage stage;
  stage.control("/sandbox/faults",
                {{"target", "post_call_webhook"}, {"kind", "delay"}, {"ms", 2000}, {"count", 10}});
  const std::string anna = anna_is_onboarded(stage);
  expect_smooth(stage, anna);
  const Json before = stage.outreach(anna, "handoff");
  ASSERT_TRUE(stage.wait_for("both deliveries were answered",
                             [&] { return deliveries_answered(stage) == 2; }));
  EXPECT_EQ(stage.outreach(anna, "handoff"), before);
}

// The phones ring until after the first look-up, so that no tool call gives the answer away.
TEST_F(Outage, ADialWhoseAnswerBreaksOffIsLookedUpUntilItIsFoundAndRungOnce) {
  StageOptions slow;
  slow.pace.ring = Millis(2400);
  Stage stage(slow);
  stage.control("/sandbox/faults", {{"target", "dial"}, {"kind", "drop_reply"}, {"count", 2}});
  stage.control("/sandbox/faults", {{"target", "list"}, {"kind", "refuse"}, {"status", 500}});
  expect_smooth(stage, anna_is_onboarded(stage));
  const Json ledger = stage.ledger();
  std::size_t failed = 0;
  std::size_t answered = 0;
  for (const Json& one : ledger["requests"]) {
    if (one["path"] != "/v1/convai/conversations") continue;
    (one["status"] == 200 ? answered : failed) += 1;
  }
  EXPECT_EQ(failed, 1u) << "a look-up that fails is no proof that nobody was rung";
  EXPECT_GE(answered, 1u);
}

TEST_F(Outage, ADialThatIsPlacedOnlyAfterItsAnswerBrokeOffRingsOnce) {
  Stage stage;
  stage.control("/sandbox/faults",
                {{"target", "dial"}, {"kind", "late"}, {"ms", 1500}, {"count", 2}});
  expect_smooth(stage, anna_is_onboarded(stage));
  EXPECT_EQ(hit_by(stage, "late"), 2u);
}

// The phones ring until long after the first look-up, which finds nothing although they ring.
TEST_F(Outage, ADialThatTheListShowsLateRingsOnce) {
  StageOptions slow;
  slow.pace.ring = Millis(2400);
  Stage stage(slow);
  stage.control("/sandbox/faults", {{"target", "dial"}, {"kind", "drop_reply"}});
  stage.control("/sandbox/faults", {{"target", "list"}, {"kind", "lag"}, {"ms", 60'000}});
  expect_smooth(stage, anna_is_onboarded(stage));
  EXPECT_EQ(hit_by(stage, "lag"), 1u);
}

TEST_F(Outage, ToolCallsThatComeTwiceSaveOnce) {
  Stage stage;
  stage.control("/sandbox/faults", {{"target", "tool_call"}, {"kind", "duplicate"}, {"count", 20}});
  const std::string anna = anna_is_onboarded(stage);
  expect_smooth(stage, anna);
  const Json ledger = stage.ledger();
  EXPECT_GE(ledger["tool_calls"].size(), 10u);
  std::multiset<std::string> happened;
  for (const Json& entry : stage.journal())
    happened.insert(entry["kind"].get<std::string>() + " " + entry["details"].dump());
  for (const std::string& one : happened) {
    if (!one.starts_with("profile.saved") && !one.starts_with("caller.stage")) continue;
    EXPECT_EQ(happened.count(one), 1u) << one;
  }
}

TEST_F(Outage, WebhooksOutOfOrderChangeNothing) {
  Stage stage;
  stage.control("/sandbox/faults", {{"target", "post_call_webhook"}, {"kind", "reorder"}});
  const std::string anna = anna_is_onboarded(stage);
  expect_smooth(stage, anna);
  ASSERT_TRUE(stage.wait_for("both deliveries were answered",
                             [&] { return deliveries_answered(stage) == 2; }));
  EXPECT_EQ(stage.outreach(anna, "handoff")["state"], "connected");
}

TEST_F(Outage, AWrongKeyPausesTheDialerUntilAnOperatorResolvesIt) {
  Stage stage;
  stage.control("/sandbox/faults", {{"target", "dial"}, {"kind", "refuse"}, {"status", 401}});
  const std::string anna = anna_is_onboarded(stage);
  std::vector<Json> items;
  ASSERT_TRUE(stage.wait_for("the dialer is paused", [&] {
    items = stage.open_attention();
    return !items.empty();
  }));
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(items[0]["reason"], "dialer-paused");
  EXPECT_EQ(stage.state_of(anna, "onboarding"), "waiting");
  // Retries would be due by now if the refusal had used one.
  const auto began = std::chrono::steady_clock::now();
  stage.wait_for("more time passes than a retry would take",
                 [&] { return std::chrono::steady_clock::now() - began > Millis(2500); });
  EXPECT_EQ(stage.state_of(anna, "onboarding"), "waiting");
  EXPECT_EQ(stage.rings(), 0u);
  EXPECT_TRUE(stage.ledger()["texts"].empty()) << "our trouble is nobody's news";
  const Json waiting = stage.outreach(anna, "onboarding");
  EXPECT_TRUE(waiting["result"].is_null());

  stage.must("POST", "/v1/attention/" + items[0]["id"].get<std::string>() + "/resolve");
  ASSERT_TRUE(stage.wait_for_state(anna, "handoff", "connected"));
  EXPECT_EQ(stage.rings(), 2u);
  EXPECT_TRUE(stage.ledger()["texts"].empty());
  EXPECT_EQ(stage.outreach(anna, "handoff")["result"]["retries"], 0);
  EXPECT_TRUE(stage.open_attention().empty());
}

TEST_F(Outage, ALimitIsWaitedOutWithoutUsingARetry) {
  Stage stage;
  stage.control("/sandbox/faults",
                {{"target", "dial"}, {"kind", "refuse"}, {"status", 429}, {"retry_after", 1}});
  const std::string anna = anna_is_onboarded(stage);
  ASSERT_TRUE(stage.wait_for_state(anna, "handoff", "connected"));
  EXPECT_EQ(stage.rings(), 2u);
  EXPECT_TRUE(stage.open_attention().empty());
  EXPECT_EQ(stage.outreach(anna, "onboarding")["result"]["retries"], 0);
}

TEST_F(Outage, AMessengerThatFailsOnceIsAskedAgain) {
  Stage stage({.edits = kOneRetry});
  stage.control("/sandbox/people", {{"number", kAnna}, {"behaviours", {"answer", "busy"}}});
  stage.control("/sandbox/faults",
                {{"target", "telegram"}, {"kind", "refuse"}, {"status", 429}, {"retry_after", 1}});
  const std::string anna = anna_is_onboarded(stage);
  ASSERT_TRUE(stage.wait_for_state(anna, "handoff", "texted"));
  EXPECT_EQ(stage.ledger()["texts"].size(), 1u);
}

TEST_F(Outage, ATextWhoseAnswerBreaksOffIsNotSentAgain) {
  Stage stage({.edits = kOneRetry});
  stage.control("/sandbox/people", {{"number", kAnna}, {"behaviours", {"answer", "busy"}}});
  stage.control("/sandbox/faults", {{"target", "telegram"}, {"kind", "drop_reply"}});
  const std::string anna = anna_is_onboarded(stage);
  ASSERT_TRUE(stage.wait_for_state(anna, "handoff", "texted"));
  EXPECT_EQ(stage.ledger()["texts"].size(), 1u);
  EXPECT_EQ(stage.outreach(anna, "handoff")["result"]["confirmed"], false);
  const auto items = stage.open_attention();
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(items[0]["reason"], "text-unconfirmed");
}

}  // namespace
}  // namespace pl::testing
