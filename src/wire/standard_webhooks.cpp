#include "wire/standard_webhooks.h"

#include <fmt/format.h>
#include <openssl/crypto.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/check.h"
#include "base/text.h"
#include "wire/base64.h"
#include "wire/hmac.h"
#include "wire/signature.h"

namespace pl::wire {
namespace {

constexpr std::string_view kPrefix = "whsec_";
constexpr std::chrono::seconds kTolerance{300};

bool is_id(std::string_view id) {
  const auto is_part = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '-' || c == '_';
  };
  return !id.empty() && std::all_of(id.begin(), id.end(), is_part);
}

std::string signature(std::string_view id, std::string_view timestamp, std::string_view body,
                      const WebhookSecret& secret) {
  return "v1," + to_base64(hmac_sha256(secret.key(), {id, ".", timestamp, ".", body}));
}

bool same(std::string_view given, std::string_view expected) {
  return given.size() == expected.size() &&
         CRYPTO_memcmp(given.data(), expected.data(), expected.size()) == 0;
}

}  // namespace

Result<WebhookSecret> WebhookSecret::read(std::string_view text) {
  if (!text.starts_with(kPrefix)) {
    return fail(Code::kInvalid, fmt::format("a webhook secret begins with {}", kPrefix));
  }
  const auto key = from_base64(text.substr(kPrefix.size()));
  if (!key) {
    return fail(Code::kInvalid,
                fmt::format("a webhook secret is {} followed by padded base64", kPrefix));
  }
  if (key->size() < kBytesMin || key->size() > kBytesMax) {
    return fail(Code::kInvalid, fmt::format("a webhook secret has {} to {} bytes, this one {}",
                                            kBytesMin, kBytesMax, key->size()));
  }
  return WebhookSecret(*key);
}

WebhookSecret WebhookSecret::of(std::span<const std::uint8_t> key) {
  PL_CHECK(key.size() >= kBytesMin && key.size() <= kBytesMax);
  return WebhookSecret(key);
}

std::string WebhookSecret::text() const {
  const std::span key(reinterpret_cast<const std::uint8_t*>(key_.data()), key_.size());
  return std::string(kPrefix) + to_base64(key);
}

WebhookProof prove_webhook(std::string_view id, std::string_view body,
                           std::span<const WebhookSecret> secrets, UtcTime at) {
  PL_CHECK(is_id(id) && !secrets.empty());
  WebhookProof proof{std::string(id), std::to_string(unix_seconds(at)), {}};
  for (const WebhookSecret& secret : secrets) {
    if (!proof.signature.empty()) proof.signature += ' ';
    proof.signature += signature(id, proof.timestamp, body, secret);
  }
  return proof;
}

bool verify_webhook(const WebhookProof& proof, std::string_view body,
                    std::span<const WebhookSecret> secrets, UtcTime now) {
  const auto at = read_signed_time(proof.timestamp);
  if (!at || !is_id(proof.id) || proof.id.size() > kSignatureBytes) return false;
  if (proof.signature.size() > kSignatureBytes) return false;
  // Every secret is tried against every candidate: how long it takes says nothing about which.
  bool genuine = false;
  for (const WebhookSecret& secret : secrets) {
    const std::string expected = signature(proof.id, proof.timestamp, body, secret);
    std::string_view rest = proof.signature;
    while (!rest.empty()) {
      const std::string_view candidate = rest.substr(0, rest.find(' '));
      genuine |= same(candidate, expected);
      rest.remove_prefix(std::min(rest.size(), candidate.size() + 1));
    }
  }
  const auto age = std::chrono::seconds(unix_seconds(now)) - *at;
  return genuine && age <= kTolerance && age >= -kTolerance;
}

}  // namespace pl::wire
