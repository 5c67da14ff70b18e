#include "core/place.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace pl::core {

bool names_a_place(std::string_view zone) {
  // The other names without a city are countries', such as Japan or NZ.
  constexpr std::array<std::string_view, 20> kNowhere{
      "CET",     "CST6CDT", "EET", "EST",       "EST5EDT", "GMT",      "GMT+0",
      "GMT-0",   "GMT0",    "HST", "MET",       "MST",     "UTC",      "UCT",
      "MST7MDT", "PST8PDT", "WET", "Universal", "Zulu",    "Greenwich"};
  return !zone.starts_with("Etc/") &&
         std::find(kNowhere.begin(), kNowhere.end(), zone) == kNowhere.end();
}

std::string local_time(UtcTime now, std::chrono::minutes offset) {
  constexpr std::array kDays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                             "Thursday", "Friday", "Saturday"};
  constexpr std::array kMonths{"January",   "February", "March",    "April",
                               "May",       "June",     "July",     "August",
                               "September", "October",  "November", "December"};
  const UtcTime local = now + offset;
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::year_month_day date(day);
  const auto minutes = std::chrono::floor<std::chrono::minutes>(local - day).count();
  return fmt::format("{}, {} {} {}, {:02}:{:02}", kDays.at(std::chrono::weekday(day).c_encoding()),
                     unsigned(date.day()), kMonths.at(unsigned(date.month()) - 1), int(date.year()),
                     minutes / 60, minutes % 60);
}

}  // namespace pl::core
