// Proof that a post-call webhook comes from the platform.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "net/http.h"
#include "wire/hmac.h"

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

// The same over a body that comes in pieces and is not kept.
class SignedBody final : public net::BodySink {
 public:
  SignedBody(std::string_view header, std::span<const std::string> secrets);
  void take(std::string_view bytes) override;
  Signature judge(UtcTime now);  // once, when all of it was taken

 private:
  std::chrono::seconds at_{0};
  std::vector<wire::Digest> candidates_;  // none: the header proves nothing
  std::vector<wire::Hmac> expected_;      // one a secret
};

// The header's value for a body sent at `at`.
std::string sign(std::string_view body, std::string_view secret, UtcTime at);

}  // namespace pl::platforms
