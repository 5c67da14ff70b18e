#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pl::wire {

// The alphabet with `+` and `/`, padded with `=` (RFC 4648, 4).
std::string to_base64(std::span<const std::uint8_t> bytes);
inline std::string to_base64(std::string_view bytes) {
  return to_base64({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

// Empty for anything that to_base64 would not have written: other characters, white space, padding
// that is missing, bits that mean nothing.
std::optional<std::vector<std::uint8_t>> from_base64(std::string_view text);

}  // namespace pl::wire
