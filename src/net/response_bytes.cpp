#include "net/response_bytes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace pl::net {
namespace {

// Only for people who read the traffic; clients go by the number.
std::string_view reason(int status) {
  struct Known {
    int status;
    std::string_view text;
  };
  static constexpr std::array kKnown = {Known{200, "OK"},
                                        Known{201, "Created"},
                                        Known{202, "Accepted"},
                                        Known{204, "No Content"},
                                        Known{301, "Moved Permanently"},
                                        Known{302, "Found"},
                                        Known{303, "See Other"},
                                        Known{304, "Not Modified"},
                                        Known{307, "Temporary Redirect"},
                                        Known{308, "Permanent Redirect"},
                                        Known{400, "Bad Request"},
                                        Known{401, "Unauthorized"},
                                        Known{403, "Forbidden"},
                                        Known{404, "Not Found"},
                                        Known{405, "Method Not Allowed"},
                                        Known{406, "Not Acceptable"},
                                        Known{408, "Request Timeout"},
                                        Known{409, "Conflict"},
                                        Known{410, "Gone"},
                                        Known{412, "Precondition Failed"},
                                        Known{413, "Content Too Large"},
                                        Known{415, "Unsupported Media Type"},
                                        Known{417, "Expectation Failed"},
                                        Known{422, "Unprocessable Content"},
                                        Known{429, "Too Many Requests"},
                                        Known{431, "Request Header Fields Too Large"},
                                        Known{500, "Internal Server Error"},
                                        Known{501, "Not Implemented"},
                                        Known{502, "Bad Gateway"},
                                        Known{503, "Service Unavailable"},
                                        Known{504, "Gateway Timeout"},
                                        Known{505, "HTTP Version Not Supported"}};
  const auto found = std::find_if(kKnown.begin(), kKnown.end(),
                                  [&](const Known& known) { return known.status == status; });
  return found == kKnown.end() ? std::string_view() : found->text;
}

bool can_be_sent(const Response& response) {
  if (response.status < 200 || response.status > 599) return false;
  if (!is_one_line(response.content_type)) return false;
  return std::all_of(response.headers.begin(), response.headers.end(), [](const Header& header) {
    return !header.name.empty() && header.name.find_first_of(" \t:") == std::string::npos &&
           is_one_line(header.name) && is_one_line(header.value);
  });
}

}  // namespace

std::string http_date(UtcTime time) {
  // strftime would use the words of the locale.
  static constexpr std::array kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(time - day));
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT",
                     kDays[std::chrono::weekday(day).c_encoding()], unsigned(date.day()),
                     kMonths[unsigned(date.month()) - 1], int(date.year()), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count());
}

std::string response_bytes(const Response& response, SendBody body, AfterAnswer after,
                           UtcTime now) {
  if (!can_be_sent(response)) {
    const Response instead{500, "text/plain; charset=utf-8", "internal error\n", {}};
    return response_bytes(instead, body, after, now);
  }
  const bool has_body = !response.content_type.empty();
  const bool may_have_length = response.status != 204 && response.status != 304;
  const bool sends_body = has_body && may_have_length && body == SendBody::kYes;
  std::string bytes;
  bytes.reserve(256 + (sends_body ? response.body.size() : 0));
  const auto out = std::back_inserter(bytes);
  fmt::format_to(out, "HTTP/1.1 {} {}\r\nDate: {}\r\n", response.status, reason(response.status),
                 http_date(now));
  if (has_body && may_have_length) {
    fmt::format_to(out, "Content-Type: {}\r\n", response.content_type);
  }
  if (may_have_length && !response.more) {
    fmt::format_to(out, "Content-Length: {}\r\n", has_body ? response.body.size() : 0);
  }
  // Said in both cases: a client of HTTP/1.0 believes in neither by itself.
  bytes += after == AfterAnswer::kClose ? "Connection: close\r\n" : "Connection: keep-alive\r\n";
  for (const Header& header : response.headers) {
    fmt::format_to(out, "{}: {}\r\n", header.name, header.value);
  }
  bytes += "\r\n";
  if (sends_body) bytes += response.body;
  return bytes;
}

}  // namespace pl::net
