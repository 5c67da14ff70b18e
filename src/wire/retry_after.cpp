#include "wire/retry_after.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"

namespace pl::wire {
namespace {

constexpr std::string_view kDigits = "0123456789";

std::optional<int> digits(std::string_view text) {
  int number = 0;
  if (text.find_first_not_of(kDigits) != std::string_view::npos) return std::nullopt;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc()) return std::nullopt;
  return number;
}

std::optional<unsigned> month(std::string_view name) {
  constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto found = std::find(kMonths.begin(), kMonths.end(), name);
  if (found == kMonths.end()) return std::nullopt;
  return static_cast<unsigned>(found - kMonths.begin()) + 1;
}

// "Sun, 06 Nov 1994 08:49:37 GMT"; the day of the week is not compared.
std::optional<UtcTime> http_date(std::string_view text) {
  constexpr std::string_view kForm = "www, dd mmm yyyy hh:mm:ss GMT";
  if (text.size() != kForm.size() || text.substr(3, 2) != ", " || !text.ends_with(" GMT")) {
    return std::nullopt;
  }
  if (text[7] != ' ' || text[11] != ' ' || text[16] != ' ' || text[19] != ':' || text[22] != ':') {
    return std::nullopt;
  }
  const auto day = digits(text.substr(5, 2));
  const auto name = month(text.substr(8, 3));
  const auto year = digits(text.substr(12, 4));
  const auto hour = digits(text.substr(17, 2));
  const auto minute = digits(text.substr(20, 2));
  const auto second = digits(text.substr(23, 2));
  if (!day || !name || !year || !hour || !minute || !second) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(*name),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok() || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
  return UtcTime(std::chrono::sys_days(date)) + std::chrono::hours(*hour) +
         std::chrono::minutes(*minute) + std::chrono::seconds(*second);
}

}  // namespace

std::optional<Millis> read_retry_after(std::string_view value, UtcTime now) {
  const std::string_view text = trim(value);
  if (text.empty()) return std::nullopt;
  if (text.find_first_not_of(kDigits) == std::string_view::npos) {
    const auto seconds = digits(text);
    if (!seconds) return kRetryAfterMax;  // more than an int holds
    return std::min<Millis>(std::chrono::seconds(*seconds), kRetryAfterMax);
  }
  const auto date = http_date(text);
  if (!date || *date < now) return std::nullopt;
  return std::min(*date - now, kRetryAfterMax);
}

}  // namespace pl::wire
