// The headers that prove where a body comes from, ElevenLabs' and our own, and how secrets are
// written.
#include <array>
#include <vector>

#include "base/hex.h"
#include "entry.h"
#include "platforms/elevenlabs/signature.h"
#include "wire/base64.h"
#include "wire/hmac.h"
#include "wire/signature.h"
#include "wire/standard_webhooks.h"

namespace pl::fuzz {
namespace {

const UtcTime kNow = from_ms(1'770'894'000'000);
const std::array<std::string, 3> kSecrets{"a-secret-1234567890", "", "the-one-before-it"};

std::string replaced(std::string_view text, std::string_view what, std::string_view by) {
  std::string result(text);
  const std::size_t at = result.find(what);
  return at == std::string::npos ? result : result.replace(at, what.size(), by);
}

// In the header, "SIGN" stands for the right digest of what follows "t=".
void check_elevenlabs(std::string_view header, std::string_view body) {
  std::string_view rest = header;
  take_until(rest, "t=");
  const std::string_view time = take_until(rest, ",");
  const std::string right = to_hex(wire::hmac_sha256(kSecrets[2], {time, ".", body}));
  const auto verify = [&](std::string_view text, std::string_view signed_body) {
    return platforms::verify_signature(text, signed_body, kSecrets, kNow);
  };
  PL_CHECK(verify(header, body) == platforms::Signature::kBad);
  const std::string header_signed = replaced(header, "SIGN", right);
  PL_CHECK(verify(header_signed, std::string(body) + ".") == platforms::Signature::kBad);
  const platforms::Signature signature = verify(header_signed, body);
  if (signature != platforms::Signature::kBad) PL_CHECK(header_signed != header);
  // The only instants that are fresh are those of ten digits around now.
  if (signature == platforms::Signature::kFresh) {
    const std::int64_t age = to_ms(kNow) / 1000 - std::stoll(std::string(time));
    PL_CHECK(age <= 300 && age >= -60);
  }
  PL_CHECK(verify(platforms::sign(body, kSecrets[0], kNow), body) == platforms::Signature::kFresh);
}

void check_ours(std::string_view header, std::string_view body) {
  const std::array<std::uint8_t, 24> key{1, 2, 3};
  const std::vector<wire::WebhookSecret> secrets{wire::WebhookSecret::of(key)};
  wire::WebhookProof proof = wire::prove_webhook("msg_1", body, secrets, kNow);
  PL_CHECK(wire::verify_webhook(proof, body, secrets, kNow));
  PL_CHECK(!wire::verify_webhook(proof, std::string(body) + ".", secrets, kNow));
  PL_CHECK(
      !wire::verify_webhook({proof.id, proof.timestamp, std::string(header)}, body, secrets, kNow));
  PL_CHECK(!wire::verify_webhook({proof.id, std::string(header), proof.signature}, body, secrets,
                                 kNow) ||
           header == proof.timestamp);
  PL_CHECK(!wire::verify_webhook({std::string(header), proof.timestamp, proof.signature}, body,
                                 secrets, kNow) ||
           header == proof.id);
}

}  // namespace

// The header, a line break, the body.
void try_bytes(std::string_view bytes) {
  const std::string_view header = take_until(bytes, "\n");
  check_elevenlabs(header, bytes);
  check_ours(header, bytes);
  if (const auto secret = wire::WebhookSecret::read(header)) PL_CHECK(secret->text() == header);
  if (const auto decoded = wire::from_base64(header)) PL_CHECK(wire::to_base64(*decoded) == header);
  PL_CHECK(wire::from_base64(wire::to_base64(bytes)).has_value());
  PL_CHECK(wire::same_secret(header, kSecrets[0]) == (header == kSecrets[0]));
}

}  // namespace pl::fuzz
