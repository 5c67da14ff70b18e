#include "platforms/twilio/text_channel.h"

#include <gtest/gtest.h>

#include <optional>

#include "platforms/fake_http_client_test.h"
#include "platforms/show_text_result_test.h"
#include "platforms/stopped_clock_test.h"

namespace pl::platforms {
namespace {

const TwilioAccess kAccess{.base_url = "https://twilio.test/",
                           .account_sid = "AC1",
                           .secret = "token-secret",
                           .from = "+41780000000",
                           .status_callback = "https://line.test/twilio/status"};

struct TwilioMessagesTest : ::testing::Test {
  std::string send(const TwilioAccess& access = kAccess) {
    std::optional<ports::TextResult> result;
    TwilioMessages twilio(http, clock, access);
    twilio.send("+41780000001", "Hi!", [&](ports::TextResult given) {
      EXPECT_FALSE(result) << "completed twice";
      result = std::move(given);
    });
    EXPECT_TRUE(result);
    return result ? show_result(*result) : "";
  }

  std::string find() {
    std::vector<ports::TextAnswer> answers;
    TwilioMessages twilio(http, clock, kAccess);
    twilio.find({"+41780000001", "Hi!", clock.now()},
                [&](ports::TextAnswer given) { answers.push_back(std::move(given)); });
    EXPECT_EQ(answers.size(), 1U);
    if (answers.empty() || !answers[0]) return "nobody can say";
    const auto* accepted = std::get_if<ports::TextAccepted>(&*answers[0]);
    return accepted != nullptr ? "accepted as " + accepted->channel_id : show_result(*answers[0]);
  }

  StoppedClock clock;
  FakeHttpClient http;
};

TEST_F(TwilioMessagesTest, SendsOneMessageOnce) {
  http.answer(201, R"({"sid":"SM1","status":"queued"})");
  EXPECT_EQ(send(), "accepted");
  ASSERT_EQ(http.asked.size(), 1U);
  const net::ClientRequest& request = http.asked[0];
  EXPECT_EQ(request.method, "POST");
  EXPECT_EQ(request.url, "https://twilio.test/2010-04-01/Accounts/AC1/Messages.json");
  EXPECT_EQ(request.body,
            "To=%2B41780000001&From=%2B41780000000&Body=Hi%21"
            "&StatusCallback=https%3A%2F%2Fline.test%2Ftwilio%2Fstatus");
  EXPECT_EQ(net::find_header(request.headers, "content-type"), "application/x-www-form-urlencoded");
  EXPECT_EQ(net::find_header(request.headers, "authorization"), "Basic QUMxOnRva2VuLXNlY3JldA==");
  EXPECT_EQ(request.connect_time, std::chrono::seconds(3));
  EXPECT_EQ(request.total_time, std::chrono::seconds(10));
}

TEST_F(TwilioMessagesTest, ActsForAnAccountWithAnApiKeyAndAMessagingService) {
  TwilioAccess access = kAccess;
  access.key_sid = "SK1";
  access.messaging_service_sid = "MG1";
  access.account_sid = "AC1/../x";
  http.answer(201, R"({"sid":"SM1"})");
  EXPECT_EQ(send(access), "accepted");
  EXPECT_EQ(http.asked[0].url,
            "https://twilio.test/2010-04-01/Accounts/AC1%2F..%2Fx/Messages.json");
  EXPECT_EQ(net::find_header(http.asked[0].headers, "authorization"),
            "Basic U0sxOnRva2VuLXNlY3JldA==");
  EXPECT_NE(http.asked[0].body.find("&MessagingServiceSid=MG1&"), std::string::npos);
  EXPECT_EQ(http.asked[0].body.find("From="), std::string::npos);
}

TEST_F(TwilioMessagesTest, PassesOnWhatTwilioSays) {
  http.answer(400, R"({"code":21610,"message":"Attempt to send to unsubscribed recipient"})");
  EXPECT_EQ(send(), "refused: Twilio error 21610: Attempt to send to unsubscribed recipient");
  http.answer(400, R"({"code":21211,"message":"+41780000001 is not valid"})");
  EXPECT_EQ(send(), "refused: Twilio error 21211: +# is not valid");
  http.answer(401, R"({"code":20003,"message":"Authenticate"})");
  EXPECT_EQ(send(),
            "refused: our Twilio account, sender or text is at fault: "
            "Twilio error 20003: Authenticate");
  http.answer(429, R"({"code":20429,"message":"slow"})", {{"Retry-After", "7"}});
  EXPECT_EQ(send(), "in 7s: Twilio error 20429: slow");
  http.answer(502, "<html>");
  EXPECT_EQ(send(), "unknown: HTTP 502: not JSON at byte 1");
}

TEST_F(TwilioMessagesTest, TellsNothingSentFromPerhapsSentAndRepeatsNoMessageOfTheClient) {
  const std::string message = "could not reach https://twilio.test/ with token-secret";
  http.answer_error(Code::kUnavailable, message);
  EXPECT_EQ(send(), "in 5s: no connection was made");
  http.answer_error(Code::kOutcomeUnknown, message);
  EXPECT_EQ(send(), "unknown: no answer came");
  http.answer_error(Code::kInternal, message);
  EXPECT_EQ(send(), "unknown: no answer came");
  http.answer_error(Code::kInvalid, message);
  EXPECT_EQ(send(), "refused: the address of Twilio is no http(s) URL");
}

TEST_F(TwilioMessagesTest, LooksForATextWithoutSendingIt) {
  const std::string listed =
      R"({"sid":"SM1","to":"+41780000001","body":"Hi!","direction":"outbound-api",)"
      R"("date_created":"Sun, 22 Nov 2026 11:49:02 +0000","status":)";
  http.answer(200, R"({"messages":[)" + listed + R"("queued"}],"next_page_uri":null})");
  EXPECT_EQ(find(), "accepted as SM1");
  const net::ClientRequest& request = http.asked[0];
  EXPECT_EQ(request.method, "GET");
  EXPECT_EQ(request.url,
            "https://twilio.test/2010-04-01/Accounts/AC1/Messages.json"
            "?To=%2B41780000001&PageSize=1000");
  EXPECT_EQ(net::find_header(request.headers, "authorization"), "Basic QUMxOnRva2VuLXNlY3JldA==");
  EXPECT_EQ(request.body, "");
  http.answer(200, R"({"messages":[)" + listed + R"("failed","error_code":30005}]})");
  EXPECT_EQ(find(), "refused: Twilio error 30005");
  http.answer(200, R"({"messages":[],"next_page_uri":null})");
  EXPECT_EQ(find(), "nobody can say") << "it may still come";
}

TEST_F(TwilioMessagesTest, NeverTakesAFailedLookForAnAbsentText) {
  http.answer(500, R"({"messages":[]})");
  EXPECT_EQ(find(), "nobody can say");
  http.answer(200, "<html>");
  EXPECT_EQ(find(), "nobody can say");
  http.answer_error(Code::kUnavailable, "token-secret");
  EXPECT_EQ(find(), "nobody can say");
  http.answer_error(Code::kOutcomeUnknown, "token-secret");
  EXPECT_EQ(find(), "nobody can say");
}

}  // namespace
}  // namespace pl::platforms
