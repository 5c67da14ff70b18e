// Tools called over real HTTP for calls that there were: only what the scene grants, only for the
// caller of that call, and twice is once.
#include <gtest/gtest.h>

#include "stage.h"

namespace pl::testing {
namespace {

// Anna was onboarded and called back; a moment later her agents' tools come again, or at all.
class LateTools : public ::testing::Test {
 protected:
  void SetUp() override {
    anna_ = stage_.register_caller("+41780000001", "Anna");
    stage_.onboard(anna_);
    ASSERT_TRUE(stage_.wait_for_state(anna_, "handoff", "connected"));
    const Json rings = stage_.ledger()["rings"];
    onboarding_ = rings[0];
    callback_ = rings[1];
    ASSERT_TRUE(stage_.wait_for("both calls are over", [&] {
      std::size_t over = 0;
      const Json calls = stage_.must("GET", "/v1/calls");
      for (const Json& call : calls["items"]) {
        over += call["state"] == "over" ? 1 : 0;
      }
      return over == 2 && stage_.ledger()["webhooks"].size() == 2;
    }));
    before_ = stage_.caller(anna_);
    journal_ = stage_.journal();
  }

  Json call_tool(const std::string& name, const Json& body) {
    const net::Header secret{"X-Partyline-Secret", stage_.settings().secrets.tools.front()};
    const Answer answer = stage_.send("POST", "/elevenlabs/tools/" + name, {secret}, body.dump());
    EXPECT_EQ(answer.status, 200);
    return answer.json();
  }

  static Json in_call(const Json& ring, Json arguments) {
    arguments["partyline_call"] = ring["attempt"];
    arguments["conversation_id"] = ring["conversation_id"];
    return arguments;
  }

  void expect_nothing_changed() {
    EXPECT_EQ(stage_.caller(anna_), before_);
    EXPECT_EQ(stage_.journal(), journal_);
    EXPECT_EQ(stage_.rings(), 2u);
  }

  Stage stage_;
  std::string anna_;
  Json onboarding_;
  Json callback_;
  Json before_;
  std::vector<Json> journal_;
};

TEST_F(LateTools, CompletingTwiceIsTheSameSuccessAndOneHandOver) {
  // Other arguments, so that it is no mere repetition of the same request.
  for (const Json& arguments : {Json::object(), Json{{"again", true}}, Json{{"again", 2}}}) {
    const Json said = call_tool("complete_onboarding", in_call(onboarding_, arguments));
    EXPECT_EQ(said["saved"], true);
  }
  expect_nothing_changed();
}

TEST_F(LateTools, AToolThatTheSceneDoesNotGrantDoesNothing) {
  for (const char* tool : {"collect_profile", "configure_preferences", "complete_onboarding"}) {
    const Json said =
        call_tool(tool, in_call(callback_, {{"field", "occupation"}, {"value", "somebody else"}}));
    EXPECT_EQ(said["saved"], false) << tool;
    EXPECT_FALSE(said["say"].get<std::string>().empty());
  }
  expect_nothing_changed();
}

TEST_F(LateTools, AFieldOfAnotherToolAndAValueThatMakesNoSenseAreRefusedInWords) {
  for (const Json& arguments :
       {Json{{"field", "intensity"}, {"value", 3}}, Json{{"field", "stage"}, {"value", "closed"}},
        Json{{"field", "number"}, {"value", "+41780000009"}},
        Json{{"field", "personality_type"}, {"value", "dragon"}},
        Json{{"field", "timezone"}, {"value", "the moon"}}, Json{{"consent", true}},
        Json{{"occupation", "N/A"}, {"stage", "closed"}}}) {
    SCOPED_TRACE(arguments.dump());
    const Json said = call_tool("collect_profile", in_call(onboarding_, arguments));
    EXPECT_EQ(said["saved"], false);
    EXPECT_FALSE(said["say"].get<std::string>().empty());
  }
  expect_nothing_changed();
}

TEST_F(LateTools, ACallAndAConversationThatContradictEachOtherAreNobodys) {
  Json mixed = in_call(onboarding_, {{"field", "occupation"}, {"value", "spy"}});
  mixed["conversation_id"] = callback_["conversation_id"];
  EXPECT_EQ(call_tool("collect_profile", mixed)["saved"], false);
  mixed["conversation_id"] = "conv_of_somebody_else";
  EXPECT_EQ(call_tool("collect_profile", mixed)["saved"], false);
  expect_nothing_changed();
}

TEST_F(LateTools, ALateAnswerIsStillSavedForItsCaller) {
  const Json said = call_tool("collect_profile",
                              in_call(onboarding_, {{"field", "occupation"}, {"value", "diver"}}));
  EXPECT_EQ(said["saved"], true);
  EXPECT_EQ(stage_.caller(anna_)["profile"]["occupation"], "diver");
}

// They said "never call me again" to an agent that has a tool for it.
TEST(OptOutTool, EndsEverythingThatIsPlanned) {
  Stage stage;
  const std::string anna = stage.register_caller("+41780000001", "Anna");
  stage.onboard(anna);
  ASSERT_TRUE(stage.wait_for_state(anna, "handoff", "connected"));
  stage.must("POST", "/v1/callers/" + anna + "/outreaches",
             {{"plan", "check-in"},
              {"not_before", "2100-01-01T00:00:00Z"},
              {"deadline", "2100-01-02T00:00:00Z"}});
  const Json call = stage.ledger()["rings"][0];
  const Answer said = stage.send(
      "POST", "/elevenlabs/tools/stop_calling_me",
      {{"X-Partyline-Secret", stage.settings().secrets.tools.front()}},
      Json{{"partyline_call", call["attempt"]}, {"conversation_id", call["conversation_id"]}}
          .dump());
  EXPECT_EQ(said.json()["saved"], true) << said.body;
  EXPECT_TRUE(stage.caller(anna)["opted_out_at"].is_string());
  const Json planned = stage.outreach(anna, "check-in");
  EXPECT_EQ(planned["state"], "cancelled") << planned;
}

}  // namespace
}  // namespace pl::testing
