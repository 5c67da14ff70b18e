#include "wire/mail_date.h"

#include <date/date.h>

#include <sstream>

namespace pl::wire {

std::optional<UtcTime> read_mail_date(std::string_view text) {
  for (const std::string_view zone : {" GMT", " +0000"}) {
    if (!text.ends_with(zone)) continue;
    const std::string when(text.substr(0, text.size() - zone.size()));
    constexpr const char* kForm = "%a, %d %b %Y %T";
    std::istringstream words(when);
    date::sys_seconds time;
    words >> date::parse(kForm, time);
    // Shorter spellings are read as well: only the one that would be written counts.
    if (words.fail() || date::format(kForm, time) != when) return std::nullopt;
    return UtcTime(time);
  }
  return std::nullopt;
}

}  // namespace pl::wire
