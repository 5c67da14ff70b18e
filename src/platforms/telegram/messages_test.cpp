#include "platforms/telegram/messages.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace pl::platforms {
namespace {

TEST(TelegramBody, SendsANumberAsANumberAndANameAsAName) {
  EXPECT_EQ(telegram_body("123456789", "Hi <b>{{you}}</b>"),
            R"({"chat_id":123456789,"text":"Hi <b>{{you}}</b>"})");
  EXPECT_EQ(telegram_body("-1001234567890123", "Hi"),
            R"({"chat_id":-1001234567890123,"text":"Hi"})");
  EXPECT_EQ(telegram_body("@friends", "Hi"), R"({"chat_id":"@friends","text":"Hi"})");
  EXPECT_EQ(telegram_body("friends", "Hi"), R"({"chat_id":"@friends","text":"Hi"})");
  EXPECT_EQ(telegram_body("99999999999999999999", "Hi"),
            R"({"chat_id":"@99999999999999999999","text":"Hi"})");
}

TEST(TelegramBody, CutsWhatTelegramWouldRefuse) {
  const std::string body = telegram_body("1", std::string(5000, 'x'));
  EXPECT_EQ(body.size(), 4096 + std::string_view(R"({"chat_id":1,"text":""})").size());
}

std::string show(const wire::TextReply& reply) {
  if (std::holds_alternative<wire::TextAccepted>(reply)) return "accepted";
  if (const auto* refused = std::get_if<wire::TextRefused>(&reply)) {
    return (refused->cause == wire::RefusedFor::kUs ? "our fault: " : "refused: ") + refused->why;
  }
  if (const auto* later = std::get_if<wire::TextLater>(&reply)) {
    return "in " + format_duration(later->retry_after) + ": " + later->why;
  }
  return "unknown: " + std::get<wire::TextUnknown>(reply).why;
}

std::string refusal(int code, const std::string& words, const std::string& more = "") {
  return R"({"ok":false,"error_code":)" + std::to_string(code) + R"(,"description":")" + words +
         "\"" + more + "}";
}

TEST(ReadTelegramReply, HasFourMeanings) {
  struct Case {
    int status;
    std::string body;
    std::string shown;
  };
  const Case cases[] = {
      {200, R"({"ok":true,"result":{"message_id":5,"chat":{"id":1},"text":"Hi"}})", "accepted"},
      {403, refusal(403, "Forbidden: bot was blocked by the user"),
       "refused: Forbidden: bot was blocked by the user"},
      {400, refusal(400, "Bad Request: chat not found"), "refused: Bad Request: chat not found"},
      {400,
       refusal(400, "group upgraded to 1001234567890", R"(,"parameters":{"migrate_to_chat_id":5})"),
       "refused: group upgraded to #"},
      {401, refusal(401, "Unauthorized"), "our fault: Unauthorized"},
      {404, refusal(404, "Not Found"), "our fault: Not Found"},
      {403, R"({"ok":false})", "refused: HTTP 403"},
      {200, R"({"ok":[[[[[[[{"a":1,"a":1}]]]]]]]})", "unknown: HTTP 200: /ok/#/a is there twice"},
      {429, refusal(429, "Too Many Requests: retry after 7", R"(,"parameters":{"retry_after":7})"),
       "in 7s: Too Many Requests: retry after 7"},
      {429, refusal(429, "slow", R"(,"parameters":{"retry_after":99999})"), "in 15m: slow"},
      {429, refusal(429, "slow", R"(,"parameters":{"retry_after":-1})"), "in 5s: slow"},
      {429, refusal(429, "slow"), "in 5s: slow"},
      {200, refusal(403, "Forbidden"), "refused: Forbidden"},
      {200, refusal(7, "odd"), "unknown: odd"},
      {500, refusal(500, "Internal Server Error"), "unknown: Internal Server Error"},
      {502, "<html>", "unknown: HTTP 502: not JSON at byte 1"},
      {403, "<html>proxy</html>", "unknown: HTTP 403: not JSON at byte 1"},
      {200, "", "unknown: HTTP 200: not JSON at byte 1"},
      {200, "{}", "unknown: HTTP 200 without a readable `ok`"},
      {200, R"({"ok":"yes"})", "unknown: HTTP 200 without a readable `ok`"},
      {500, R"({"ok":true})", "unknown: HTTP 500 that says it went well"},
      {302, R"({"ok":false})", "unknown: HTTP 302"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(std::to_string(c.status) + " " + c.body);
    EXPECT_EQ(show(read_telegram_reply(c.status, c.body)), c.shown);
  }
}

std::string show(const Result<std::optional<TelegramMessage>>& update) {
  if (!update) return "error: " + update.error().message;
  if (!*update) return "nothing";
  return std::to_string((*update)->update_id) + " " + (*update)->chat_id + ": " + (*update)->text;
}

TEST(ReadTelegramUpdate, TellsWhoWroteWhat) {
  struct Case {
    std::string body;
    std::string shown;
  };
  const Case cases[] = {
      {R"({"update_id":7,"message":{"message_id":5,"date":1763812140,"text":"Stop",
           "from":{"id":42,"is_bot":false,"first_name":"A"},"chat":{"id":42,"type":"private"}}})",
       "7 42: Stop"},
      {R"({"update_id":8,"message":{"chat":{"id":-1001234567890123},"text":""}})",
       "8 -1001234567890123: "},
      {R"({"update_id":9,"message":{"chat":{"id":42},"photo":[]}})", "nothing"},
      {R"({"update_id":9,"edited_message":{"chat":{"id":42},"text":"Stop"}})", "nothing"},
      {R"({"update_id":9,"callback_query":{"id":"1"}})", "nothing"},
      {R"({"update_id":9})", "nothing"},
      {R"({"message":{"chat":{"id":42},"text":"x"}})", "error: /update_id is missing"},
      {R"({"update_id":9,"message":{"text":"x"}})", "error: /message/chat is missing"},
      {R"({"update_id":9,"message":{"chat":{},"text":"x"}})", "error: /message/chat/id is missing"},
      {R"({"update_id":9,"message":{"chat":{"id":"42"},"text":"x"}})",
       "error: /message/chat/id is not a whole number"},
      {R"({"update_id":9,"message":{"chat":{"id":42},"text":5}})",
       "error: /message/text is not a text"},
      {"[]", "error: the document is not an object"},
      {"", "error: not JSON at byte 1"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.body);
    EXPECT_EQ(show(read_telegram_update(c.body)), c.shown);
  }
}

}  // namespace
}  // namespace pl::platforms
