// What Telegram posts to us, and what it answers.
#include "base/overloaded.h"
#include "base/text.h"
#include "entry.h"
#include "platforms/telegram/messages.h"
#include "reason.h"
#include "wire/json.h"
#include "wire/limits.h"
#include "wire/retry_after.h"

namespace pl::fuzz {
namespace {

void check_update(std::string_view body) {
  const auto update = platforms::read_telegram_update(body);
  if (!update) {
    PL_CHECK(update.error().code == Code::kInvalid);
    return;
  }
  if (!*update) return;
  PL_CHECK(!(*update)->chat_id.empty());
  // What is answered goes to the same chat, and says the same.
  const std::string sent = platforms::telegram_body((*update)->chat_id, (*update)->text);
  const auto json = wire::read_json(sent, wire::kRequestBytes);
  PL_CHECK(json.has_value());
  const wire::JsonView root(*json);
  const auto chat = root.integer("chat_id");
  if (chat && *chat) {
    PL_CHECK(std::to_string(**chat) == (*update)->chat_id);
  } else {
    PL_CHECK(root.text("chat_id")->value().ends_with((*update)->chat_id));
  }
  PL_CHECK(root.text("text")->value() == clip((*update)->text, 4096));
}

void check_reply(int status, std::string_view body) {
  std::visit(Overloaded{[&](const wire::TextAccepted&) { PL_CHECK(status < 300); },
                        [&](const wire::TextRefused& refused) {
                          // A 5xx may have been sent, whatever it says.
                          PL_CHECK(status < 500);
                          check_reason(refused.why);
                        },
                        [&](const wire::TextLater& later) {
                          PL_CHECK(status < 500 && later.retry_after.count() >= 0);
                          PL_CHECK(later.retry_after <= wire::kRetryAfterMax);
                          check_reason(later.why);
                        },
                        [](const wire::TextUnknown& unknown) { check_reason(unknown.why); }},
             platforms::read_telegram_reply(status, body));
}

}  // namespace

void try_bytes(std::string_view bytes) {
  check_update(bytes);
  for (const int status : {200, 400, 401, 429, 500}) check_reply(status, bytes);
}

}  // namespace pl::fuzz
