#include "sandbox/agents_errors.h"

#include <nlohmann/json.hpp>

#include "sandbox/json.h"

namespace pl::sandbox {
namespace {

const char* type_of(int status) {
  switch (status) {
    case 400:
      return "invalid_request";
    case 401:
      return "authentication_error";
    case 402:
      return "payment_required";
    case 403:
      return "authorization_error";
    case 404:
      return "not_found";
    case 409:
      return "conflict";
    case 429:
      return "rate_limit_error";
    case 503:
      return "service_unavailable";
    default:
      return status < 500 ? "invalid_request" : "internal_error";
  }
}

}  // namespace

net::Response api_error(int status, const std::string& code, const std::string& message) {
  return json_response(status, Json{{"detail", Json{{"type", type_of(status)},
                                                    {"code", code},
                                                    {"message", message},
                                                    {"status", code},
                                                    {"request_id", "sandbox"},
                                                    {"param", nullptr}}}});
}

net::Response invalid(const std::vector<Problem>& problems) {
  Json detail = Json::array();
  for (const Problem& problem : problems)
    detail.push_back(Json{{"type", problem.type}, {"loc", problem.path}, {"msg", problem.message}});
  return json_response(422, Json{{"detail", std::move(detail)}});
}

}  // namespace pl::sandbox
