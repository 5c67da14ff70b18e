// Whole journeys of callers, over real sockets, judged by the sandbox's ledger and the API.
#include <gtest/gtest.h>

#include "stage.h"

namespace pl::testing {
namespace {

Json result_of(const Json& outreach) {
  return outreach.value("result", Json());
}

std::string first_words(const Json& ledger, const Json& conversation_id) {
  for (const Json& one : ledger["conversations"]) {
    if (one["conversation_id"] != conversation_id) continue;
    for (const Json& turn : one["transcript"]) {
      if (turn["role"] == "agent" && turn["message"].is_string()) return turn["message"];
    }
  }
  return "";
}

TEST(Journey, AnOnboardedCallerIsCalledBackByTheOtherPersona) {
  Stage stage;
  const std::string anna = stage.register_caller(kAnna, "Anna");
  stage.onboard(anna);
  ASSERT_TRUE(stage.wait_for_state(anna, "handoff", "connected"));

  const Json ledger = stage.ledger();
  ASSERT_EQ(ledger["rings"].size(), 2u);
  for (const Json& ring : ledger["rings"]) {
    EXPECT_EQ(ring["number"], kAnna);
    EXPECT_EQ(ring["outcome"], "answered");
    EXPECT_TRUE(ring["overlaps"].is_null());
  }
  const auto words = [&](std::size_t ring) {
    return first_words(ledger, ledger["rings"][ring]["conversation_id"]);
  };
  EXPECT_NE(words(0).find("Meta-Nikita"), std::string::npos) << words(0);
  EXPECT_NE(words(1).find("my friend"), std::string::npos) << words(1);
  EXPECT_NE(words(1).find("Anna"), std::string::npos) << words(1);
  EXPECT_TRUE(ledger["texts"].empty());

  const Json handoff = stage.outreach(anna, "handoff");
  EXPECT_EQ(result_of(handoff)["success"], true);
  EXPECT_EQ(result_of(handoff)["retries"], 0);
  EXPECT_EQ(result_of(handoff)["via"], "call");
  EXPECT_EQ(result_of(handoff)["conversation_id"], ledger["rings"][1]["conversation_id"]);
  EXPECT_EQ(stage.outreach(anna, "onboarding")["state"], "connected");
  const Json caller = stage.caller(anna);
  EXPECT_EQ(caller["stage"], "onboarded");
  for (const char* field : {"timezone", "occupation", "personality_type"}) {
    EXPECT_TRUE(caller["profile"].contains(field)) << field;
  }
  EXPECT_TRUE(stage.open_attention().empty());
}

TEST(Journey, ACallbackThatIsBusyUntilItIsExhaustedEndsInOneText) {
  Stage stage;
  stage.control("/sandbox/people", {{"number", kAnna}, {"behaviours", {"answer", "busy"}}});
  const std::string anna = stage.register_caller(kAnna, "Anna");
  stage.onboard(anna);
  ASSERT_TRUE(stage.wait_for_state(anna, "handoff", "texted"));

  const Json ledger = stage.ledger();
  EXPECT_EQ(ledger["rings"].size(), 1u + 4u) << "one attempt and three retries";
  ASSERT_EQ(ledger["texts"].size(), 1u);
  EXPECT_EQ(ledger["texts"][0]["chat_id"], kChat);
  const std::string text = ledger["texts"][0]["text"];
  EXPECT_NE(text.find("my friend"), std::string::npos) << text;
  EXPECT_NE(text.find("Anna"), std::string::npos) << text;

  const Json handoff = stage.outreach(anna, "handoff");
  EXPECT_EQ(handoff["attempts"].size(), 4u);
  EXPECT_EQ(result_of(handoff),
            (Json{{"success", false}, {"retries", 3}, {"error", "busy"}, {"via", "text"}}));
  for (std::size_t i = 1; i < handoff["attempts"].size(); ++i) {
    const auto ended = parse_utc(handoff["attempts"][i - 1]["ended_at"].get<std::string>());
    const auto started = parse_utc(handoff["attempts"][i]["started_at"].get<std::string>());
    ASSERT_TRUE(ended && started);
    EXPECT_GE(*started - *ended, Millis(1000)) << "retry " << i << " came early";
  }
  EXPECT_TRUE(stage.open_attention().empty());
}

TEST(Journey, ATextThatIsRefusedEndsInFrontOfAnOperator) {
  Stage stage({.edits = kOneRetry});
  stage.control("/sandbox/people", {{"number", kAnna}, {"behaviours", {"answer", "busy"}}});
  stage.control("/sandbox/chats", {{"chat_id", kChat}, {"state", "blocked"}});
  const std::string anna = stage.register_caller(kAnna, "Anna");
  stage.onboard(anna);
  ASSERT_TRUE(stage.wait_for_state(anna, "handoff", "failed"));

  EXPECT_TRUE(stage.ledger()["texts"].empty());
  const Json handoff = stage.outreach(anna, "handoff");
  EXPECT_EQ(result_of(handoff)["success"], false);
  EXPECT_EQ(result_of(handoff)["retries"], 1);
  EXPECT_TRUE(result_of(handoff)["via"].is_null());
  const auto items = stage.open_attention();
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(items[0]["reason"], "outreach-failed");
  EXPECT_EQ(items[0]["subject"], handoff["id"]);
  EXPECT_FALSE(items[0]["todo"].get<std::string>().empty());
}

TEST(Journey, WhoCallsInWhileTheCallbackWaitsGetsItAndIsNotRungAgain) {
  Stage stage({.edits = {{"retry: [5s, 15s, 45s]", "retry: [30s, 30s, 30s]"}}});
  stage.control("/sandbox/people",
                {{"number", kAnna}, {"behaviours", {"answer", "busy", "answer"}}});
  const std::string anna = stage.register_caller(kAnna, "Anna");
  stage.onboard(anna);
  ASSERT_TRUE(stage.wait_for("the first callback was busy", [&] {
    return stage.rings() == 2 && stage.state_of(anna, "handoff") == "waiting";
  }));
  const Json call = stage.control("/sandbox/inbound", {{"from", kAnna}, {"to", kLineNumber}});
  EXPECT_EQ(call["answered_with"], "override");
  ASSERT_TRUE(stage.wait_for_state(anna, "handoff", "connected"));

  const Json ledger = stage.ledger();
  EXPECT_EQ(ledger["rings"].size(), 2u);
  const std::string words = first_words(ledger, call["conversation_id"]);
  EXPECT_NE(words.find("my friend"), std::string::npos) << words;
  const Json handoff = stage.outreach(anna, "handoff");
  EXPECT_EQ(result_of(handoff)["via"], "inbound");
  EXPECT_EQ(result_of(handoff)["conversation_id"], call["conversation_id"]);
}

TEST(Journey, AStrangerMeetsTheirOwnSceneAndBecomesNobody) {
  Stage stage;
  const Json call =
      stage.control("/sandbox/inbound", {{"from", "+12125550142"}, {"to", kLineNumber}});
  EXPECT_EQ(call["answered_with"], "override");
  const Json route = stage.must("GET", "/v1/route?from=%2B12125550142");
  EXPECT_EQ(route["scene"], "stranger");
  const Json calls = stage.must("GET", "/v1/calls");
  ASSERT_EQ(calls["items"].size(), 1u);
  EXPECT_EQ(calls["items"][0]["scene"], "stranger");
  EXPECT_EQ(calls["items"][0]["safe_scene"], false);
  EXPECT_TRUE(calls["items"][0]["caller"].is_null());
  EXPECT_EQ(stage.api("GET", "/v1/callers?number=%2B12125550142").status, 404);
  EXPECT_EQ(stage.rings(), 0u);
}

// Whoever was busy too is called once more after Anna would have been.
TEST(Journey, WhoOptsOutBetweenTwoTriesHearsNothingMore) {
  Stage stage({.edits = {{"retry: [5s, 15s, 45s]", "retry: [8s, 8s, 8s]"}}});
  stage.control("/sandbox/people", {{"number", kAnna}, {"behaviours", {"answer", "busy"}}});
  const std::string anna = stage.register_caller(kAnna, "Anna");
  stage.onboard(anna);
  ASSERT_TRUE(stage.wait_for("the first callback was busy", [&] {
    return stage.rings() == 2 && stage.state_of(anna, "handoff") == "waiting";
  }));
  stage.must("POST", "/v1/callers/" + anna + "/opt-out");
  EXPECT_EQ(stage.state_of(anna, "handoff"), "cancelled");
  const std::size_t rings = stage.rings();
  const std::string bea = "+41780000002";
  stage.control("/sandbox/people", {{"number", bea}, {"behaviours", {"answer", "busy", "answer"}}});
  const std::string other = stage.register_caller(bea, "Bea");
  stage.onboard(other);
  ASSERT_TRUE(stage.wait_for_state(other, "handoff", "connected")) << "time passes for others";
  std::size_t to_anna = 0;
  const Json ledger = stage.ledger();
  for (const Json& ring : ledger["rings"]) to_anna += ring["number"] == kAnna ? 1 : 0;
  EXPECT_EQ(to_anna, rings);
  EXPECT_TRUE(ledger["texts"].empty());
}

}  // namespace
}  // namespace pl::testing
