// How our own webhooks prove that they come from us: Standard Webhooks 1.0.0, symmetric signatures
// (standard-webhooks/standard-webhooks, spec/standard-webhooks.md).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"

namespace pl::wire {

// A signing key of one endpoint, which no other endpoint shares. People see it as text: "whsec_"
// and the key's bytes in base64.
class WebhookSecret {
 public:
  static constexpr std::size_t kBytesMin = 24;
  static constexpr std::size_t kBytesMax = 64;

  // kInvalid says what is wrong with the text without repeating any of it.
  static Result<WebhookSecret> read(std::string_view text);
  // `key` has kBytesMin to kBytesMax random bytes.
  static WebhookSecret of(std::span<const std::uint8_t> key);

  std::string text() const;
  std::string_view key() const { return key_; }

 private:
  explicit WebhookSecret(std::span<const std::uint8_t> key) : key_(key.begin(), key.end()) {}

  std::string key_;
};

// The names of the headers, and their values.
inline constexpr std::string_view kWebhookId = "webhook-id";
inline constexpr std::string_view kWebhookTimestamp = "webhook-timestamp";
inline constexpr std::string_view kWebhookSignature = "webhook-signature";

struct WebhookProof {
  std::string id;  // of the event: the same at every attempt, so the receiver can drop copies
  std::string timestamp;  // of this attempt, Unix seconds
  std::string signature;  // "v1,<base64>", one a secret, with spaces in between
};

// HMAC-SHA256 over "<id>.<timestamp>.<body>" with each secret: while a secret is replaced there are
// two, and a receiver that knows either is content. `id` is not empty and holds letters, digits,
// `-` and `_` alone: a full stop would let one message be read as another.
WebhookProof prove_webhook(std::string_view id, std::string_view body,
                           std::span<const WebhookSecret> secrets, UtcTime at);

// What a receiver does. True for a signature made with one of `secrets` at most 300 s before or
// after `now`. Signatures of other versions than v1 are passed over. How long it takes depends on
// nothing but lengths.
bool verify_webhook(const WebhookProof& proof, std::string_view body,
                    std::span<const WebhookSecret> secrets, UtcTime now);

}  // namespace pl::wire
