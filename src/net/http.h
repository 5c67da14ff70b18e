// What an HTTP message is to this program: plain values, no sockets.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pl::net {

struct Header {
  std::string name;
  std::string value;
};

// Whether it may stand in a header or a URL: no line ends in it, and no NUL.
bool is_one_line(std::string_view text);

// The first header of that name, compared without case.
std::optional<std::string_view> find_header(const std::vector<Header>& headers,
                                            std::string_view name);

// Takes a body that is longer than may be kept, as it comes.
class BodySink {
 public:
  virtual ~BodySink() = default;
  virtual void take(std::string_view bytes) = 0;  // on an I/O thread; must neither block nor throw
};

struct Request {
  std::string method;
  std::string path;   // percent-decoded once, without the query; always starts with '/'
  std::string query;  // as it came, without the '?'
  std::vector<Header> headers;
  std::string body;
  std::string peer;  // address without port
  // Set where the body was longer than may be kept: this took all of it, and `body` is empty.
  std::shared_ptr<BodySink> overflow = nullptr;

  std::optional<std::string_view> header(std::string_view name) const {
    return find_header(headers, name);
  }
};

// What follows of a body: some bytes, or nothing more.
using Part = std::optional<std::string>;

struct Response {
  int status = 200;
  std::string content_type;  // empty: no body is sent
  std::string body;
  std::vector<Header> headers;  // besides Content-Type, Content-Length, Date, Connection
  // Set where the body has no end yet: asked for the next part whenever the one before has gone, on
  // an I/O thread; it is copied, so its state lies elsewhere. It calls `next` once, from any
  // thread, at once or much later. The connection closes after the last part.
  std::function<void(std::function<void(Part)> next)> more = nullptr;
};

// The decoded values of a query string, in order. `+` is a space. Empty for malformed escapes.
std::optional<std::vector<Header>> parse_query(std::string_view query);

}  // namespace pl::net
