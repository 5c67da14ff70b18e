#include "sandbox/json.h"

#include <nlohmann/json.hpp>

namespace pl::sandbox {

Json parse_json(std::string_view text) {
  return Json::parse(text, nullptr, false);
}

std::string to_text(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

net::Response json_response(int status, const Json& json) {
  return net::Response{
      .status = status, .content_type = "application/json", .body = to_text(json), .headers = {}};
}

std::string text_at(const Json& object, std::string_view key) {
  if (!object.is_object()) return {};
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace pl::sandbox
