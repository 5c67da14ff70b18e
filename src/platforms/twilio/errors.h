// What went wrong at Twilio, as an operator reads it (twilio.com/docs/api/errors).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "wire/text_reply.h"

namespace pl::platforms {

// About the address: 21211 no valid number, 21612 no route, 21614 and 21635 cannot receive SMS,
// 30003 to 30006 and 30008 the carrier could not deliver. About an opt-out: 21610. Every other code
// is taken for our fault, so that nobody is given up for a mistake in our account: no permission
// for the country (21408), a sender without SMS (21606), text that was filtered (30007) and so on.
wire::RefusedFor cause_of(std::int64_t error_code);

// "Twilio error 21610: Attempt to send to unsubscribed recipient".
wire::TextRefused twilio_refusal(std::optional<std::int64_t> error_code, std::string_view words);

}  // namespace pl::platforms
