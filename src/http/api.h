// The API of the owning product: requests become engine calls, rows become JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"
#include "net/http.h"
#include "net/http_server.h"

namespace pl::http {

inline constexpr std::size_t kApiBodyBytes = 64 * 1024;

// A request under /v1/, already authenticated.
struct ApiRequest {
  std::string method;
  std::vector<std::string> path;  // segments after /v1/
  std::vector<net::Header> query;
  std::string body;
  net::HttpServer::Reply reply;

  std::optional<std::string_view> parameter(std::string_view name) const {
    return net::find_header(query, name);
  }
};

class Api {
 public:
  explicit Api(engine::Engine& engine) : engine_(engine) {}

  // Replies exactly once. On any thread; does not block.
  void serve(ApiRequest request);

 private:
  engine::Engine& engine_;
};

}  // namespace pl::http
