#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace pl::wire {

using Digest = std::array<std::uint8_t, 32>;

// HMAC-SHA256 (RFC 2104) over the parts, one after the other with nothing in between.
Digest hmac_sha256(std::string_view key, std::initializer_list<std::string_view> parts);

// Takes equally long wherever the two differ.
bool same_digest(const Digest& a, const Digest& b);

}  // namespace pl::wire
