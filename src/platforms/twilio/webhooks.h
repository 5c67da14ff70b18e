// What Twilio tells about messages, as forms. Who tells it is is_from_twilio()'s business.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "platforms/twilio/messages.h"
#include "wire/form.h"
#include "wire/stop_words.h"
#include "wire/text_reply.h"

namespace pl::platforms {

// Somebody texted a number of ours (Twilio's incoming message webhook).
struct IncomingSms {
  std::string message_sid;  // the same when Twilio tells it twice
  std::string from;         // E.164, a short code, or "whatsapp:+..."
  std::string to;
  std::string body;  // may be empty: a picture
  // What Twilio took it for, and has already acted upon. It says so only under Advanced Opt-Out,
  // where it knows words that stop_word() does not; HELP is kNeither.
  wire::StopWord opt_out = wire::StopWord::kNeither;
};
Result<IncomingSms> read_incoming_sms(const wire::Form& form);

// The stronger of what Twilio says and what the words say; a STOP beats a START.
wire::StopWord stop_word(const IncomingSms& message);

// A message of ours has got further (StatusCallback).
struct SmsStatus {
  std::string message_sid;
  MessageState state = MessageState::kUnderWay;
  std::optional<wire::TextRefused> failure;  // with kFailed
};
Result<SmsStatus> read_sms_status(const wire::Form& form);

// What an incoming message is answered with: no text of ours, which would be `outbound-reply`.
inline constexpr std::string_view kNoTwiml = "<Response/>";

}  // namespace pl::platforms
