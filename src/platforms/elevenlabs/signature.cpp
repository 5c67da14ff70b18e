#include "platforms/elevenlabs/signature.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "base/hex.h"
#include "base/text.h"
#include "wire/hmac.h"
#include "wire/signature.h"

namespace pl::platforms {
namespace {

constexpr std::size_t kCandidates = 4;
constexpr std::chrono::seconds kOldest{300};
constexpr std::chrono::seconds kAhead{60};

struct Claim {
  std::string_view time;  // as it came: these bytes are signed
  std::chrono::seconds at{0};
  std::vector<wire::Digest> candidates;
};

bool take_time(Claim& claim, std::string_view text) {
  const auto at = wire::read_signed_time(text);
  if (!claim.time.empty() || !at) return false;
  claim.time = text;
  claim.at = *at;
  return true;
}

bool read_candidate(Claim& claim, std::string_view text) {
  wire::Digest digest{};
  const auto decoded = from_hex(text);
  if (!decoded || decoded->size() != digest.size()) return false;
  if (claim.candidates.size() >= kCandidates) return false;
  std::copy(decoded->begin(), decoded->end(), digest.begin());
  claim.candidates.push_back(digest);
  return true;
}

std::optional<Claim> read_claim(std::string_view header) {
  if (header.size() > wire::kSignatureBytes) return std::nullopt;
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

Signature verify_signature(std::string_view header, std::string_view body,
                           std::span<const std::string> secrets, UtcTime now) {
  SignedBody signed_body(header, secrets);
  signed_body.take(body);
  return signed_body.judge(now);
}

SignedBody::SignedBody(std::string_view header, std::span<const std::string> secrets) {
  auto claim = read_claim(header);
  if (!claim) return;
  at_ = claim->at;
  candidates_ = std::move(claim->candidates);
  for (const std::string& secret : secrets) {
    if (secret.empty()) continue;
    expected_.emplace_back(secret).take(claim->time);
    expected_.back().take(".");
  }
}

void SignedBody::take(std::string_view bytes) {
  for (wire::Hmac& hmac : expected_) hmac.take(bytes);
}

Signature SignedBody::judge(UtcTime now) {
  // Every secret is tried against every candidate: how long it takes says nothing about which.
  bool genuine = false;
  for (wire::Hmac& hmac : expected_) {
    const wire::Digest expected = hmac.finish();
    for (const wire::Digest& candidate : candidates_) {
      genuine |= wire::same_digest(candidate, expected);
    }
  }
  if (!genuine) return Signature::kBad;
  const auto age = std::chrono::seconds(unix_seconds(now)) - at_;
  return age > kOldest || age < -kAhead ? Signature::kStale : Signature::kFresh;
}

std::string sign(std::string_view body, std::string_view secret, UtcTime at) {
  const std::string time = std::to_string(unix_seconds(at));
  return fmt::format("t={},v0={}", time, to_hex(wire::hmac_sha256(secret, {time, ".", body})));
}

}  // namespace pl::platforms
