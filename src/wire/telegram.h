// Telegram's Bot API, as far as one message to one chat is concerned.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "base/time.h"

namespace pl::wire {

// POST sendMessage: {chat_id, text}, without parse_mode, so that nothing in the text is markup. A
// whole number is sent as a number, anything else as a "@name". Telegram takes 4096 characters; the
// rest is cut.
std::string telegram_body(std::string_view chat_id, std::string_view text);

struct TextAccepted {};
struct TextRefused {
  std::string why;
  bool our_fault = false;  // the bot's token is wrong: the chat may be fine
};
struct TextLater {
  Millis retry_after{0};
  std::string why;
};
struct TextUnknown {
  std::string why;
};
// Every `why` is a safe_reason().
using TextReply = std::variant<TextAccepted, TextRefused, TextLater, TextUnknown>;

// The answer to sendMessage. A refusal counts only in Telegram's own words ({"ok": false, ...}): a
// 403 page of some proxy says nothing about what Telegram did.
TextReply read_telegram_reply(int status, std::string_view body);

}  // namespace pl::wire
