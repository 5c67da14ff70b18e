// An answer whose every part somebody else wrote: it stays one answer.
#include "entry.h"
#include "net/response_bytes.h"

// Lines: status, content type, then headers "name: value" until an empty one; the rest is the body.
void pl::fuzz::try_bytes(std::string_view bytes) {
  net::Response response;
  const std::string_view status = take_until(bytes, "\n");
  response.status = 0;
  for (const char c : status.substr(0, 4)) response.status = response.status * 10 + (c - '0');
  response.content_type = take_until(bytes, "\n");
  for (std::string_view line = take_until(bytes, "\n"); !line.empty();
       line = take_until(bytes, "\n")) {
    net::Header header{std::string(take_until(line, ": ")), std::string(line)};
    response.headers.push_back(std::move(header));
  }
  response.body = bytes;
  const std::string sent =
      net::response_bytes(response, net::SendBody::kYes, net::AfterAnswer::kClose, from_ms(0));
  std::string_view rest = sent;
  const std::string_view first = take_until(rest, "\r\n");
  PL_CHECK(first.starts_with("HTTP/1.1 ") && first.size() >= 13);
  const std::size_t headers = first.starts_with("HTTP/1.1 500") ? 0 : response.headers.size();
  std::size_t lines = 0;
  std::size_t length = 0;
  for (std::string_view line = take_until(rest, "\r\n"); !line.empty();
       line = take_until(rest, "\r\n")) {
    PL_CHECK(line.find_first_of("\r\n") == std::string_view::npos);
    PL_CHECK(line.find(": ") != std::string_view::npos);
    if (lines < 3 && line.starts_with("Content-Length: "))
      length = std::stoul(std::string(line.substr(16)));
    ++lines;
  }
  PL_CHECK(rest.size() == length && lines >= headers + 2 && lines <= response.headers.size() + 4);
}
