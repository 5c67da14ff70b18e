// What people write to us: a word to stop is obeyed at once, from whoever truly wrote it.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "../../tests/support/front_stage.h"
#include "platforms/twilio/signature.h"

namespace pl::platforms {
namespace {

using namespace pl::testing;

net::Response from_twilio(FrontStage& stage, const std::string& path, const wire::Form& form,
                          const std::string& token = kTwilioToken) {
  const std::string signature = twilio_signature(kPublicUrl + path, form, token);
  return stage.serve("POST", path, {{"X-Twilio-Signature", signature}}, wire::write_form(form));
}

net::Response sms(FrontStage& stage, const std::string& body,
                  const std::string& from = "+41780000001",
                  const std::string& token = kTwilioToken) {
  return from_twilio(
      stage, "/twilio/messages",
      {{"MessageSid", "SM9"}, {"From", from}, {"To", "+41780000000"}, {"Body", body}}, token);
}

net::Response telegram(FrontStage& stage, const std::string& text,
                       const std::string& secret = kTelegramSecret) {
  return stage.serve("POST", "/telegram/updates", {{"X-Telegram-Bot-Api-Secret-Token", secret}},
                     R"({"update_id":1,"message":{"message_id":2,"date":3,"text":")" + text +
                         R"(","chat":{"id":1000001,"type":"private"}}})");
}

bool opted_out(FrontStage& stage) {
  return json_of(stage.api("GET", kAnna))["opted_out_at"].is_string();
}

TEST(Stop, ByTextEndsEverythingAndIsConfirmedOnce) {
  FrontStage stage;
  ASSERT_EQ(stage.api("POST", kAnna + "/onboarding").status, 202);
  const auto answer = sms(stage, "Stop.");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.content_type, "text/xml");
  EXPECT_TRUE(opted_out(stage));
  EXPECT_TRUE(json_of(stage.api("GET", kAnna))["outreaches"].empty());
  ASSERT_EQ(stage.world.sms.sent.size(), 1U);
  EXPECT_EQ(stage.world.sms.sent[0].address, "+41780000001");
  EXPECT_EQ(sms(stage, "STOP").status, 200);
  EXPECT_EQ(stage.world.sms.sent.size(), 1U);
  EXPECT_EQ(stage.world.suppression.noted.size(), 1U);
}

TEST(Stop, ByTelegramDoesTheSame) {
  FrontStage stage;
  EXPECT_EQ(telegram(stage, "/stop").status, 204);
  EXPECT_TRUE(opted_out(stage));
  ASSERT_EQ(stage.world.telegram.sent.size(), 1U);
  EXPECT_EQ(stage.world.telegram.sent[0].address, "1000001");
}

TEST(Stop, OfANumberOnTwoLinesIsSaidOnceOfEach) {
  FrontStage stage;
  core::Caller other = sample_caller();
  other.id = sample_id<core::CallerId>(2);
  other.line = {"second"};
  stage.world.store.put(other);
  ASSERT_EQ(sms(stage, "STOP").status, 200);
  std::vector<std::string> left_alone;
  const auto journal = json_of(stage.api("GET", "/v1/journal"));
  for (const auto& entry : journal["items"]) {
    if (entry["kind"] == "caller.opted-out") left_alone.push_back(entry["caller"]);
  }
  EXPECT_EQ(left_alone, (std::vector<std::string>{sample_caller().id.text(), other.id.text()}));
  EXPECT_EQ(stage.world.sms.sent.size(), 1U);
}

TEST(Stop, OtherWordsChangeNothing) {
  FrontStage stage;
  for (const char* words : {"Hello!", "please do not stop", "START", ""}) {
    EXPECT_EQ(sms(stage, words).status, 200) << words;
    EXPECT_EQ(telegram(stage, words).status, 204) << words;
  }
  EXPECT_FALSE(opted_out(stage));
  EXPECT_TRUE(stage.world.sms.sent.empty());
}

TEST(Stop, FromAStrangerIsAnsweredAndForgotten) {
  FrontStage stage;
  EXPECT_EQ(sms(stage, "STOP", "+41780000077").status, 200);
  EXPECT_EQ(sms(stage, "STOP", "12345").status, 200);
  EXPECT_TRUE(stage.world.sms.sent.empty());
  EXPECT_FALSE(opted_out(stage));
}

TEST(Stop, NobodyElseMaySayIt) {
  FrontStage stage;
  EXPECT_EQ(not_a_problem(sms(stage, "STOP", "+41780000001", "another-token-123"), 401), "");
  EXPECT_EQ(not_a_problem(stage.serve("POST", "/twilio/messages"), 401), "");
  EXPECT_EQ(not_a_problem(telegram(stage, "/stop", "guess"), 401), "");
  EXPECT_EQ(not_a_problem(stage.serve("GET", "/twilio/messages"), 405), "");
  EXPECT_FALSE(opted_out(stage));
  EXPECT_EQ(sms(stage, "STOP", "+41780000001", "previous-twilio-token").status, 200)
      << "while the token is rotated";
  EXPECT_TRUE(opted_out(stage));
}

TEST(Stop, IsAskedForAgainWhenItCouldNotBeKept) {
  FrontStage stage;
  stage.world.store.broken = true;
  EXPECT_EQ(sms(stage, "STOP").status, 503);
  EXPECT_EQ(telegram(stage, "/stop").status, 503);
  stage.world.store.broken = false;
  EXPECT_EQ(telegram(stage, "/stop").status, 204);
  EXPECT_TRUE(opted_out(stage));
}

TEST(TextStatus, OfATextThatNobodyKnowsIsTakenAndForgotten) {
  FrontStage stage;
  for (const char* status : {"sent", "delivered", "undelivered", "failed", "teleported"}) {
    const auto answer =
        from_twilio(stage, "/twilio/status",
                    {{"MessageSid", "SM77"}, {"MessageStatus", status}, {"ErrorCode", "30005"}});
    EXPECT_EQ(answer.status, 204) << status;
  }
  EXPECT_TRUE(json_of(stage.api("GET", "/v1/attention"))["items"].empty());
}

}  // namespace
}  // namespace pl::platforms
