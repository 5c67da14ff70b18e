// The front door: every request is bounded, recognised and authenticated here, before anything else
// looks at it.
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "http/api.h"
#include "http/pre_call.h"
#include "net/http_server.h"

namespace pl::http {

inline constexpr std::size_t kSecretBytes = 16;  // the shortest that is accepted

// What each kind of visitor must show. The first secret is the current one, others are still valid.
struct Secrets {
  std::vector<std::string> initiation;  // header X-Partyline-Secret of the pre-call webhook
  std::vector<std::string> tools;       // the same header, of tool calls
  std::vector<std::string> events;      // the HMAC key of the post-call webhook
  std::vector<std::string> api;         // bearer keys
};

class Front {
 public:
  // `ready` says whether the server can do its work now; from any thread.
  Front(engine::Engine& engine, Secrets secrets, PreCall::After after, std::function<bool()> ready);

  // For net::HttpServer::Callbacks.
  std::size_t body_limit(const net::Request& head) const;
  void serve(net::Request request, net::HttpServer::Reply reply);

 private:
  using Reply = net::HttpServer::Reply;

  void serve_initiation(const net::Request& request, Reply reply);
  void serve_event(const net::Request& request, Reply reply);
  void serve_tool(const net::Request& request, const std::string& tool, Reply reply);
  void serve_api(net::Request request, Reply reply);
  void alarm_about(const net::Request& request);

  engine::Engine& engine_;
  Secrets secrets_;
  PreCall pre_call_;
  Api api_;
  std::function<bool()> ready_;
  std::atomic<std::int64_t> last_alarm_ms_{0};
};

}  // namespace pl::http
