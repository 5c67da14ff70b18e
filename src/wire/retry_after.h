#pragma once

#include <optional>
#include <string_view>

#include "base/time.h"

namespace pl::wire {

// No server makes us wait longer at one go; we ask again instead.
inline constexpr Millis kRetryAfterMax = std::chrono::minutes(15);

// The value of a Retry-After header (RFC 9110, 10.2.3): seconds, or a date such as "Sun, 06 Nov
// 1994 08:49:37 GMT". Empty for anything else and for a date that has passed; capped.
std::optional<Millis> read_retry_after(std::string_view value, UtcTime now);

}  // namespace pl::wire
