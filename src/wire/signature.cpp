#include "wire/signature.h"

#include <fmt/format.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/check.h"
#include "base/hex.h"
#include "base/text.h"
#include "wire/hmac.h"

namespace pl::wire {
namespace {

constexpr std::size_t kCandidates = 4;
constexpr std::chrono::seconds kOldest{300};
constexpr std::chrono::seconds kAhead{60};

struct Claim {
  std::string_view time;  // as it came: these bytes are signed
  std::chrono::seconds at{0};
  std::vector<Digest> candidates;
};

// Looked up once: by name, it takes OpenSSL longer than to digest a secret.
const EVP_MD* sha256_algorithm() {
  static EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  PL_CHECK(fetched != nullptr);
  return fetched;
}

Digest sha256(std::string_view bytes) {
  Digest digest{};
  unsigned int length = 0;
  PL_CHECK(EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, sha256_algorithm(),
                      nullptr) == 1);
  return digest;
}

bool same(const Digest& a, const Digest& b) {
  return CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

bool take_time(Claim& claim, std::string_view text) {
  const auto at = read_signed_time(text);
  if (!claim.time.empty() || !at) return false;
  claim.time = text;
  claim.at = *at;
  return true;
}

bool read_candidate(Claim& claim, std::string_view text) {
  Digest digest{};
  const auto decoded = from_hex(text);
  if (!decoded || decoded->size() != digest.size()) return false;
  if (claim.candidates.size() >= kCandidates) return false;
  std::copy(decoded->begin(), decoded->end(), digest.begin());
  claim.candidates.push_back(digest);
  return true;
}

std::optional<Claim> read_claim(std::string_view header) {
  if (header.size() > kSignatureBytes) return std::nullopt;
  Claim claim;
  while (true) {
    const std::size_t comma = std::min(header.find(','), header.size());
    const std::string_view part = trim(header.substr(0, comma));
    if (part.starts_with("t=") && !take_time(claim, part.substr(2))) return std::nullopt;
    if (part.starts_with("v0=") && !read_candidate(claim, part.substr(3))) return std::nullopt;
    if (comma == header.size()) break;
    header.remove_prefix(comma + 1);
  }
  if (claim.time.empty() || claim.candidates.empty()) return std::nullopt;
  return claim;
}

}  // namespace

std::optional<std::chrono::seconds> read_signed_time(std::string_view text) {
  if (text.size() > kTimeDigits || !std::all_of(text.begin(), text.end(), is_digit)) {
    return std::nullopt;
  }
  std::int64_t seconds = 0;
  const char* const end = text.data() + text.size();
  if (std::from_chars(text.data(), end, seconds).ec != std::errc()) return std::nullopt;
  return std::chrono::seconds(seconds);
}

Signature verify_signature(std::string_view header, std::string_view body,
                           std::span<const std::string> secrets, UtcTime now) {
  const auto claim = read_claim(header);
  if (!claim) return Signature::kBad;
  // Every secret is tried against every candidate: how long it takes says nothing about which.
  bool genuine = false;
  for (const std::string& secret : secrets) {
    if (secret.empty()) continue;
    const Digest expected = hmac_sha256(secret, {claim->time, ".", body});
    for (const Digest& candidate : claim->candidates) genuine |= same(candidate, expected);
  }
  if (!genuine) return Signature::kBad;
  const auto age = std::chrono::seconds(unix_seconds(now)) - claim->at;
  return age > kOldest || age < -kAhead ? Signature::kStale : Signature::kFresh;
}

std::string sign(std::string_view body, std::string_view secret, UtcTime at) {
  const std::string time = std::to_string(unix_seconds(at));
  return fmt::format("t={},v0={}", time, to_hex(hmac_sha256(secret, {time, ".", body})));
}

bool same_secret(std::string_view given, std::string_view expected) {
  // Digests are equally long, so not even the length of the secret shows.
  const bool equal = same(sha256(given), sha256(expected));
  return equal && !expected.empty();
}

bool is_one_of(std::string_view given, std::span<const std::string> secrets) {
  bool known = false;
  for (const std::string& secret : secrets) known = same_secret(given, secret) || known;
  return known;
}

std::string sha256_hex(std::string_view bytes) {
  return to_hex(sha256(bytes));
}

}  // namespace pl::wire
