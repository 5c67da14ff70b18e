// A client that is waited for, for the tests of this room.
#pragma once

#include <gtest/gtest.h>

#include <future>
#include <memory>
#include <string>
#include <utility>

#include "net/http_client.h"
#include "net/http_server.h"

namespace pl::net {

using Outcome = Result<ClientAnswer>;

inline std::unique_ptr<HttpClient> make_client(ClientOptions options = {}) {
  auto client = HttpClient::create(std::move(options));
  EXPECT_TRUE(client) << client.error().message;
  return *std::move(client);
}

inline std::future<Outcome> begin(HttpClient& client, ClientRequest request) {
  auto promise = std::make_shared<std::promise<Outcome>>();
  auto future = promise->get_future();
  client.send(std::move(request), [promise](Outcome outcome) { promise->set_value(outcome); });
  return future;
}

inline ClientRequest to(const std::string& url, std::string method = "GET", std::string body = "") {
  ClientRequest request;
  request.method = std::move(method);
  request.url = url;
  request.body = std::move(body);
  return request;
}

inline Code code_of(const Outcome& outcome) {
  EXPECT_FALSE(outcome);
  return outcome ? Code::kInternal : outcome.error().code;
}

inline std::string url_of(const HttpServer& server, std::string_view path) {
  return "http://127.0.0.1:" + std::to_string(server.port()) + std::string(path);
}

}  // namespace pl::net
