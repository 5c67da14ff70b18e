// SIGHUP: the line's files are read again while people are on the phone.
#include <gtest/gtest.h>

#include <algorithm>

#include "stage.h"

namespace pl::testing {
namespace {

class Reload : public ::testing::Test {
 protected:
  static StageOptions slow_talk() {
    StageOptions options{.own_process = true};
    options.pace.turn = Millis(60'000);  // who is on the phone stays there
    return options;
  }

  // What a stranger who phones in hears first.
  std::string greeting() {
    const net::Header secret{"X-Partyline-Secret", stage_.settings().secrets.initiation.front()};
    const Json incoming{{"caller_id", kStranger},
                        {"agent_id", "agent_test"},
                        {"called_number", kLineNumber},
                        {"call_sid", "CA" + std::to_string(++phoned_)}};
    const Answer answer = stage_.send("POST", "/elevenlabs/initiation", {secret}, incoming.dump());
    EXPECT_EQ(answer.status, 200);
    return answer.json()["conversation_config_override"]["agent"]["first_message"];
  }

  std::size_t journaled(const std::string& kind) {
    const auto entries = stage_.journal();
    return static_cast<std::size_t>(std::count_if(
        entries.begin(), entries.end(), [&](const Json& entry) { return entry["kind"] == kind; }));
  }

  void reload(const std::map<std::string, std::string>& edits) {
    const std::size_t before = journaled("line.reloaded");
    stage_.reload_line(edits);
    ASSERT_TRUE(stage_.wait_for("the line is read again",
                                [&] { return journaled("line.reloaded") > before; }));
  }

  // Rings somebody new and waits until they talk.
  Json talk_to(const std::string& number) {
    const std::size_t before = stage_.rings();
    stage_.onboard(stage_.register_caller(number, "Anna"));
    EXPECT_TRUE(stage_.wait_for("it rings", [&] { return stage_.rings() > before; }));
    return stage_.ledger()["rings"][before];
  }

  Json save_intensity(const Json& ring) {
    const net::Header secret{"X-Partyline-Secret", stage_.settings().secrets.tools.front()};
    const Json body{{"partyline_call", ring["attempt"]},
                    {"conversation_id", ring["conversation_id"]},
                    {"intensity", 4}};
    return stage_.send("POST", "/elevenlabs/tools/configure_preferences", {secret}, body.dump())
        .json();
  }

  Stage stage_{slow_talk()};

 private:
  int phoned_ = 0;
};

TEST_F(Reload, TheNextCallMeetsTheChangedScene) {
  EXPECT_TRUE(greeting().starts_with("Hello, this is Nikita. I can't place your call"));
  reload(
      {{"Hello, this is Nikita. I can't place your call", "Good day, who is there? I can't say"}});
  EXPECT_TRUE(greeting().starts_with("Good day, who is there?"));
}

TEST_F(Reload, ABadFileIsRefusedAndTheOldOneAnswers) {
  const std::string before = greeting();
  stage_.reload_line({{"Hello, this is Nikita. I can't place", "Good day. I can't place"},
                      {"safe_scene: stranger", "safe_scene: nobody"}});
  ASSERT_TRUE(
      stage_.wait_for("somebody is told", [&] { return !stage_.open_attention().empty(); }));
  EXPECT_EQ(stage_.open_attention()[0]["reason"], "lines-refused");
  EXPECT_TRUE(stage_.wait_for("the log says so", [&] {
    return stage_.server_log().find("the old lines stay") != std::string::npos;
  }));
  EXPECT_NE(stage_.server_log().find("line.yaml:"), std::string::npos);
  EXPECT_EQ(greeting(), before);

  reload({{"safe_scene: nobody", "safe_scene: stranger"}});
  EXPECT_TRUE(greeting().starts_with("Good day."));
  EXPECT_TRUE(stage_.open_attention().empty());
}

TEST_F(Reload, ALineThatGotAnotherNameIsRefused) {
  stage_.reload_line({{"line: nikita", "line: another"}});
  ASSERT_TRUE(
      stage_.wait_for("somebody is told", [&] { return !stage_.open_attention().empty(); }));
  EXPECT_EQ(stage_.must("GET", "/v1/lines")["items"][0]["name"], "nikita");
}

TEST_F(Reload, ALiveCallKeepsTheToolsItBeganWith) {
  const Json began_before = talk_to("+41780000001");
  reload({{"tools: [collect_profile, configure_preferences, complete_onboarding, stop_calling_me]",
           "tools: [collect_profile, complete_onboarding]"}});
  const Json began_after = talk_to("+41780000002");
  EXPECT_EQ(save_intensity(began_before)["saved"], true);
  const Json refused = save_intensity(began_after);
  EXPECT_EQ(refused["saved"], false);
  EXPECT_EQ(refused["say"], "That tool is not part of this conversation. Go on without it.");
}

}  // namespace
}  // namespace pl::testing
