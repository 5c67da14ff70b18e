// What the server's log never holds, whatever happens: numbers, names, secrets, what was said.
#include <gtest/gtest.h>

#include "stage.h"

namespace pl::testing {
namespace {

TEST(Log, HoldsNoNumberNoNameNoSecretAndNothingThatWasSaid) {
  const std::string number = "+41780000001";
  const std::string digits = "0000001";
  Stage stage({.own_process = true, .edits = kOneRetry});
  stage.control(
      "/sandbox/people",
      {{"number", number},
       {"name", "Philippa"},
       {"behaviours", {"answer", "busy"}},
       {"answers", {{"occupation", "glassblower"}, {"timezone", {"Atlantis", "Europe/Zurich"}}}}});
  stage.control("/sandbox/faults", {{"target", "list"}, {"kind", "refuse"}, {"status", 500}});
  stage.control("/sandbox/faults", {{"target", "dial"}, {"kind", "drop_reply"}});
  stage.control("/sandbox/faults",
                {{"target", "telegram"}, {"kind", "refuse"}, {"status", 401}, {"count", 9}});
  const std::string caller = stage.register_caller(number, "Philippa");
  stage.onboard(caller);
  ASSERT_TRUE(stage.wait_for("the journey is over", [&] {
    const std::string state = stage.state_of(caller, "handoff");
    return state == "texted" || state == "failed";
  }));
  stage.control("/sandbox/inbound", {{"from", number}, {"to", kLineNumber}});

  // Requests that are refused, or that cannot be read.
  const auto& secrets = stage.settings().secrets;
  const std::string planted = R"({"agent_id":"agent_test","called_number":"+41780000000",)"
                              R"("caller_id":")" +
                              number + R"(","name":"Philippa","x":)";
  const net::Header initiation{"X-Partyline-Secret", secrets.initiation.front()};
  const net::Header tools{"X-Partyline-Secret", secrets.tools.front()};
  const net::Header guess{"X-Partyline-Secret", "guessed-secret-Philippa"};
  EXPECT_EQ(stage.send("POST", "/elevenlabs/initiation", {initiation}, planted).status, 200);
  EXPECT_EQ(stage
                .send("POST", "/elevenlabs/initiation", {initiation},
                      R"({"agent_id":{"Philippa":"glassblower"}})")
                .status,
            200);
  EXPECT_EQ(stage.send("POST", "/elevenlabs/initiation", {guess}, planted + "1}").status, 401);
  EXPECT_EQ(stage.send("POST", "/elevenlabs/tools/Philippa", {tools}, planted).status, 200);
  EXPECT_EQ(stage
                .send("POST", "/elevenlabs/tools/collect_profile", {tools},
                      R"({"+41780000001":{"Philippa Muster":1},"x":{"y":1}})")
                .status,
            200);
  EXPECT_EQ(stage.api("POST", "/v1/callers", planted).status, 400);
  EXPECT_EQ(stage.api("POST", "/v1/callers", R"({"Philippa Muster":"glassblower"})").status, 400);
  EXPECT_EQ(stage.api("GET", "/v1/callers?number=" + number + "&Philippa=%zz").status, 400);

  const std::string log = stage.server_log();
  EXPECT_NE(log.find("listening"), std::string::npos) << "there is a log to look at";
  for (const std::string& secret :
       {number, digits, std::string("Philippa"), std::string("glassblower"),
        std::string("Atlantis"), std::string("my friend"), std::string("Meta-Nikita"),
        std::to_string(kChat), stage.api_key(), std::string("planted-"),
        std::string("guessed-secret")}) {
    EXPECT_EQ(log.find(secret), std::string::npos) << secret << " is in the log:\n" << log;
  }
}

}  // namespace
}  // namespace pl::testing
