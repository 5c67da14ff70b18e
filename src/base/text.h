// Small, bounded work on UTF-8 text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pl {

// How many bytes at the front of `text` are UTF-8.
std::size_t utf8_prefix(std::string_view text);
bool is_utf8(std::string_view text);

// Code points of `text`; bytes that are not UTF-8 become U+FFFD, one each.
std::u32string code_points(std::string_view text);
std::string to_utf8(std::u32string_view points);

// The first `limit` code points.
std::string clip(std::string_view text, std::size_t limit);

// ASCII; the locale is never asked.
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view trim(std::string_view text);
std::string lower_ascii(std::string_view text);
std::string join(const std::vector<std::string>& parts, std::string_view between);

// The entry of `known` that `word` was most likely meant to be; empty if none is near.
std::string nearest(std::string_view word, const std::vector<std::string>& known);

}  // namespace pl
