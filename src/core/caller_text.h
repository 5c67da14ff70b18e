// Text that a caller, a model or the owning product supplied. It is data: it can be spoken and
// shown, and it can never change the structure of a prompt, an opening or an override.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pl::core {

inline constexpr std::size_t kNameLimit = 64;           // code points
inline constexpr std::size_t kContextKeyLimit = 64;     // bytes; letters, digits, '_', '-', '.'
inline constexpr std::size_t kContextValueLimit = 500;  // code points
inline constexpr std::size_t kContextEntries = 50;

// One line, at most `limit` code points: control, bidirectional and invisible characters and
// braces, angle brackets and backticks are removed, every run of white space is one space.
std::string clean(std::string_view text, std::size_t limit);

}  // namespace pl::core
