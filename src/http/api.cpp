#include "http/api.h"

#include <algorithm>

#include "base/text.h"
#include "http/api_route.h"
#include "http/idempotency.h"

namespace pl::http {

std::optional<core::JournalEntry> deed_of(const ApiRequest& request) {
  const bool looks_only = request.method == "GET" && !request.route.ends_with("/export");
  if (looks_only) return std::nullopt;
  core::JournalEntry entry;
  entry.kind = "api.request";
  if (request.path.size() > 1) entry.caller = core::CallerId::parse(request.path[1]);
  entry.details = {
      {"did", request.route}, {"key", request.client.key.text()}, {"by", request.client.name}};
  return entry;
}

void answer(engine::Engine& engine, const ApiRequest& request, int status,
            std::function<Result<wire::Json>(engine::Turn&)> use_case) {
  auto named = read_named(request);
  if (!named) return reply_malformed(request.reply, named.error());
  engine.run<Answered>(
      ports::Priority::kRoutine,
      [named = *std::move(named), status, deed = deed_of(request),
       use_case = std::move(use_case)](engine::Turn& turn) -> Result<Answered> {
        Answered answered{status, {}};
        if (named) {
          PL_TRY(answered, answer_once(turn, *named, status, use_case));
        } else {
          PL_TRY(const wire::Json answer, use_case(turn));
          answered.body = wire::write_json(answer);
        }
        if (deed && !answered.replayed) PL_DO(turn.journal(*deed));
        return answered;
      },
      [reply = request.reply](const Result<Answered>& result) {
        if (!result) return reply(problem(result.error()));
        net::Response response = json(result->status, result->body);
        if (result->replayed) response.headers.push_back({"Idempotency-Replayed", "true"});
        reply(std::move(response));
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

std::vector<Route> all_routes(KeyRing& keys, UrlCheck check, After later) {
  std::vector<Route> all;
  for (const auto& some :
       {caller_routes(), outreach_routes(), reading_routes(), stream_routes(keys, std::move(later)),
        privacy_routes(), key_routes(keys), event_routes(std::move(check)), platform_routes()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

bool is_path(const std::vector<std::string>& path, std::string_view shape) {
  for (const std::string& segment : path) {
    if (shape.empty()) return false;
    const std::string_view wanted = shape.substr(0, shape.find('/'));
    if (wanted.front() != '{' && wanted != segment) return false;
    shape.remove_prefix(std::min(wanted.size() + 1, shape.size()));
  }
  return shape.empty();
}

}  // namespace

Api::Api(engine::Engine& engine, KeyRing& keys, UrlCheck check, After later)
    : engine_(engine), routes_(all_routes(keys, std::move(check), std::move(later))) {}
Api::~Api() = default;

void Api::serve(ApiRequest request) {
  std::vector<std::string_view> methods;
  for (const Route& route : routes_) {
    if (!is_path(request.path, route.path)) continue;
    methods.push_back(route.method);
    if (route.method != request.method) continue;
    if (!request.client.may(route.scope)) return request.reply(needs_scope(route.scope));
    request.route = request.method + " " + std::string(route.path);
    return route.serve(engine_, std::move(request));
  }
  request.reply(not_here(methods));
}

}  // namespace pl::http
