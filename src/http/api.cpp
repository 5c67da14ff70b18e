#include "http/api.h"

#include <algorithm>

#include "base/text.h"
#include "http/api_route.h"

namespace pl::http {

bool is_path(const std::vector<std::string>& path, std::initializer_list<std::string_view> shape) {
  return std::equal(path.begin(), path.end(), shape.begin(), shape.end(),
                    [](const std::string& segment, std::string_view wanted) {
                      return wanted == "*" || segment == wanted;
                    });
}

void answer(engine::Engine& engine, net::HttpServer::Reply reply, int status,
            std::function<Result<wire::Json>(engine::Turn&)> use_case) {
  engine.run<wire::Json>(ports::Priority::kRoutine, std::move(use_case),
                         [reply = std::move(reply), status](const Result<wire::Json>& result) {
                           if (!result) return reply(problem(result.error()));
                           reply(json(status, wire::write_json(*result)));
                         });
}

Result<wire::Json> read_body(const ApiRequest& request) {
  if (trim(request.body).empty()) return wire::Json{wire::Json::Members{}};
  PL_TRY(wire::Json document, wire::read_json(request.body, kApiBodyBytes));
  if (!wire::JsonView(document).is_object()) {
    return fail(Code::kInvalid, "the body must be a JSON object");
  }
  return document;
}

Result<void> only_keys(const wire::JsonView& object, std::vector<std::string> known) {
  for (const auto& [key, value] : std::get<wire::Json::Members>(object.json().value)) {
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    const std::string meant = nearest(key, known);
    return fail(Code::kInvalid,
                "unknown field" + (meant.empty() ? "; there is " + join(known, ", ")
                                                 : "; did you mean \"" + meant + "\"?"));
  }
  return {};
}

namespace {

const Route* find_route(const ApiRequest& request) {
  for (const auto find : {find_caller_route, find_outreach_route, find_reading_route}) {
    if (const Route* route = find(request)) return route;
  }
  return nullptr;
}

// "GET, PATCH"; empty for a path that is none of ours.
std::string methods_of(const std::vector<std::string>& path) {
  std::vector<std::string> methods;
  for (const char* method : {"GET", "POST", "PATCH"}) {
    if (find_route({.method = method, .path = path}) != nullptr) methods.emplace_back(method);
  }
  return join(methods, ", ");
}

}  // namespace

void Api::serve(ApiRequest request) {
  if (const Route* route = find_route(request)) return (*route)(engine_, std::move(request));
  const std::string allowed = methods_of(request.path);
  if (allowed.empty()) return request.reply(problem(404, "there is no such route"));
  net::Response response = problem(405, "use " + allowed + " here");
  response.headers.push_back({"Allow", allowed});
  request.reply(std::move(response));
}

}  // namespace pl::http
