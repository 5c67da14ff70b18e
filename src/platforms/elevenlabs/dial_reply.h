// What the platform answered to the one POST that a dial is.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/time.h"
#include "core/names.h"

namespace pl::platforms {

struct DialPlaced {
  core::ConversationId conversation;
  std::optional<core::CallSid> call_sid;
};
struct DialRefusedNumber {
  std::string why;
};
struct DialRefusedUs {
  std::string why;
  bool rate_limited = false;
  std::optional<Millis> retry_after;  // of a 429 that names one
};
struct DialUnknown {
  std::string why;
};
// Every `why` is a safe_reason().
using DialReply = std::variant<DialPlaced, DialRefusedNumber, DialRefusedUs, DialUnknown>;

// The answer to POST /v1/convai/twilio/outbound-call (TwilioOutboundCallResponse of SDK 2.73):
// - placed: 2xx, `success` true and a `conversation_id`;
// - this number refused: 2xx with `success` false, or 400 or 422 naming `to_number`;
// - we are refused: any other 4xx but 408 and 409, after which the call may exist;
// - unknown: everything else. An answer that cannot be read is no proof that nobody was rung.
DialReply read_dial_reply(int status, std::optional<std::string_view> retry_after,
                          std::string_view body, UtcTime now);

}  // namespace pl::platforms
