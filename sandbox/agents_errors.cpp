#include "sandbox/agents_errors.h"

#include <nlohmann/json.hpp>

#include "sandbox/json.h"

namespace pl::sandbox {
namespace {

const char* type_of(int status, const std::string& code = "") {
  if (status == 400 && code == "validation_error") return "validation_error";
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

// Two that are still sent without a type.
bool is_of_old_form(const std::string& code) {
  return code == "too_many_concurrent_requests" || code == "system_busy";
}

}  // namespace

net::Response api_error(int status, const std::string& code, const std::string& message,
                        const std::string& param) {
  if (is_of_old_form(code))
    return json_response(status, Json{{"detail", Json{{"status", code}, {"message", message}}}});
  return json_response(status,
                       Json{{"detail", Json{{"type", type_of(status, code)},
                                            {"code", code},
                                            {"message", message},
                                            {"status", code},
                                            {"request_id", "sandbox"},
                                            {"param", param.empty() ? Json() : Json(param)}}}});
}

std::vector<std::string> codes_of(int status) {
  switch (status) {
    case 400:
      return {"invalid_request", "validation_error"};
    case 401:
      return {"invalid_api_key", "missing_api_key", "unauthorized"};
    case 403:
      return {"insufficient_permissions", "feature_not_available", "workspace_access_denied"};
    case 404:
      return {
          "not_found",      "agent_not_found", "phone_number_not_found", "conversation_not_found",
          "tool_not_found", "voice_not_found", "document_not_found"};
    case 429:
      return {"rate_limit_exceeded", "concurrent_limit_exceeded", "too_many_concurrent_requests",
              "system_busy"};
    default:
      return {type_of(status)};
  }
}

net::Response not_played(const std::string& param) {
  return api_error(501, "not_played",
                   "The platform takes " + param +
                       " and the sandbox does not; docs/guides/sandbox.md says what it does.",
                   param);
}

net::Response invalid(Json detail) {
  return json_response(422, Json{{"detail", std::move(detail)}});
}

}  // namespace pl::sandbox
