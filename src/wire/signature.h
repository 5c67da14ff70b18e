// Proofs that a message comes from where it says.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/time.h"

namespace pl::wire {

// A longer header proves nothing; nor does a time of more digits.
inline constexpr std::size_t kSignatureBytes = 1024;
inline constexpr std::size_t kTimeDigits = 12;

// Seconds since 1970 as signatures write them: digits alone.
std::optional<std::chrono::seconds> read_signed_time(std::string_view text);

// Takes equally long wherever the two differ. False when `expected` is empty.
bool same_secret(std::string_view given, std::string_view expected);

// Whether it is one of `secrets`: the current one, or the one before it. Every one is looked at.
bool is_one_of(std::string_view given, std::span<const std::string> secrets);

// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace pl::wire
