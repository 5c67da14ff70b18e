#include "platforms/twilio/signature.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/check.h"
#include "wire/base64.h"
#include "wire/signature.h"

namespace pl::platforms {
namespace {

using wire::Form;

// The text before the port, from the colon before the port to the path, and the rest.
struct Url {
  std::string_view front;  // "https://example.org"
  std::string_view port;   // ":8443", or empty
  std::string_view rest;   // "/twilio?a=b"
};

Url split(std::string_view url) {
  const std::size_t scheme = url.find("://");
  const std::size_t host = scheme == std::string_view::npos ? 0 : scheme + 3;
  const std::size_t end = std::min(url.find_first_of("/?#", host), url.size());
  // A colon in "user:password@" or in "[::1]" is none before a port.
  const std::size_t colon = url.substr(0, end).find_last_of(":@]");
  const bool has_port = colon != std::string_view::npos && colon >= host && url[colon] == ':';
  const std::size_t port = has_port ? colon : end;
  return {url.substr(0, port), url.substr(port, end - port), url.substr(end)};
}

std::vector<std::string> forms_of(std::string_view url) {
  const Url parts = split(url);
  const std::string front(parts.front);
  const std::string rest(parts.rest);
  const std::string usual = url.starts_with("https:") ? ":443" : ":80";
  std::vector<std::string> forms = {std::string(url)};
  forms.push_back(front + (parts.port.empty() ? usual : "") + rest);
  return forms;
}

}  // namespace

std::string twilio_signature(std::string_view url, const Form& form, std::string_view auth_token) {
  std::vector<std::pair<std::string_view, std::string_view>> fields;
  for (const wire::FormField& field : form) fields.emplace_back(field.name, field.value);
  std::sort(fields.begin(), fields.end());
  fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
  std::string text(url);
  for (const auto& [name, value] : fields) text.append(name).append(value);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  unsigned int size = 0;
  PL_CHECK(HMAC(EVP_sha1(), auth_token.data(), static_cast<int>(auth_token.size()),
                reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data(),
                &size) != nullptr);
  return wire::to_base64({reinterpret_cast<const char*>(digest.data()), size});
}

bool is_from_twilio(std::string_view signature, std::string_view url, const Form& form,
                    std::span<const std::string> auth_tokens) {
  // Every token is tried with every form of the URL: how long it takes says nothing about which.
  bool genuine = false;
  for (const std::string& token : auth_tokens) {
    if (token.empty()) continue;
    for (const std::string& tried : forms_of(url)) {
      genuine |= wire::same_secret(signature, twilio_signature(tried, form, token));
    }
  }
  return genuine;
}

}  // namespace pl::platforms
