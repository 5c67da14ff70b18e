// Proof that a post-call webhook comes from the platform.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/time.h"

namespace pl::platforms {

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

}  // namespace pl::platforms
