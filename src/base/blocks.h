// Looking at a text in blocks, which a compiler turns into a few wide instructions.
#pragma once

#include <cstddef>
#include <string_view>

namespace pl {

// How many bytes at the front of `text` lie in blocks without a single odd byte: a multiple of the
// block. `odd` gives 0 for an ordinary byte; without branches, or nothing is won.
template <class Odd>
std::size_t blocks_without(std::string_view text, Odd odd) {
  constexpr std::size_t kBlock = 64;
  std::size_t at = 0;
  for (; text.size() - at >= kBlock; at += kBlock) {
    unsigned char any = 0;
    for (std::size_t i = 0; i < kBlock; ++i) {
      any |= odd(static_cast<unsigned char>(text.data()[at + i]));
    }
    if (any != 0) break;
  }
  return at;
}

}  // namespace pl
