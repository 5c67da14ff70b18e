#include "sandbox/json.h"

#include <nlohmann/json.hpp>

namespace pl::sandbox {

bool is_too_deep(std::string_view text) {
  std::size_t depth = 0;
  bool is_quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_quoted && c == '\\')
      ++i;
    else if (c == '"')
      is_quoted = !is_quoted;
    else if (!is_quoted && (c == '{' || c == '['))
      ++depth;
    else if (!is_quoted && (c == '}' || c == ']') && depth > 0)
      --depth;
    if (depth > kJsonDepth) return true;
  }
  return false;
}

Json parse_json(std::string_view text) {
  if (is_too_deep(text)) return Json(Json::value_t::discarded);
  return Json::parse(text, nullptr, false);
}

std::string to_text(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

net::Response json_response(int status, const Json& json) {
  return net::Response{
      .status = status, .content_type = "application/json", .body = to_text(json), .headers = {}};
}

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

std::string text_at(const Json& object, std::string_view key) {
  if (!object.is_object()) return {};
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<net::Header> headers_in(const Json& object) {
  std::vector<net::Header> headers;
  for (const auto& [name, value] : object.items())
    if (value.is_string()) headers.push_back({name, value.get<std::string>()});
  return headers;
}

}  // namespace pl::sandbox
