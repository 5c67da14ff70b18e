#include "sandbox/platform_api.h"

#include <functional>

#include "sandbox/agents_api.h"
#include "sandbox/telegram_api.h"
#include "sandbox/twilio_api.h"

namespace pl::sandbox {
namespace {

using Reply = net::HttpServer::Reply;

struct Route {
  std::string target;  // what faults call it
  // What is younger than `as_of` is not yet shown in lists.
  std::function<net::Response(UtcTime as_of)> perform;
  std::function<net::Response(const Fault&)> refuse;
};

// Empty when the request is not entitled to anything: `denied` is the answer then.
std::optional<Route> find_route(World& world, const net::Request& request, net::Response& denied) {
  if (is_telegram(request)) {
    return Route{"telegram", [&world, request](UtcTime) { return answer_telegram(world, request); },
                 [](const Fault& fault) { return refuse_telegram(fault); }};
  }
  if (is_twilio(request)) {
    return Route{std::string(twilio_target(request)),
                 [&world, request](UtcTime as_of) { return answer_twilio(world, request, as_of); },
                 [](const Fault& fault) { return refuse_twilio(fault); }};
  }
  const Operation* const operation = find_operation(world, request, denied);
  if (!operation) return std::nullopt;
  return Route{std::string(operation->target),
               [&world, request, operation](UtcTime as_of) {
                 return operation->answer(world, request, as_of);
               },
               [](const Fault& fault) { return refuse_agents(fault); }};
}

// The client must see an answer that breaks off, and the server below cannot close without one. A
// body that claims to be chunked and is not has the same effect: every client gives the answer up
// and can only tell that something may have happened.
void break_off(const Reply& reply) {
  reply({.status = 200,
         .content_type = "application/json",
         .body = "(broken off)",
         .headers = {{"Transfer-Encoding", "chunked"}, {"Connection", "close"}}});
}

void answer_route(World& world, const Route& route, Asked asked, const Reply& reply) {
  const auto fault = world.faults.take(route.target);
  const std::string kind = fault ? fault->kind : "";
  asked.fault = kind;
  if (kind == "drop_request" || kind == "drop_reply" || kind == "late") {
    if (kind == "drop_reply") route.perform(world.now());
    if (kind == "late")
      world.later(fault->delay, [&world, perform = route.perform] { perform(world.now()); });
    world.ledger.add(std::move(asked));
    return break_off(reply);
  }
  const Millis behind = kind == "lag" ? fault->delay : Millis{0};
  const bool is_refused = kind == "refuse" || kind == "unsuccessful";
  net::Response response = is_refused ? route.refuse(*fault) : route.perform(world.now() - behind);
  asked.status = response.status;
  world.ledger.add(std::move(asked));
  if (kind != "hold_reply") return reply(std::move(response));
  world.later(fault->delay, [reply, response = std::move(response)] { reply(response); });
}

// The token of a bot is in its path, and has no business in the ledger.
std::string path_without_token(const net::Request& request) {
  if (!is_telegram(request)) return request.path;
  return "/bot<token>" + request.path.substr(request.path.find('/', 1));
}

}  // namespace

void serve_platform(World& world, const net::Request& request, const Reply& reply) {
  if (request.path == "/healthz")
    return reply({.status = 200,
                  .content_type = "application/json",
                  .body = R"({"status":"ok"})",
                  .headers = {}});
  Asked asked;
  asked.at = world.now();
  asked.method = request.method;
  asked.path = path_without_token(request);
  net::Response denied;
  if (const auto route = find_route(world, request, denied))
    return answer_route(world, *route, std::move(asked), reply);
  asked.status = denied.status;
  world.ledger.add(std::move(asked));
  reply(std::move(denied));
}

}  // namespace pl::sandbox
