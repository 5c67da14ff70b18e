// The front door: every request is bounded and recognised here, before anything else looks at it.
// It leads to one door of a table: the API's, the few pages beside it, and those of each platform.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"
#include "http/api.h"
#include "http/door.h"
#include "http/key_ring.h"
#include "http/metrics.h"
#include "http/rate_limit.h"
#include "net/http_server.h"

namespace pl::http {

struct FrontOptions {
  RateLimit::Rate requests{100, 200};  // of one key of the API
  RateLimit::Rate refusals{5, 20};     // of one address without a key that is known
  UrlCheck check_url;                  // whether events may be sent there; empty: anywhere
  Metrics* metrics = nullptr;          // null: nothing is counted, and there is no /metrics
};

// How the server is.
struct Health {
  bool turns = true;               // what is due is looked at: otherwise only a new start helps
  bool ready = true;               // it can do its work now
  std::vector<std::string> lines;  // for whoever wants to know more: "store: ..."
};

class Front {
 public:
  // `keys` are bearer keys of the API that may do everything. `health` is asked from any thread.
  Front(engine::Engine& engine, const std::vector<std::string>& keys, std::vector<Doors> platforms,
        After after, const std::function<Health()>& health, FrontOptions options = {});

  // Learns the keys that the store holds. Until then those of the constructor are known alone.
  void read_keys(std::function<void(Result<void>)> done);

  // The routes of the API.
  const std::vector<Route>& routes() const { return api_.routes(); }

  // For net::HttpServer::Callbacks.
  std::size_t body_limit(const net::Request& head) const;
  std::shared_ptr<net::BodySink> overflow(const net::Request& head) const;
  void serve(net::Request request, net::HttpServer::Reply reply);

 private:
  using Reply = net::HttpServer::Reply;

  // Those that are no platform's.
  Doors own_doors(const std::function<Health()>& health);
  const Door* door_at(std::string_view path) const;  // null: there is none
  void open(const Door* door, net::Request request, Reply reply);
  void serve_api(net::Request request, Reply reply);
  void serve_metrics(Reply reply);
  // Who shows a key; without one the refusal is already replied.
  std::optional<Client> client_of(const net::Request& request, const Reply& reply);

  engine::Engine& engine_;
  KeyRing keys_;
  Api api_;
  RateLimit requests_;
  RateLimit refusals_;
  Metrics* const metrics_;
  Doors doors_;  // no path is two doors'
};

}  // namespace pl::http
