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
  const auto claim = read_claim(header);
  if (!claim) return Signature::kBad;
  // Every secret is tried against every candidate: how long it takes says nothing about which.
  bool genuine = false;
  for (const std::string& secret : secrets) {
    if (secret.empty()) continue;
    const wire::Digest expected = wire::hmac_sha256(secret, {claim->time, ".", body});
    for (const wire::Digest& candidate : claim->candidates)
      genuine |= wire::same_digest(candidate, expected);
  }
  if (!genuine) return Signature::kBad;
  const auto age = std::chrono::seconds(unix_seconds(now)) - claim->at;
  return age > kOldest || age < -kAhead ? Signature::kStale : Signature::kFresh;
}

std::string sign(std::string_view body, std::string_view secret, UtcTime at) {
  const std::string time = std::to_string(unix_seconds(at));
  return fmt::format("t={},v0={}", time, to_hex(wire::hmac_sha256(secret, {time, ".", body})));
}

}  // namespace pl::platforms
