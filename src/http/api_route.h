// How one route of the API is written: decode, one use case, encode.
#pragma once

#include <functional>
#include <utility>

#include "http/api.h"
#include "http/problem.h"
#include "wire/json.h"

namespace pl::http {

using Route = std::function<void(engine::Engine&, ApiRequest)>;

// The routes of each kind; null when the path or method is none of theirs.
const Route* find_caller_route(const ApiRequest& request);
const Route* find_outreach_route(const ApiRequest& request);
const Route* find_reading_route(const ApiRequest& request);

// True when `path` has the shape, in which "*" stands for any one segment.
bool is_path(const std::vector<std::string>& path, std::initializer_list<std::string_view> shape);

// Runs a use case whose result is the JSON to answer with.
void answer(engine::Engine& engine, net::HttpServer::Reply reply, int status,
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
