#include "wire/signature.h"

#include <openssl/evp.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

#include "base/check.h"
#include "base/hex.h"
#include "base/text.h"
#include "wire/hmac.h"

namespace pl::wire {
namespace {

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

bool same_secret(std::string_view given, std::string_view expected) {
  // Digests are equally long, so not even the length of the secret shows.
  const bool equal = same_digest(sha256(given), sha256(expected));
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
