// JSON as the sandbox reads and writes it: keys keep the order in which they were written, so that
// people can read what it answers. Files that touch a Json include <nlohmann/json.hpp> themselves.
#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "net/http.h"

namespace pl::sandbox {

using Json = nlohmann::ordered_json;

// What copies, writes or merges a Json calls itself for each level, so hostile text could use up
// the stack. Nothing that is meant is nested half as deep.
inline constexpr std::size_t kJsonDepth = 64;
bool is_too_deep(std::string_view text);

// A discarded value for text that is not JSON, or too deep.
Json parse_json(std::string_view text);

// Bytes that are not UTF-8 (an answer from outside) become U+FFFD instead of an exception.
std::string to_text(const Json& json);

net::Response json_response(int status, const Json& json);

// The text at `key`, or empty if there is none.
std::string text_at(const Json& object, std::string_view key);

// Null where the text is empty.
Json text_or_null(const std::string& text);

// The texts of an object of headers. The platform also takes {"secret_id"} for one, and the sandbox
// keeps no secrets: such headers are left out.
std::vector<net::Header> headers_in(const Json& object);

}  // namespace pl::sandbox
