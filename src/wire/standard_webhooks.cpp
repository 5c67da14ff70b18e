#include "wire/standard_webhooks.h"

#include <fmt/format.h>
#include <openssl/crypto.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/check.h"
#include "wire/base64.h"
#include "wire/hmac.h"

namespace pl::wire {
namespace {

constexpr std::string_view kPrefix = "whsec_";
constexpr std::size_t kHeaderBytes = 1024;  // of each header that is verified
constexpr std::size_t kTimeDigits = 12;
constexpr std::chrono::seconds kTolerance{300};

bool is_id(std::string_view id) {
  const auto is_part = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
  };
  return !id.empty() && std::all_of(id.begin(), id.end(), is_part);
}

std::string signature(std::string_view id, std::string_view timestamp, std::string_view body,
                      const WebhookSecret& secret) {
  return "v1," + to_base64(hmac_sha256(secret.key(), {id, ".", timestamp, ".", body}));
}

std::optional<std::chrono::seconds> read_time(std::string_view text) {
  if (text.empty() || text.size() > kTimeDigits || text.front() == '-') return std::nullopt;
  std::int64_t seconds = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, seconds);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return std::chrono::seconds(seconds);
}

bool same(std::string_view given, std::string_view expected) {
  return given.size() == expected.size() &&
         CRYPTO_memcmp(given.data(), expected.data(), expected.size()) == 0;
}

std::chrono::seconds seconds_of(UtcTime time) {
  return std::chrono::floor<std::chrono::seconds>(time.time_since_epoch());
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
  WebhookProof proof{std::string(id), std::to_string(seconds_of(at).count()), {}};
  for (const WebhookSecret& secret : secrets) {
    if (!proof.signature.empty()) proof.signature += ' ';
    proof.signature += signature(id, proof.timestamp, body, secret);
  }
  return proof;
}

bool verify_webhook(const WebhookProof& proof, std::string_view body,
                    std::span<const WebhookSecret> secrets, UtcTime now) {
  const auto at = read_time(proof.timestamp);
  if (!at || !is_id(proof.id) || proof.id.size() > kHeaderBytes) return false;
  if (proof.signature.size() > kHeaderBytes) return false;
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
  const auto age = seconds_of(now) - *at;
  return genuine && age <= kTolerance && age >= -kTolerance;
}

}  // namespace pl::wire
