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

enum class Signature {
  kFresh,
  // A valid signature, but older than 300 s or more than 60 s ahead of our clock. Whether the
  // platform signs a late retry anew is not documented, so it may be genuine or a replay: a hint to
  // ask the platform, not a fact.
  kStale,
  kBad,
};

// The header `ElevenLabs-Signature: t=<Unix seconds>,v0=<hex>`: HMAC-SHA256 over "<t>.<raw body>"
// with the webhook's secret as the key (SDK 2.73, wrapper/webhooks.js). `secrets` are the current
// and the previous one; an empty secret proves nothing. Other versions than v0 are passed over.
Signature verify_signature(std::string_view header, std::string_view body,
                           std::span<const std::string> secrets, UtcTime now);

// The header's value for a body sent at `at`.
std::string sign(std::string_view body, std::string_view secret, UtcTime at);

// Takes equally long wherever the two differ. False when `expected` is empty.
bool same_secret(std::string_view given, std::string_view expected);

// Whether it is one of `secrets`: the current one, or the one before it. Every one is looked at.
bool is_one_of(std::string_view given, std::span<const std::string> secrets);

// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace pl::wire
