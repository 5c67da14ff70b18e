#include "platforms/twilio/messages.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "platforms/twilio/errors.h"
#include "wire/form.h"
#include "wire/json.h"
#include "wire/limits.h"
#include "wire/reason.h"
#include "wire/retry_after.h"

namespace pl::platforms {
namespace {

using wire::Form;
using wire::JsonView;

constexpr std::size_t kTextUnits = 1600;
constexpr Millis kTwilioLater = std::chrono::minutes(1);
constexpr std::int64_t kErrorCodeMax = 999'999;
constexpr std::int64_t kQueueFull = 21611;

wire::TextReply created(const JsonView& message) {
  const auto sid = message.required_text("sid", wire::kIdBytes);
  if (!sid) return wire::TextUnknown{"created, but " + wire::safe_reason(sid.error().message)};
  const auto status = message.text("status");
  if (!status || !*status || message_state(**status) != MessageState::kFailed) {
    return wire::TextAccepted{*sid};
  }
  return twilio_failure(message);
}

wire::TextReply not_created(int status, const JsonView& error, Millis later) {
  const auto code = error.integer("code");
  const auto message = error.text("message");
  if (!code || !*code || **code < 1 || **code > kErrorCodeMax) {
    return wire::TextUnknown{fmt::format("HTTP {} without an error code of Twilio", status)};
  }
  wire::TextRefused refusal = twilio_refusal(**code, message ? message->value_or("") : "");
  if (status == 429 || **code == kQueueFull) return wire::TextLater{later, std::move(refusal.why)};
  if (status < 400 || status > 499 || status == 408 || status == 409) {
    return wire::TextUnknown{std::move(refusal.why)};
  }
  return refusal;
}

}  // namespace

std::string twilio_text(std::string_view text) {
  std::size_t units = 0;
  std::size_t points = 0;
  for (const char32_t c : code_points(text)) {
    units += c > 0xFFFF ? 2 : 1;
    if (units > kTextUnits) break;
    ++points;
  }
  return clip(text, points);
}

std::string twilio_form(const OutgoingMessage& message) {
  Form form = {{"To", message.to}};
  if (message.messaging_service_sid.empty()) {
    form.push_back({"From", message.from});
  } else {
    form.push_back({"MessagingServiceSid", message.messaging_service_sid});
  }
  form.push_back({"Body", twilio_text(message.text)});
  if (!message.status_callback.empty()) {
    form.push_back({"StatusCallback", message.status_callback});
  }
  return wire::write_form(form);
}

MessageState message_state(std::string_view status) {
  if (status == "sent") return MessageState::kSent;
  if (status == "delivered" || status == "read") return MessageState::kDelivered;
  if (status == "failed" || status == "undelivered" || status == "canceled") {
    return MessageState::kFailed;
  }
  return MessageState::kUnderWay;
}

wire::TextRefused twilio_failure(const JsonView& message) {
  const auto code = message.integer("error_code");
  const auto words = message.text("error_message");
  return twilio_refusal(code ? *code : std::nullopt, words ? words->value_or("") : "");
}

wire::TextReply read_twilio_reply(int status, std::optional<std::string_view> retry_after,
                                  std::string_view body, UtcTime now) {
  const auto document = wire::read_json(body, wire::kRequestBytes);
  if (!document) return wire::TextUnknown{wire::unreadable(status, document.error())};
  const JsonView root(*document);
  if (status >= 200 && status < 300) return created(root);
  const auto named = retry_after ? wire::read_retry_after(*retry_after, now) : std::nullopt;
  return not_created(status, root, named.value_or(kTwilioLater));
}

}  // namespace pl::platforms
