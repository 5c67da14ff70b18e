// A way into the server: what a request must look like to come in by it, and who stands behind it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "net/http_server.h"
#include "ports/access.h"

namespace pl::http {

inline constexpr std::size_t kSmallBody = 16 * 1024;

// Runs a task later, on any thread, unless the server stops first.
using After = std::function<void(Millis delay, std::function<void()> task)>;

struct Door {
  std::string_view name;  // what its requests are counted as: "pre-call", see Metrics::answered()
  std::string_view path;  // the whole path; where it ends with '/', everything below it
  std::vector<std::string_view> methods{"POST"};  // others get 405; empty: `serve` judges them
  std::size_t body_bytes = kSmallBody;  // a larger body gets 413, unless `overflow` is set
  // A header. Who does not show it will be refused: nothing larger than kSmallBody is kept for them
  // meanwhile.
  std::string_view proof = {};
  // What takes a larger body, as long as `proof` is shown; `serve` finds it in the request.
  std::function<std::shared_ptr<net::BodySink>(const net::Request& head)> overflow = {};
  // What the visitor's API key must allow; empty: `serve` asks for a proof of its own.
  std::optional<ports::Scope> scope = {};
  // Replies exactly once, at once or later. On an I/O thread; must not block.
  std::function<void(net::Request, net::HttpServer::Reply)> serve;
};

using Doors = std::vector<Door>;

}  // namespace pl::http
