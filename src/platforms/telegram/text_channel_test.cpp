#include "platforms/telegram/text_channel.h"

#include <gtest/gtest.h>

#include <optional>

#include "platforms/fake_http_client_test.h"
#include "platforms/show_text_result_test.h"

namespace pl::platforms {
namespace {

const std::string kToken = "123456:AAH-secret_part";

struct TelegramTest : ::testing::Test {
  std::string send() {
    std::optional<ports::TextResult> result;
    Telegram telegram(http, {"https://telegram.test/", kToken});
    telegram.send("42", "Hi!", [&](ports::TextResult given) {
      EXPECT_FALSE(result) << "completed twice";
      result = std::move(given);
    });
    EXPECT_TRUE(result);
    return result ? show_result(*result) : "";
  }

  FakeHttpClient http;
};

TEST_F(TelegramTest, SendsOneMessageOnce) {
  http.answer(200, R"({"ok":true,"result":{"message_id":1}})");
  EXPECT_EQ(send(), "accepted");
  ASSERT_EQ(http.asked.size(), 1U);
  const net::ClientRequest& request = http.asked[0];
  EXPECT_EQ(request.method, "POST");
  EXPECT_EQ(request.url, "https://telegram.test/bot123456:AAH-secret_part/sendMessage");
  EXPECT_EQ(request.body, R"({"chat_id":42,"text":"Hi!"})");
  EXPECT_EQ(net::find_header(request.headers, "content-type"), "application/json");
  EXPECT_EQ(request.connect_time, std::chrono::seconds(3));
  EXPECT_EQ(request.total_time, std::chrono::seconds(10));
}

TEST_F(TelegramTest, KeepsATokenInsideItsPart) {
  http.answer(200, R"({"ok":true})");
  Telegram telegram(http, {"https://telegram.test", "1:a/../b?c"});
  telegram.send("42", "Hi!", [](ports::TextResult) {});
  EXPECT_EQ(http.asked[0].url, "https://telegram.test/bot1:a%2F..%2Fb%3Fc/sendMessage");
}

TEST_F(TelegramTest, PassesOnWhatTelegramSays) {
  http.answer(403, R"({"ok":false,"description":"Forbidden: bot was blocked by the user"})");
  EXPECT_EQ(send(), "refused: Forbidden: bot was blocked by the user");
  http.answer(401, R"({"ok":false,"description":"Unauthorized"})");
  EXPECT_EQ(send(), "refused: the bot token is refused: Unauthorized");
  http.answer(429, R"({"ok":false,"description":"slow","parameters":{"retry_after":7}})");
  EXPECT_EQ(send(), "in 7s: slow");
  http.answer(502, "<html>");
  EXPECT_EQ(send(), "unknown: HTTP 502: not JSON at byte 1");
}

TEST_F(TelegramTest, TellsNothingSentFromPerhapsSentAndNeverShowsTheToken) {
  const std::string message = "could not reach https://telegram.test/bot" + kToken + "/sendMessage";
  http.answer_error(Code::kUnavailable, message);
  EXPECT_EQ(send(), "in 5s: no connection was made");
  http.answer_error(Code::kOutcomeUnknown, message);
  EXPECT_EQ(send(), "unknown: no answer came");
  http.answer_error(Code::kInternal, message);
  EXPECT_EQ(send(), "unknown: no answer came");
  http.answer_error(Code::kInvalid, message);
  EXPECT_EQ(send(), "refused: the address of Telegram is no http(s) URL");
}

}  // namespace
}  // namespace pl::platforms
