#include "http/front.h"

#include <spdlog/spdlog.h>

#include "base/planted.h"
#include "engine/tools.h"
#include "engine/webhooks.h"
#include "http/openapi.h"
#include "http/problem.h"
#include "net/peer_address.h"
#include "platforms/elevenlabs/events.h"
#include "platforms/elevenlabs/tools.h"
#include "platforms/elevenlabs/webhook_paths.h"
#include "wire/signature.h"

namespace pl::http {
namespace {

constexpr std::string_view kApi = "/v1/";

constexpr std::size_t kSmallBody = 16 * 1024;
constexpr std::size_t kToolBody = 64 * 1024;
constexpr std::size_t kEventBody = 8 * 1024 * 1024;  // a transcript with everything around it

bool shows(const std::vector<std::string>& secrets, std::string_view given) {
  bool known = false;
  for (const std::string& secret : secrets) {
    known = wire::same_secret(given, secret) || known;  // every one is looked at
  }
  return known;
}

bool shows_secret(const net::Request& request, const std::vector<std::string>& secrets) {
  return shows(secrets, request.header(wire::kSecretHeader).value_or(""));
}

std::string_view bearer_of(const net::Request& request) {
  constexpr std::string_view kBearer = "Bearer ";
  const std::string_view header = request.header("Authorization").value_or("");
  return header.starts_with(kBearer) ? header.substr(kBearer.size()) : std::string_view();
}

Result<void> anywhere(const std::string&) {
  return {};
}

std::function<void()> safe_scene_counter(Metrics* metrics) {
  if (metrics == nullptr) return nullptr;
  return [metrics] { metrics->safe_scene_spoken(); };
}

// What a request is counted as.
std::string_view door_of(std::string_view path) {
  if (path == wire::kInitiationPath) return "pre-call";
  if (path == wire::kEventsPath) return "events";
  if (path.starts_with(wire::kToolsPath)) return "tools";
  if (path.starts_with(kApi)) return "api";
  return TextDoor::is_here(path) ? "texts" : "other";
}

net::Response too_often(Millis wait) {
  net::Response refusal = problem(429, "too many requests; wait as long as Retry-After says");
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait);
  refusal.headers.push_back({"Retry-After", std::to_string(seconds.count())});
  return refusal;
}

std::vector<std::string> segments(std::string_view path) {
  std::vector<std::string> parts;
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    if (const auto part = path.substr(0, slash); !part.empty()) parts.emplace_back(part);
    if (slash == std::string_view::npos) break;
    path.remove_prefix(slash + 1);
  }
  return parts;
}

net::Response plain(int status, std::string body) {
  return {.status = status, .content_type = "text/plain; charset=utf-8", .body = std::move(body)};
}

}  // namespace

Front::Front(engine::Engine& engine, Secrets secrets, PreCall::After after,
             std::function<bool()> ready, FrontOptions options)
    : engine_(engine),
      secrets_(std::move(secrets)),
      pre_call_(engine, after, safe_scene_counter(options.metrics)),
      keys_(secrets_.api),
      api_(engine, keys_, options.check_url ? std::move(options.check_url) : anywhere,
           std::move(after)),
      requests_(options.requests),
      refusals_(options.refusals),
      texts_(engine, std::move(options.texts)),
      metrics_(options.metrics),
      ready_(std::move(ready)),
      alarm_(engine) {}

void Front::read_keys(std::function<void(Result<void>)> done) {
  using Keys = std::vector<ports::ApiKey>;
  engine_.run<Keys>(
      ports::Priority::kCall, [](engine::Turn& turn) { return turn.tx.api_keys(); },
      [this, done = std::move(done)](const Result<Keys>& keys) {
        if (!keys) return done(fail(keys.error().code, keys.error().message));
        keys_.replace(*keys);
        done({});
      });
}

std::size_t Front::body_limit(const net::Request& head) const {
  // Who shows no signature will be refused: nothing large is kept for them meanwhile.
  if (head.path == wire::kEventsPath) {
    return head.header("ElevenLabs-Signature") ? kEventBody : kSmallBody;
  }
  if (head.path == wire::kInitiationPath) return kSmallBody;
  if (head.path.starts_with(wire::kToolsPath)) return kToolBody;
  return head.path.starts_with(kApi) ? kApiBodyBytes : kSmallBody;
}

void Front::serve(net::Request request, Reply reply) {
  if (metrics_ == nullptr) return open(std::move(request), std::move(reply));
  const auto counted = [this, door = door_of(request.path), began = engine_.now(),
                        reply = std::move(reply)](net::Response response) {
    metrics_->answered(door, response.status, engine_.now() - began);
    reply(std::move(response));
  };
  open(std::move(request), counted);
}

void Front::open(net::Request request, Reply reply) {
  const std::string& path = request.path;
  if (path.starts_with(kApi)) return serve_api(std::move(request), std::move(reply));
  const bool webhook = TextDoor::is_here(path) || path == wire::kInitiationPath ||
                       path == wire::kEventsPath || path.starts_with(wire::kToolsPath);
  if (!webhook && !is_page(path)) return reply(problem(404, "there is no such route"));
  const bool reading = request.method == "GET" || request.method == "HEAD";
  if (webhook ? request.method != "POST" : !reading) {
    const std::string allowed = webhook ? "POST" : "GET, HEAD";
    net::Response refusal = problem(405, "use " + allowed + " here");
    refusal.headers.push_back({"Allow", allowed});
    return reply(std::move(refusal));
  }
  if (!webhook) return serve_page(request, std::move(reply));
  if (TextDoor::is_here(path)) return texts_.serve(request, std::move(reply));
  if (path == wire::kInitiationPath) return serve_initiation(request, std::move(reply));
  if (path == wire::kEventsPath) return serve_event(request, std::move(reply));
  serve_tool(request, path.substr(wire::kToolsPath.size()), std::move(reply));
}

bool Front::is_page(std::string_view path) const {
  return path == "/healthz" || path == "/readyz" || path == "/openapi.json" ||
         (path == "/metrics" && metrics_ != nullptr);
}

void Front::serve_page(const net::Request& request, Reply reply) {
  if (request.path == "/healthz") return reply(plain(200, "ok\n"));
  if (request.path == "/readyz") {
    return reply(ready_() ? plain(200, "ready\n") : plain(503, "not ready\n"));
  }
  if (request.path == "/openapi.json") return reply(json(200, std::string(openapi())));
  const auto client = client_of(request, reply);
  if (!client) return;
  if (!client->may(ports::Scope::kRead)) return reply(problem(403, "this key may not read"));
  serve_metrics(std::move(reply));
}

void Front::serve_initiation(const net::Request& request, Reply reply) {
  if (!shows_secret(request, secrets_.initiation)) {
    alarm_.initiation(request.body);
    return reply(problem(401, "X-Partyline-Secret is missing or wrong"));
  }
  auto incoming = wire::read_incoming_call(request.body);
  if (!incoming) {
    // Whoever knows the secret speaks for a caller on the phone: even a body that we cannot read
    // must not hang up on them. An unknown caller to an unknown number meets the safe path.
    spdlog::warn("pre-call webhook: {}", incoming.error().message);
    incoming = core::IncomingCall{};
  }
  if (planted(Bug::kNumberInLog)) spdlog::debug("a call from {}", incoming->caller_id);
  pre_call_.answer(*std::move(incoming), [reply = std::move(reply)](std::string body) {
    reply(json(200, std::move(body)));
  });
}

void Front::serve_event(const net::Request& request, Reply reply) {
  const auto header = request.header("ElevenLabs-Signature").value_or("");
  const auto signature =
      wire::verify_signature(header, request.body, secrets_.events, engine_.now());
  if (signature == wire::Signature::kBad) {
    alarm_.event(request.body);
    return reply(problem(401, "ElevenLabs-Signature is missing or wrong"));
  }
  auto message = wire::read_platform_message(request.body);
  if (!message) {
    spdlog::warn("post-call webhook: {}", message.error().message);
    return reply(problem(400, message.error().message));
  }
  ports::InboxItem item{
      .key = message->type + ":" +
             (message->conversation ? message->conversation->text : std::string()),
      .sha256 = wire::sha256_hex(request.body),
      .received_at = engine_.now(),
      .type = message->type,
      .conversation = message->conversation};
  const auto freshness = signature == wire::Signature::kFresh || planted(Bug::kStaleIsFresh)
                             ? engine::Freshness::kFresh
                             : engine::Freshness::kHint;
  engine_.run(
      ports::Priority::kCall,
      [item = std::move(item), event = std::move(message->event), freshness](engine::Turn& turn) {
        return engine::post_call_event(turn, item, event, freshness);
      },
      [reply = std::move(reply)](const Result<void>& result) {
        if (planted(Bug::kRefusesWhenBusy) && !result) return reply(problem(400, "not now"));
        // Anything but 503 would burn the platform's only delivery.
        reply(result ? plain(200, "ok\n") : problem(503, "not stored; send it again"));
      });
}

void Front::serve_tool(const net::Request& request, const std::string& tool, Reply reply) {
  if (!shows_secret(request, secrets_.tools)) {
    alarm_.tool(tool, request.body);
    return reply(problem(401, "X-Partyline-Secret is missing or wrong"));
  }
  const auto answer = [reply = std::move(reply)](const core::ToolReply& said) {
    reply(json(200, wire::tool_reply_body(said)));
  };
  auto tool_call = wire::read_tool_call(core::ToolName{tool}, request.body);
  if (!tool_call) {
    // Where it is wrong stays out of the log: a model may have put a name there.
    spdlog::warn("a tool call could not be read");
    return answer({false, "That did not arrive in a form I can read. Please try once more."});
  }
  engine_.run<core::ToolReply>(
      ports::Priority::kCall,
      [tool_call = *std::move(tool_call)](engine::Turn& turn) {
        return engine::tool_called(turn, tool_call);
      },
      [answer](const Result<core::ToolReply>& said) {
        answer(said ? *said : engine::tool_trouble());
      });
}

std::optional<Client> Front::client_of(const net::Request& request, const Reply& reply) {
  const std::string_view token = bearer_of(request);
  auto client = keys_.client_with(token);
  if (!client) {
    const auto wait = refusals_.take(net::network_of(request.peer), engine_.now());
    reply(wait            ? too_often(*wait)
          : token.empty() ? problem(401, "send the header Authorization: Bearer KEY")
                          : problem(401, "nobody has that API key, or it was revoked"));
    return std::nullopt;
  }
  if (const auto wait = requests_.take(client->key.text(), engine_.now())) {
    reply(too_often(*wait));
    return std::nullopt;
  }
  return client;
}

void Front::serve_metrics(Reply reply) {
  engine_.run(
      ports::Priority::kRoutine, [this](engine::Turn& turn) { return metrics_->look(turn); },
      [this, reply = std::move(reply)](const Result<void>& looked) {
        if (!looked) return reply(problem(looked.error()));
        reply({.status = 200,
               .content_type = "text/plain; version=0.0.4; charset=utf-8",
               .body = metrics_->text()});
      });
}

void Front::serve_api(net::Request request, Reply reply) {
  auto client = client_of(request, reply);
  if (!client) return;
  auto query = net::parse_query(request.query);
  if (!query) return reply(problem(400, "the query has a malformed % escape"));
  std::optional<std::string> idempotency_key;
  if (const auto header = request.header("Idempotency-Key")) idempotency_key = *header;
  std::optional<std::string> last_event_id;
  if (const auto header = request.header("Last-Event-ID")) last_event_id = *header;
  api_.serve({.method = request.method,
              .path = segments(std::string_view(request.path).substr(kApi.size())),
              .query = *std::move(query),
              .body = std::move(request.body),
              .idempotency_key = std::move(idempotency_key),
              .last_event_id = std::move(last_event_id),
              .client = *std::move(client),
              .reply = std::move(reply)});
}

}  // namespace pl::http
