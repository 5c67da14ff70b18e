#include "http/front.h"

#include <algorithm>

#include "http/openapi.h"
#include "http/problem.h"
#include "net/peer_address.h"

namespace pl::http {
namespace {

constexpr std::string_view kApi = "/v1/";
const std::vector<std::string_view> kReading{"GET", "HEAD"};

std::string_view bearer_of(const net::Request& request) {
  constexpr std::string_view kBearer = "Bearer ";
  const std::string_view header = request.header("Authorization").value_or("");
  return header.starts_with(kBearer) ? header.substr(kBearer.size()) : std::string_view();
}

Result<void> anywhere(const std::string&) {
  return {};
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

bool is_at(const Door& door, std::string_view path) {
  return door.path.ends_with('/') ? path.starts_with(door.path) : path == door.path;
}

bool takes(const Door& door, std::string_view method) {
  return door.methods.empty() ||
         std::find(door.methods.begin(), door.methods.end(), method) != door.methods.end();
}

}  // namespace

Front::Front(engine::Engine& engine, const std::vector<std::string>& keys,
             std::vector<Doors> platforms, After after, const std::function<Health()>& health,
             FrontOptions options)
    : engine_(engine),
      keys_(keys),
      api_(engine, keys_, options.check_url ? std::move(options.check_url) : anywhere,
           std::move(after)),
      requests_(options.requests),
      refusals_(options.refusals),
      metrics_(options.metrics),
      doors_(own_doors(health)) {
  for (Doors& doors : platforms) {
    std::move(doors.begin(), doors.end(), std::back_inserter(doors_));
  }
}

Doors Front::own_doors(const std::function<Health()>& health) {
  Doors doors{
      {.name = "api",
       .path = kApi,
       .methods = {},
       .body_bytes = kApiBodyBytes,
       .serve = [this](net::Request request,
                       Reply reply) { serve_api(std::move(request), std::move(reply)); }},
      {.name = "other",
       .path = "/healthz",
       .methods = kReading,
       .serve =
           [health](const net::Request&, const Reply& reply) {
             reply(health().turns ? plain(200, "ok\n") : plain(503, "nothing is looked at\n"));
           }},
      {.name = "other",
       .path = "/readyz",
       .methods = kReading,
       .serve =
           [health](const net::Request&, const Reply& reply) {
             const Health now = health();
             std::string body = now.ready ? "ready\n" : "not ready\n";
             for (const std::string& line : now.lines) body += line + "\n";
             reply(plain(now.ready ? 200 : 503, std::move(body)));
           }},
      {.name = "other",
       .path = "/openapi.json",
       .methods = kReading,
       .serve = [](const net::Request&, const Reply& reply) {
         reply(json(200, std::string(openapi())));
       }}};
  if (metrics_ != nullptr) {
    doors.push_back(
        {.name = "other",
         .path = "/metrics",
         .methods = kReading,
         .scope = ports::Scope::kRead,
         .serve = [this](const net::Request&, Reply reply) { serve_metrics(std::move(reply)); }});
  }
  return doors;
}

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

const Door* Front::door_at(std::string_view path) const {
  const auto door =
      std::find_if(doors_.begin(), doors_.end(), [&](const Door& one) { return is_at(one, path); });
  return door == doors_.end() ? nullptr : &*door;
}

std::size_t Front::body_limit(const net::Request& head) const {
  const Door* const door = door_at(head.path);
  if (door == nullptr || (!door->proof.empty() && !head.header(door->proof))) return kSmallBody;
  return door->body_bytes;
}

std::shared_ptr<net::BodySink> Front::overflow(const net::Request& head) const {
  const Door* const door = door_at(head.path);
  if (door == nullptr || !door->overflow || !head.header(door->proof)) return nullptr;
  return door->overflow(head);
}

void Front::serve(net::Request request, Reply reply) {
  const Door* const door = door_at(request.path);
  if (metrics_ == nullptr) return open(door, std::move(request), std::move(reply));
  const auto counted = [this, name = door == nullptr ? "other" : door->name, began = engine_.now(),
                        reply = std::move(reply)](net::Response response) {
    metrics_->answered(name, response.status, engine_.now() - began);
    reply(std::move(response));
  };
  open(door, std::move(request), counted);
}

void Front::open(const Door* door, net::Request request, Reply reply) {
  if (door == nullptr) return reply(not_here({}));
  if (!takes(*door, request.method)) return reply(not_here(door->methods));
  if (door->scope) {
    const auto client = client_of(request, reply);
    if (!client) return;
    if (!client->may(*door->scope)) return reply(needs_scope(*door->scope));
  }
  door->serve(std::move(request), std::move(reply));
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
