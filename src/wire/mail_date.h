#pragma once

#include <optional>
#include <string_view>

#include "base/time.h"

namespace pl::wire {

// "Sun, 06 Nov 1994 08:49:37" and then " GMT" (RFC 9110, 5.6.7: HTTP) or " +0000" (RFC 2822:
// Twilio). Other zones, shorter forms and a wrong day of the week are not read.
std::optional<UtcTime> read_mail_date(std::string_view text);

}  // namespace pl::wire
