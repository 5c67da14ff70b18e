// The front door: every request is bounded, recognised and authenticated here, before anything else
// looks at it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"
#include "http/api.h"
#include "http/key_ring.h"
#include "http/metrics.h"
#include "http/pre_call.h"
#include "http/rate_limit.h"
#include "http/text_door.h"
#include "net/http_server.h"
#include "platforms/elevenlabs/secret_alarm.h"

namespace pl::http {

// What each kind of visitor must show. The first secret is the current one, others are still valid.
struct Secrets {
  std::vector<std::string> initiation;  // header X-Partyline-Secret of the pre-call webhook
  std::vector<std::string> tools;       // the same header, of tool calls
  std::vector<std::string> events;      // the HMAC key of the post-call webhook
  std::vector<std::string> api;         // bearer keys that may do everything
};

struct FrontOptions {
  RateLimit::Rate requests{100, 200};  // of one key of the API
  RateLimit::Rate refusals{5, 20};     // of one address without a key that is known
  UrlCheck check_url;                  // whether events may be sent there; empty: anywhere
  TextSecrets texts;
  Metrics* metrics = nullptr;  // null: nothing is counted
};

class Front {
 public:
  // `ready` says whether the server can do its work now; from any thread.
  Front(engine::Engine& engine, Secrets secrets, PreCall::After after, std::function<bool()> ready,
        FrontOptions options = {});

  // Learns the keys that the store holds. Until then the secrets' own are known alone.
  void read_keys(std::function<void(Result<void>)> done);

  // The routes of the API.
  const std::vector<Route>& routes() const { return api_.routes(); }

  // For net::HttpServer::Callbacks.
  std::size_t body_limit(const net::Request& head) const;
  void serve(net::Request request, net::HttpServer::Reply reply);

 private:
  using Reply = net::HttpServer::Reply;

  void open(net::Request request, Reply reply);
  void serve_initiation(const net::Request& request, Reply reply);
  void serve_event(const net::Request& request, Reply reply);
  void serve_tool(const net::Request& request, const std::string& tool, Reply reply);
  void serve_api(net::Request request, Reply reply);
  // What is only read, beside the API; /metrics is there where something is counted.
  bool is_page(std::string_view path) const;
  void serve_page(const net::Request& request, Reply reply);
  void serve_metrics(Reply reply);
  // Who shows a key; without one the refusal is already replied.
  std::optional<Client> client_of(const net::Request& request, const Reply& reply);

  engine::Engine& engine_;
  Secrets secrets_;
  PreCall pre_call_;
  KeyRing keys_;
  Api api_;
  RateLimit requests_;
  RateLimit refusals_;
  TextDoor texts_;
  Metrics* const metrics_;
  std::function<bool()> ready_;
  SecretAlarm alarm_;
};

}  // namespace pl::http
