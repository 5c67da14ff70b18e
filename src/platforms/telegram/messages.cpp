#include "platforms/telegram/messages.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "base/text.h"
#include "wire/json.h"
#include "wire/limits.h"
#include "wire/reason.h"
#include "wire/retry_after.h"

namespace pl::platforms {
namespace {

using wire::Json;
using wire::JsonView;

constexpr std::size_t kTextPoints = 4096;
constexpr Millis kTelegramLater = std::chrono::seconds(5);

Json chat(std::string_view chat_id) {
  std::int64_t number = 0;
  const char* const end = chat_id.data() + chat_id.size();
  const auto read = std::from_chars(chat_id.data(), end, number);
  if (read.ec == std::errc() && read.ptr == end) return Json{number};
  return Json{chat_id.starts_with('@') ? std::string(chat_id) : "@" + std::string(chat_id)};
}

Millis retry_after(const JsonView& root) {
  const auto parameters = root.object("parameters");
  if (!parameters || !*parameters) return kTelegramLater;
  const auto seconds = (*parameters)->integer("retry_after");
  if (!seconds || !*seconds || **seconds < 0) return kTelegramLater;
  constexpr std::int64_t kMost = wire::kRetryAfterMax / std::chrono::seconds(1);
  return std::chrono::seconds(std::min(**seconds, kMost));
}

wire::TextReply refusal(int status, const JsonView& root) {
  const auto description = root.text("description");
  const bool said = description && *description && !(*description)->empty();
  std::string why = said ? wire::safe_reason(**description) : fmt::format("HTTP {}", status);
  if (status == 429) return wire::TextLater{retry_after(root), std::move(why)};
  if (status < 400 || status >= 500) return wire::TextUnknown{std::move(why)};
  // A token that no bot has is 401, and one that cannot be a token is 404.
  const bool token = status == 401 || status == 404;
  return wire::TextRefused{std::move(why),
                           token ? wire::RefusedFor::kUs : wire::RefusedFor::kAddress};
}

}  // namespace

std::string telegram_body(std::string_view chat_id, std::string_view text) {
  Json::Members members;
  members.emplace("chat_id", chat(chat_id));
  members.emplace("text", Json{clip(text, kTextPoints)});
  return wire::write_json(Json{std::move(members)});
}

wire::TextReply read_telegram_reply(int status, std::string_view body) {
  const auto document = wire::read_json(body, wire::kRequestBytes);
  if (!document) return wire::TextUnknown{wire::unreadable(status, document.error())};
  const JsonView root(*document);
  const auto ok = root.flag("ok");
  if (!ok || !*ok) return wire::TextUnknown{fmt::format("HTTP {} without a readable `ok`", status)};
  const bool success = status >= 200 && status < 300;
  if (**ok && success) return wire::TextAccepted{};
  if (**ok) return wire::TextUnknown{fmt::format("HTTP {} that says it went well", status)};
  const auto code = root.integer("error_code");
  const bool named = success && code && *code && **code >= 400 && **code < 600;
  return refusal(named ? static_cast<int>(**code) : status, root);
}

Result<std::optional<TelegramMessage>> read_telegram_update(std::string_view body) {
  PL_TRY(const Json document, wire::read_json(body, wire::kRequestBytes));
  const JsonView root(document);
  PL_TRY(const auto update_id, root.integer("update_id"));
  if (!update_id) return fail(Code::kInvalid, "/update_id is missing");
  PL_TRY(const auto message, root.object("message"));
  if (!message) return std::optional<TelegramMessage>();
  PL_TRY(const auto text, message->text("text"));
  if (!text) return std::optional<TelegramMessage>();
  PL_TRY(const JsonView from, message->required_object("chat"));
  PL_TRY(const auto chat_id, from.integer("id"));
  if (!chat_id) return fail(Code::kInvalid, "/message/chat/id is missing");
  return std::optional(TelegramMessage{*update_id, std::to_string(*chat_id), *text});
}

}  // namespace pl::platforms
