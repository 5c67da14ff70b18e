// A server with little to say, for the tests of this room.
#pragma once

#include <gtest/gtest.h>

#include <future>
#include <memory>
#include <string>
#include <utility>

#include "net/http_server.h"

namespace pl::net {

inline Response text(std::string body, int status = 200) {
  return {status, "text/plain", std::move(body), {}};
}

inline void echo(Request request, const HttpServer::Reply& reply) {
  reply(text(request.method + " " + request.path + " " + request.query + " " + request.body));
}

using OnRequest = std::function<void(Request, HttpServer::Reply)>;

inline std::unique_ptr<HttpServer> serve(OnRequest on_request, ServerLimits limits = {},
                                         std::optional<ServerTls> tls = {}) {
  auto server = HttpServer::listen(
      "127.0.0.1", 0, 2, limits,
      {[](const Request&) { return std::size_t{1000}; }, std::move(on_request)}, std::move(tls));
  EXPECT_TRUE(server) << server.error().message;
  return *std::move(server);
}

// Keeps the Reply of a request for the test to use when it likes.
struct Held {
  std::promise<HttpServer::Reply> promise;
  HttpServer::Reply wait() {
    auto future = promise.get_future();
    EXPECT_EQ(future.wait_for(std::chrono::seconds(20)), std::future_status::ready);
    return future.get();
  }
  OnRequest taker() {
    return [this](const Request&, HttpServer::Reply reply) { promise.set_value(std::move(reply)); };
  }
};

}  // namespace pl::net
