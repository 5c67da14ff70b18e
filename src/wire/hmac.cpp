#include "wire/hmac.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <memory>

#include "base/check.h"

namespace pl::wire {
namespace {

using Mac = std::unique_ptr<EVP_MAC_CTX, decltype(&EVP_MAC_CTX_free)>;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

// An HMAC with SHA-256 that lacks its key. OpenSSL looks both up by name, which takes longer than a
// short message does: that is done once.
const EVP_MAC_CTX* keyless() {
  static const Mac made = [] {
    const std::unique_ptr<EVP_MAC, decltype(&EVP_MAC_free)> mac(
        EVP_MAC_fetch(nullptr, "HMAC", nullptr), &EVP_MAC_free);
    PL_CHECK(mac != nullptr);
    Mac context(EVP_MAC_CTX_new(mac.get()), &EVP_MAC_CTX_free);
    PL_CHECK(context != nullptr);
    char algorithm[] = "SHA256";
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, algorithm, 0),
        OSSL_PARAM_construct_end()};
    PL_CHECK(EVP_MAC_CTX_set_params(context.get(), parameters) == 1);
    return context;
  }();
  return made.get();
}

}  // namespace

struct Hmac::Context {
  Mac mac{EVP_MAC_CTX_dup(keyless()), &EVP_MAC_CTX_free};
};

// OpenSSL fails here only without memory or without its own algorithms.
Hmac::Hmac(std::string_view key) : context_(std::make_unique<Context>()) {
  EVP_MAC_CTX* const mac = context_->mac.get();
  PL_CHECK(mac != nullptr);
  PL_CHECK(EVP_MAC_init(mac, bytes_of(key), key.size(), nullptr) == 1);
}

Hmac::Hmac(Hmac&&) noexcept = default;
Hmac::~Hmac() = default;

void Hmac::take(std::string_view part) {
  PL_CHECK(EVP_MAC_update(context_->mac.get(), bytes_of(part), part.size()) == 1);
}

Digest Hmac::finish() {
  Digest digest{};
  std::size_t length = 0;
  PL_CHECK(EVP_MAC_final(context_->mac.get(), digest.data(), &length, digest.size()) == 1);
  PL_CHECK(length == digest.size());
  return digest;
}

Digest hmac_sha256(std::string_view key, std::initializer_list<std::string_view> parts) {
  Hmac hmac(key);
  for (const std::string_view part : parts) hmac.take(part);
  return hmac.finish();
}

bool same_digest(const Digest& a, const Digest& b) {
  return CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace pl::wire
