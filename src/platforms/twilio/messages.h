// Twilio's Messages resource (API 2010-04-01), as far as one SMS to one phone is concerned.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "wire/json.h"
#include "wire/text_reply.h"

namespace pl::platforms {

struct OutgoingMessage {
  std::string to;                     // E.164
  std::string from;                   // E.164, a short code or a name
  std::string messaging_service_sid;  // picks the sender itself; if not empty, `from` is not sent
  std::string text;                   // cut by twilio_text()
  std::string status_callback;        // URL; empty: Twilio tells nothing
};

// What is sent of a text: Twilio takes 1600 characters (21617 beyond that), counted here as UTF-16
// does, so that no way of counting finds more.
std::string twilio_text(std::string_view text);

// The body of POST /2010-04-01/Accounts/{sid}/Messages.json, a form.
std::string twilio_form(const OutgoingMessage& message);

// Where a message of ours has come to. What Twilio says after kDelivered or kFailed changes
// nothing: callbacks come in any order.
enum class MessageState {
  kUnderWay,   // accepted, scheduled, queued, sending; and words that we do not know
  kSent,       // to the carrier, who may never say more
  kDelivered,  // delivered, read
  kFailed,     // failed, undelivered, canceled
};
MessageState message_state(std::string_view status);

// Why a message of the Messages resource is kFailed.
wire::TextRefused twilio_failure(const wire::JsonView& message);

// The answer to that POST:
// - accepted: 2xx with a `sid`; `queued` means that Twilio has it, not that it was delivered;
// - refused: 4xx in Twilio's own words, {"code": 21610, "message": ...}, or 2xx that has failed;
// - later: 429 (20429: it was not processed) and 21611, a full queue; a minute, or what
//   `retry_after` (the header) says;
// - unknown: everything else, also 408 and 409. A proxy's page says nothing about what Twilio did.
wire::TextReply read_twilio_reply(int status, std::optional<std::string_view> retry_after,
                                  std::string_view body, UtcTime now);

}  // namespace pl::platforms
