#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pl {

// Lower-case.
std::string to_hex(std::span<const std::uint8_t> bytes);

// Empty for an odd length or a digit that is not hexadecimal; both cases of letters are read.
std::optional<std::vector<std::uint8_t>> from_hex(std::string_view text);

}  // namespace pl
