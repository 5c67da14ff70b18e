// kill -9 of the server at the worst moments: what it did outside is found again, never repeated.
#include <gtest/gtest.h>

#include <set>

#include "stage.h"

namespace pl::testing {
namespace {

std::size_t dials_asked(const Json& ledger) {
  std::size_t count = 0;
  for (const Json& one : ledger["requests"]) {
    count += one["path"] == "/v1/convai/twilio/outbound-call" ? 1 : 0;
  }
  return count;
}

std::size_t lists_asked(const Json& ledger) {
  std::size_t count = 0;
  for (const Json& one : ledger["requests"]) {
    count += one["path"] == "/v1/convai/conversations" ? 1 : 0;
  }
  return count;
}

class Crash : public ::testing::Test {
 protected:
  // Phones ring long enough for a server to die and come back.
  static StageOptions options() {
    StageOptions options;
    options.own_process = true;
    options.pace.ring = Millis(1500);
    return options;
  }

  void expect_one_ring_an_attempt(const Json& ledger) {
    std::set<std::string> attempts;
    for (const Json& ring : ledger["rings"]) {
      EXPECT_TRUE(attempts.insert(ring["attempt"].get<std::string>()).second)
          << "an attempt rang twice";
      EXPECT_TRUE(ring["overlaps"].is_null());
    }
  }
};

TEST_F(Crash, BetweenADialAndItsReplyTheCallIsFoundAndNotRepeated) {
  Stage stage(options());
  stage.control("/sandbox/faults", {{"target", "dial"}, {"kind", "hold_reply"}, {"ms", 10'000}});
  const std::string anna = stage.register_caller(kAnna, "Anna");
  stage.onboard(anna);
  ASSERT_TRUE(stage.wait_for("the phone rings", [&] { return stage.rings() == 1; }));
  stage.kill_server();
  stage.start_server();
  EXPECT_EQ(stage.state_of(anna, "onboarding"), "verifying");
  ASSERT_TRUE(stage.wait_for_state(anna, "handoff", "connected"));

  const Json ledger = stage.ledger();
  EXPECT_EQ(ledger["rings"].size(), 2u);
  EXPECT_EQ(dials_asked(ledger), 2u);
  expect_one_ring_an_attempt(ledger);
  EXPECT_EQ(stage.outreach(anna, "onboarding")["attempts"].size(), 1u);
  EXPECT_TRUE(ledger["texts"].empty());
}

TEST_F(Crash, WhileTheCallbackIsBeingDialledItIsStillMadeExactlyOnce) {
  Stage stage(options());
  const std::string anna = stage.register_caller(kAnna, "Anna");
  stage.onboard(anna);
  ASSERT_TRUE(stage.wait_for("the phone rings", [&] { return stage.rings() == 1; }));
  stage.control("/sandbox/faults", {{"target", "dial"}, {"kind", "hold_reply"}, {"ms", 10'000}});
  ASSERT_TRUE(stage.wait_for("the callback rings", [&] { return stage.rings() == 2; }));
  stage.kill_server();
  stage.start_server();
  ASSERT_TRUE(stage.wait_for_state(anna, "handoff", "connected"));

  const Json ledger = stage.ledger();
  EXPECT_EQ(ledger["rings"].size(), 2u);
  expect_one_ring_an_attempt(ledger);
  EXPECT_EQ(stage.outreach(anna, "handoff")["result"]["retries"], 0);
}

TEST_F(Crash, ADialThatMayNeverHaveBeenPlacedIsLookedUpAndNotRepeatedBlindly) {
  Stage stage(options());
  stage.control("/sandbox/faults", {{"target", "dial"}, {"kind", "drop_request"}});
  const std::string anna = stage.register_caller(kAnna, "Anna");
  stage.onboard(anna);
  ASSERT_TRUE(
      stage.wait_for("the dial was asked for", [&] { return dials_asked(stage.ledger()) == 1; }));
  stage.kill_server();
  const std::size_t before = lists_asked(stage.ledger());
  stage.start_server();
  ASSERT_TRUE(stage.wait_for("a look-up after the restart",
                             [&] { return lists_asked(stage.ledger()) > before; }));
  EXPECT_EQ(stage.state_of(anna, "onboarding"), "verifying") << "3 minutes are not over";
  const Json ledger = stage.ledger();
  EXPECT_EQ(dials_asked(ledger), 1u);
  EXPECT_TRUE(ledger["rings"].empty());
  EXPECT_TRUE(ledger["texts"].empty());
}

TEST_F(Crash, InTheMiddleOfAnOnboardingCallNothingThatWasSavedIsLost) {
  StageOptions slow = options();
  slow.pace.ring = Millis(60);
  slow.pace.turn = Millis(80);
  Stage stage(slow);
  const std::string anna = stage.register_caller(kAnna, "Anna");
  stage.onboard(anna);
  ASSERT_TRUE(stage.wait_for("two answers are saved",
                             [&] { return stage.caller(anna)["profile"].size() >= 2; }));
  const Json saved = stage.caller(anna)["profile"];
  stage.kill_server();
  stage.start_server();
  const Json kept = stage.caller(anna)["profile"];
  for (const auto& [field, value] : saved.items()) EXPECT_EQ(kept.value(field, Json()), value);
  // What was asked while the server was away is asked by the next call, if there must be one.
  ASSERT_TRUE(stage.wait_for_state(anna, "handoff", "connected"));
  expect_one_ring_an_attempt(stage.ledger());
}

TEST_F(Crash, WhatWasAnsweredIsThereAfterwards) {
  Stage stage(options());
  std::vector<std::string> callers;
  for (int i = 0; i < 10; ++i) {
    callers.push_back(stage.register_caller("+4178000010" + std::to_string(i), "Anna"));
  }
  const auto journal = stage.journal();
  stage.kill_server();
  stage.start_server();
  for (const std::string& caller : callers) EXPECT_EQ(stage.caller(caller)["id"], caller);
  EXPECT_EQ(stage.journal(), journal);
}

TEST_F(Crash, TheDatabaseOfARunningServerIsNobodyElses) {
  Stage stage(options());
  const std::string log = stage.database() + ".second.log";
  Process second({"serve", "--line", (shipped_lines() / "nikita").string(), "--database",
                  stage.database(), "--port", "0"},
                 stage.environment(), log);
  EXPECT_TRUE(stage.wait_for("the second server gives up", [&] { return !second.is_running(); }));
  EXPECT_EQ(stage.send("GET", "/readyz").status, 200);
}

}  // namespace
}  // namespace pl::testing
