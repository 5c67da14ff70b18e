// The bytes of a JSON string that stand for themselves. Long texts are hardly anything else, so
// they are looked at many at a time.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/blocks.h"

namespace pl {

inline bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20;
}

// How many bytes at the front of `text` are neither a quote, nor a backslash, nor a control
// character.
inline std::size_t unescaped_prefix(std::string_view text) {
  constexpr std::uint64_t kEach = 0x0101010101010101U;  // times a byte: eight of that byte
  // Not 0 where one of the bytes is below `limit`, which is 0x80 at most.
  const auto below = [](std::uint64_t eight, std::uint64_t limit) {
    return (eight - kEach * limit) & ~eight & (kEach * 0x80U);
  };
  std::size_t at = blocks_without(text, [](unsigned char c) {
    return static_cast<unsigned char>((c < 0x20) | (c == '"') | (c == '\\'));
  });
  for (std::uint64_t eight = 0; text.size() - at >= sizeof eight; at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    const std::uint64_t quotes = eight ^ (kEach * std::uint64_t{'"'});
    const std::uint64_t backslashes = eight ^ (kEach * std::uint64_t{'\\'});
    if ((below(eight, 0x20) | below(quotes, 1) | below(backslashes, 1)) != 0) break;
  }
  while (at < text.size() && !is_control(text[at]) && text[at] != '"' && text[at] != '\\') ++at;
  return at;
}

}  // namespace pl
