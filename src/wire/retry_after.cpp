#include "wire/retry_after.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "wire/mail_date.h"

namespace pl::wire {

std::optional<Millis> read_retry_after(std::string_view value, UtcTime now) {
  const std::string_view text = trim(value);
  if (text.empty()) return std::nullopt;
  if (text.find_first_not_of("0123456789") == std::string_view::npos) {
    int seconds = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (read.ec != std::errc()) return kRetryAfterMax;  // more than an int holds
    return std::min<Millis>(std::chrono::seconds(seconds), kRetryAfterMax);
  }
  const auto date = read_mail_date(text);
  if (!date || *date < now) return std::nullopt;
  return std::min(*date - now, kRetryAfterMax);
}

}  // namespace pl::wire
