#include "platforms/elevenlabs/dial_reply.h"

#include <fmt/format.h>

#include "wire/json.h"
#include "wire/limits.h"
#include "wire/reason.h"
#include "wire/retry_after.h"

namespace pl::platforms {
namespace {

using wire::JsonView;

constexpr std::size_t kReplyBytes = 1024 * 1024;

DialReply accepted_or_not(int status, std::string_view body) {
  const auto document = wire::read_json(body, kReplyBytes);
  if (!document) {
    return DialUnknown{wire::unreadable(status, document.error())};
  }
  const JsonView root(*document);
  const auto success = root.flag("success");
  if (!success || !*success) {
    return DialUnknown{fmt::format("HTTP {} without a readable `success`", status)};
  }
  if (!**success) {
    const auto message = root.text("message");
    const bool said = message && *message && !(*message)->empty();
    return DialRefusedNumber{said ? wire::safe_reason(**message) : "refused without a reason"};
  }
  auto conversation = root.required_text("conversation_id", wire::kIdBytes);
  if (!conversation) {
    return DialUnknown{wire::unreadable(status, conversation.error())};
  }
  DialPlaced placed{{*std::move(conversation)}, {}};
  // Spelt like this by the platform. Nothing depends on it, so a strange one is not held against
  // it.
  if (auto sid = root.required_text("callSid", wire::kIdBytes)) {
    placed.call_sid = core::CallSid{*std::move(sid)};
  }
  return placed;
}

bool may_have_been_placed(int status) {
  return status == 408 || status == 409 || status < 400 || status >= 500;
}

}  // namespace

DialReply read_dial_reply(int status, std::optional<std::string_view> retry_after,
                          std::string_view body, UtcTime now) {
  if (status >= 200 && status < 300) return accepted_or_not(status, body);
  std::string why = wire::error_reason(status, body);
  if (may_have_been_placed(status)) return DialUnknown{std::move(why)};
  if ((status == 400 || status == 422) && wire::error_names(body, "to_number")) {
    return DialRefusedNumber{std::move(why)};
  }
  DialRefusedUs refused{std::move(why), status == 429, {}};
  if (refused.rate_limited && retry_after) {
    refused.retry_after = wire::read_retry_after(*retry_after, now);
  }
  return refused;
}

}  // namespace pl::platforms
