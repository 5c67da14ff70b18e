#include "http/problem.h"

#include "wire/json.h"

namespace pl::http {
namespace {

std::string_view title_of(int status) {
  switch (status) {
    case 400:
      return "Malformed request";
    case 401:
      return "Not authenticated";
    case 403:
      return "Not allowed";
    case 404:
      return "Not found";
    case 405:
      return "Method not allowed";
    case 409:
      return "Conflict";
    case 413:
      return "Too large";
    case 429:
      return "Too often";
    case 422:
      return "Not acceptable as it is";
    case 503:
      return "Not available now";
    default:
      return "Our mistake";
  }
}

int status_of(Code code) {
  switch (code) {
    case Code::kInvalid:
      return 422;
    case Code::kUnauthorized:
      return 401;
    case Code::kNotFound:
      return 404;
    case Code::kConflict:
      return 409;
    case Code::kUnavailable:
    case Code::kOutcomeUnknown:
      return 503;
    case Code::kCorrupt:
    case Code::kInternal:
      return 500;
  }
  return 500;
}

std::string_view missing(ports::Scope scope) {
  switch (scope) {
    case ports::Scope::kRead:
      return "this key may not read";
    case ports::Scope::kDial:
      return "this key may not make calls";
    case ports::Scope::kWrite:
      return "this key may not write";
    case ports::Scope::kErase:
      return "this key may not erase";
    case ports::Scope::kAdmin:
      return "this key is no admin's";
  }
  return "";
}

}  // namespace

net::Response json(int status, std::string body) {
  return {.status = status, .content_type = "application/json", .body = std::move(body)};
}

net::Response plain(int status, std::string body) {
  return {.status = status, .content_type = "text/plain; charset=utf-8", .body = std::move(body)};
}

net::Response not_here(const std::vector<std::string_view>& methods) {
  if (methods.empty()) return problem(404, "there is no such route");
  std::string allowed(methods.front());
  for (std::size_t i = 1; i < methods.size(); ++i) allowed.append(", ").append(methods[i]);
  net::Response refusal = problem(405, "use " + allowed + " here");
  refusal.headers.push_back({"Allow", std::move(allowed)});
  return refusal;
}

net::Response needs_scope(ports::Scope scope) {
  return problem(
      403, std::string(missing(scope)) + "; it needs the scope " + std::string(text_of(scope)));
}

net::Response problem(int status, std::string_view detail) {
  const wire::Json document{wire::Json::Members{
      {"type", {std::string("about:blank")}},
      {"title", {std::string(title_of(status))}},
      {"status", {std::int64_t(status)}},
      {"detail", {std::string(detail)}},
  }};
  net::Response response = json(status, wire::write_json(document));
  response.content_type = "application/problem+json";
  if (status == 401) response.headers.push_back({"WWW-Authenticate", "Bearer"});
  if (status == 503) response.headers.push_back({"Retry-After", "1"});
  return response;
}

net::Response problem(const Error& error) {
  const int status = status_of(error.code);
  if (error.code == Code::kOutcomeUnknown) {
    // No Retry-After: it would be an invitation to do it twice.
    net::Response unclear =
        problem(status, "it may have been done: read it back before you send it again");
    unclear.headers.clear();
    return unclear;
  }
  if (status == 500) return problem(status, "something is wrong on our side; see the server's log");
  if (status == 503) return problem(status, "the store is busy; nothing was done, try again");
  return problem(status, error.message);
}

}  // namespace pl::http
