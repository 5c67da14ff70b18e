// The platform drops a part of what it was told, and says nothing of it.
#include <gtest/gtest.h>

#include "stage.h"

namespace pl::testing {
namespace {

void allow(Stage& stage, const std::string& group, const std::string& field, bool allowed) {
  const Json overrides{{"conversation_config_override", {{group, {{field, allowed}}}}}};
  const Json change{{"platform_settings", {{"overrides", overrides}}}};
  const Answer answer = stage.at_platform("PATCH", "/v1/convai/agents/agent_test", change.dump());
  ASSERT_EQ(answer.status, 200) << answer.body;
}

Json check_agent(Stage& stage) {
  return stage.must("POST", "/v1/platform/check")["items"][0];
}

std::size_t drifted(Stage& stage) {
  std::size_t count = 0;
  for (const Json& entry : stage.journal()) count += entry["kind"] == "call.drifted" ? 1 : 0;
  return count;
}

TEST(PersonaDrift, StopsTheDialsUntilTheAgentAllowsWhatWasDropped) {
  Stage stage;
  stage.control("/sandbox/workspace", {{"disallowed_override", "ignore"}}, "PATCH");
  allow(stage, "agent", "first_message", false);
  const std::string anna = stage.register_caller(kAnna, "Anna");
  stage.onboard(anna);
  ASSERT_TRUE(stage.wait_for("an operator is told", [&] {
    const auto items = stage.open_attention();
    return !items.empty() && items[0]["reason"] == "persona-drift";
  }));
  ASSERT_TRUE(stage.wait_for_state(anna, "onboarding", "connected"));
  EXPECT_EQ(drifted(stage), 1u);
  // The hand-over was due at once.
  const auto began = std::chrono::steady_clock::now();
  stage.wait_for("more time passes than the hand-over would take",
                 [&] { return std::chrono::steady_clock::now() - began > Millis(1500); });
  EXPECT_EQ(stage.state_of(anna, "handoff"), "waiting");
  EXPECT_NE(stage.outreach(anna, "handoff")["waits_for"].get<std::string>().find("first_turn"),
            std::string::npos);
  EXPECT_EQ(stage.rings(), 1u);

  Json check = check_agent(stage);
  EXPECT_EQ(check["ready"], false);
  EXPECT_EQ(check["off"], Json::array({"first_message"}));
  EXPECT_EQ(stage.state_of(anna, "handoff"), "waiting");

  allow(stage, "agent", "first_message", true);
  check = check_agent(stage);
  EXPECT_EQ(check["ready"], true) << check.dump();
  ASSERT_TRUE(stage.wait_for_state(anna, "handoff", "connected"));
  EXPECT_EQ(stage.rings(), 2u);
  EXPECT_EQ(drifted(stage), 1u);
  EXPECT_TRUE(stage.open_attention().empty());
}

TEST(PersonaDrift, IsSeenInWhatIsReportedWhereNobodyHearsIt) {
  Stage stage;
  stage.control("/sandbox/workspace", {{"disallowed_override", "ignore"}}, "PATCH");
  allow(stage, "tts", "voice_id", false);
  const std::string anna = stage.register_caller(kAnna, "Anna");
  stage.onboard(anna);
  ASSERT_TRUE(stage.wait_for("a drift is noted", [&] { return drifted(stage) == 1; }));
  const auto items = stage.open_attention();
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(items[0]["reason"], "persona-drift");
  EXPECT_NE(items[0]["what"].get<std::string>().find("voice_id"), std::string::npos) << items[0];
}

}  // namespace
}  // namespace pl::testing
