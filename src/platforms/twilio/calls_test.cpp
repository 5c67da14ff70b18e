#include "platforms/twilio/calls.h"

#include <gtest/gtest.h>

#include <optional>

#include "platforms/fake_http_client_test.h"

namespace pl::platforms {
namespace {

struct TwilioCallsTest : ::testing::Test {
  // "done", or why not.
  std::string stop(const std::string& sid) {
    std::optional<Result<void>> result;
    TwilioCalls calls(
        http, {.base_url = "https://twilio.test/", .account_sid = "AC1", .secret = "token-secret"});
    calls.stop_ringing({sid}, [&](Result<void> given) {
      EXPECT_FALSE(result) << "completed twice";
      result = std::move(given);
    });
    EXPECT_TRUE(result);
    return !result ? "" : *result ? "done" : result->error().message;
  }

  FakeHttpClient http;
};

TEST_F(TwilioCallsTest, CancelsOneCallOnceAndSparesWhatWasAnswered) {
  http.answer(200, R"({"sid":"CA1","status":"canceled"})");
  EXPECT_EQ(stop("CA1"), "done");
  ASSERT_EQ(http.asked.size(), 1U);
  EXPECT_EQ(http.asked[0].method, "POST");
  EXPECT_EQ(http.asked[0].url, "https://twilio.test/2010-04-01/Accounts/AC1/Calls/CA1.json");
  EXPECT_EQ(http.asked[0].body, "Status=canceled") << "\"completed\" would end a conversation";
  EXPECT_EQ(net::find_header(http.asked[0].headers, "authorization"),
            "Basic QUMxOnRva2VuLXNlY3JldA==");
}

TEST_F(TwilioCallsTest, ANameOfACallCannotLeadElsewhere) {
  http.answer(404, "{}");
  stop("../Messages/SM1?");
  EXPECT_EQ(http.asked[0].url,
            "https://twilio.test/2010-04-01/Accounts/AC1/Calls/..%2FMessages%2FSM1%3F.json");
}

TEST_F(TwilioCallsTest, SaysThatItMayRingOnWithoutRepeatingASecret) {
  http.answer(400, R"({"code":21220,"message":"Call is not in-progress"})");
  EXPECT_EQ(stop("CA1"), "Twilio answered 400");
  http.answer_error(Code::kUnavailable, "https://AC1:token-secret@twilio.test");
  EXPECT_EQ(stop("CA1"), "no answer from Twilio");
}

}  // namespace
}  // namespace pl::platforms
