// How one route of the API is written: decode, one use case, encode.
#pragma once

#include <functional>
#include <utility>

#include "http/api.h"
#include "http/problem.h"
#include "wire/json.h"

namespace pl::http {

struct Route {
  std::string_view method;
  std::string_view path;  // "callers/{id}/skip"; a segment in braces is any one
  ports::Scope scope;     // what its client must be allowed
  std::function<void(engine::Engine&, ApiRequest)> serve;
};

// The routes of each kind.
std::vector<Route> caller_routes();
std::vector<Route> outreach_routes();
std::vector<Route> reading_routes();
std::vector<Route> stream_routes(KeyRing& keys, After later);
std::vector<Route> privacy_routes();
std::vector<Route> key_routes(KeyRing& keys);
std::vector<Route> event_routes(UrlCheck check);
std::vector<Route> platform_routes();

// What is noted of a request that changes or shows a person's whole story: who asked for what.
std::optional<core::JournalEntry> deed_of(const ApiRequest& request);

// Runs a use case whose result is the JSON to answer with. Where the request is a POST with an
// Idempotency-Key, its answer is kept in the same transaction, and a repetition is answered with
// it.
void answer(engine::Engine& engine, const ApiRequest& request, int status,
            std::function<Result<wire::Json>(engine::Turn&)> use_case);

// The request's body as a JSON object. An absent body is an empty object. kInvalid otherwise.
Result<wire::Json> read_body(const ApiRequest& request);

// kInvalid naming the first key of `object` that is not in `known`, and the nearest that is.
Result<void> only_keys(const wire::JsonView& object, std::vector<std::string> known);

// The id in path segment 1, as in /v1/callers/{id}. kNotFound when it cannot be one.
template <class SomeId>
Result<SomeId> path_id(const ApiRequest& request) {
  auto id = SomeId::parse(request.path[1]);
  if (!id) return fail(Code::kNotFound, "there is nothing with that id");
  return *std::move(id);
}

// Malformed bytes and wrong types are 400; what reads well but cannot be done is the engine's.
inline void reply_malformed(const net::HttpServer::Reply& reply, const Error& error) {
  reply(problem(400, error.message));
}

}  // namespace pl::http
