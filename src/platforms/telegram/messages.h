// Telegram's Bot API, as far as one message to or from one chat is concerned.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "wire/text_reply.h"

namespace pl::platforms {

// POST sendMessage: {chat_id, text}, without parse_mode, so that nothing in the text is markup. A
// whole number is sent as a number, anything else as a "@name". Telegram takes 4096 characters; the
// rest is cut.
std::string telegram_body(std::string_view chat_id, std::string_view text);

// The answer to sendMessage. A refusal counts only in Telegram's own words ({"ok": false, ...}): a
// 403 page of some proxy says nothing about what Telegram did. A refused token is kUs: the chat may
// be fine.
wire::TextReply read_telegram_reply(int status, std::string_view body);

// Somebody wrote to the bot.
struct TelegramMessage {
  std::int64_t update_id = 0;  // the same when Telegram tells it twice; grows
  std::string chat_id;         // as telegram_body() takes it
  std::string text;
};

// An update as Telegram posts it to the webhook (setWebhook). Empty for every other kind: an edited
// message, a picture, a button. Whether it comes from Telegram, the header
// X-Telegram-Bot-Api-Secret-Token tells. kInvalid for what is no update.
Result<std::optional<TelegramMessage>> read_telegram_update(std::string_view body);

}  // namespace pl::platforms
