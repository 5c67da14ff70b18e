// Texts by SMS, and what people write back, through the stand-in for Twilio.
#include <gtest/gtest.h>

#include "stage.h"

namespace pl::testing {
namespace {

StageOptions by_sms() {
  auto edits = kOneRetry;
  edits["text: [telegram]"] = "text: [sms]";
  return {.edits = edits};
}

// Anna is onboarded, and busy when she is called back: a text takes its place.
std::string text_anna(Stage& stage, const std::string& number = kAnna) {
  stage.control("/sandbox/people", {{"number", number}, {"behaviours", {"answer", "busy"}}});
  const std::string anna = stage.register_caller(number, "Anna");
  stage.onboard(anna);
  EXPECT_TRUE(stage.wait_for_state(anna, "handoff", "texted"));
  return anna;
}

TEST(Sms, TakesThePlaceOfACallAndAWordToStopIsObeyed) {
  Stage stage(by_sms());
  const std::string anna = text_anna(stage);
  const Json sent = stage.ledger()["sms"];
  ASSERT_EQ(sent.size(), 1U) << sent.dump(1);
  EXPECT_EQ(sent[0]["to"], kAnna);
  EXPECT_EQ(sent[0]["from"], kLineNumber);
  EXPECT_NE(sent[0]["text"].get<std::string>().find("Anna"), std::string::npos);
  stage.control("/sandbox/sms", {{"from", kAnna}, {"to", kLineNumber}, {"body", "Stop!"}});
  EXPECT_TRUE(stage.wait_for("she is left alone",
                             [&] { return stage.caller(anna)["opted_out_at"].is_string(); }));
}

TEST(Sms, AWordToStopSilencesThePhoneThatRings) {
  StageOptions options = by_sms();
  options.pace.no_answer = Millis(60'000);
  Stage stage(options);
  stage.control("/sandbox/people", {{"number", kAnna}, {"behaviour", "no_answer"}});
  stage.onboard(stage.register_caller(kAnna, "Anna"));
  ASSERT_TRUE(stage.wait_for("it rings", [&] { return stage.rings() == 1; }));
  stage.control("/sandbox/sms", {{"from", kAnna}, {"to", kLineNumber}, {"body", "Stop!"}});
  EXPECT_TRUE(stage.wait_for("it is silent",
                             [&] { return stage.ledger()["rings"][0]["outcome"] == "canceled"; }));
}

TEST(Sms, ATextWhoseAnswerWasLostIsLookedUpAndNotSentAgain) {
  Stage stage(by_sms());
  stage.control("/sandbox/faults", {{"target", "sms"}, {"kind", "drop_reply"}});
  const std::string anna = text_anna(stage);
  EXPECT_EQ(stage.ledger()["sms"].size(), 1U);
  EXPECT_FALSE(stage.outreach(anna, "handoff")["result"].contains("confirmed"));
  EXPECT_TRUE(stage.open_attention().empty());
}

TEST(Sms, ATextThatDoesNotArriveIsBroughtToSomebody) {
  Stage stage(by_sms());
  const std::string caller = text_anna(stage, "+12125550122");
  EXPECT_TRUE(stage.wait_for("an operator is told", [&] {
    const auto open = stage.open_attention();
    return open.size() == 1 && open[0]["reason"] == "text-undelivered";
  }));
  const Json texts = stage.outreach(caller, "handoff")["texts"];
  ASSERT_EQ(texts.size(), 1U);
  EXPECT_EQ(texts[0]["state"], "undelivered");
}

}  // namespace
}  // namespace pl::testing
