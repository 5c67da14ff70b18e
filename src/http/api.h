// The API of the owning product: requests become engine calls, rows become JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"
#include "http/door.h"
#include "http/key_ring.h"
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
  std::optional<std::string> idempotency_key;
  std::optional<std::string> last_event_id;
  Client client;
  std::string route;  // "POST callers/{id}/skip"; set by Api
  net::HttpServer::Reply reply;

  std::optional<std::string_view> parameter(std::string_view name) const {
    return net::find_header(query, name);
  }
};

struct Route;

// Whether events may be sent to a URL, and if not, why.
using UrlCheck = std::function<Result<void>(const std::string& url)>;

class Api {
 public:
  Api(engine::Engine& engine, KeyRing& keys, UrlCheck check, After later);
  ~Api();

  // Every route there is: for who describes or tests them all.
  const std::vector<Route>& routes() const { return routes_; }

  // Replies exactly once. On any thread; does not block.
  void serve(ApiRequest request);

 private:
  engine::Engine& engine_;
  const std::vector<Route> routes_;
};

}  // namespace pl::http
