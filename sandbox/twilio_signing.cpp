#include "sandbox/twilio_signing.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <array>

#include "base/check.h"
#include "base/percent.h"

namespace pl::sandbox {

std::string base64(std::string_view bytes) {
  std::vector<unsigned char> text(bytes.size() * 4 / 3 + 4);
  const int size =
      EVP_EncodeBlock(text.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                      static_cast<int>(bytes.size()));
  return {text.begin(), text.begin() + size};
}

std::string twilio_signature(std::string_view auth_token, std::string_view url,
                             std::vector<net::Header> fields) {
  std::sort(fields.begin(), fields.end(),
            [](const net::Header& a, const net::Header& b) { return a.name < b.name; });
  std::string text(url);
  for (const net::Header& field : fields) text += field.name + field.value;
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes;
  unsigned int size = 0;
  PL_CHECK(HMAC(EVP_sha1(), auth_token.data(), static_cast<int>(auth_token.size()),
                reinterpret_cast<const unsigned char*>(text.data()), text.size(), bytes.data(),
                &size));
  return base64({reinterpret_cast<const char*>(bytes.data()), size});
}

std::string form_body(const std::vector<net::Header>& fields) {
  std::string body;
  for (const net::Header& field : fields) {
    if (!body.empty()) body += '&';
    body += percent_encode(field.name) + '=';
    for (const char c : field.value) body += c == ' ' ? "+" : percent_encode({&c, 1});
  }
  return body;
}

}  // namespace pl::sandbox
