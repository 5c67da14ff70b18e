#include "wire/mail_date.h"

#include <date/date.h>

#include <sstream>

#include "base/text.h"

namespace pl::wire {
namespace {

// The library takes shorter texts too, and makes of seconds that are missing what is no number.
bool has_its_shape(std::string_view text) {
  constexpr std::string_view kShape = "aaa, 00 aaa 0000 00:00:00";
  if (text.size() != kShape.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool fits =
        kShape[i] == '0' ? is_digit(text[i]) : kShape[i] == 'a' || text[i] == kShape[i];
    if (!fits) return false;
  }
  return true;
}

}  // namespace

std::optional<UtcTime> read_mail_date(std::string_view text) {
  for (const std::string_view zone : {" GMT", " +0000"}) {
    if (!text.ends_with(zone)) continue;
    const std::string when(text.substr(0, text.size() - zone.size()));
    if (!has_its_shape(when)) return std::nullopt;
    constexpr const char* kForm = "%a, %d %b %Y %T";
    std::istringstream words(when);
    date::sys_seconds time;
    words >> date::parse(kForm, time);
    // Whatever else is read as well, only the text that would be written counts.
    if (words.fail() || date::format(kForm, time) != when) return std::nullopt;
    return UtcTime(time);
  }
  return std::nullopt;
}

}  // namespace pl::wire
