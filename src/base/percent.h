// Text in URLs and in forms (application/x-www-form-urlencoded).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pl {

// Escapes every byte but letters, digits and `-._~`, so the result fits any part of a URL.
std::string percent_encode(std::string_view text);

// `text` with each `%41` made its byte, once. Empty for an escape that is not two hexadecimal
// digits.
std::optional<std::string> percent_decode(std::string_view text);

// The same where `+` is a space: in forms and in the queries of URLs.
std::optional<std::string> form_decode(std::string_view text);

}  // namespace pl
