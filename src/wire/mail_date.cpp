#include "wire/mail_date.h"

#include <algorithm>
#include <array>
#include <charconv>

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

}  // namespace

std::optional<UtcTime> read_mail_date(std::string_view text) {
  constexpr std::string_view kForm = "www, dd mmm yyyy hh:mm:ss";
  const std::string_view zone = text.substr(std::min(text.size(), kForm.size()));
  if ((zone != " GMT" && zone != " +0000") || text.substr(3, 2) != ", ") return std::nullopt;
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

}  // namespace pl::wire
