#include "net/target.h"

#include <curl/curl.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "net/http.h"

namespace pl::net {
namespace {

constexpr int kHttpsPort = 443;
constexpr int kFreePorts = 1024;  // from here up they belong to no service

struct UrlCleanup {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};

// Empty when the URL has no such part.
std::string url_part(CURLU* url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, CURLU_DEFAULT_PORT) != CURLUE_OK) return {};
  std::string copy(text);
  curl_free(text);
  return copy;
}

Result<void> check_public(CURLU* url, const std::string& host) {
  if (url_part(url, CURLUPART_SCHEME) != "https") {
    return fail(Code::kInvalid, "URL of " + host + " must start with https://");
  }
  // Asked of the text itself: an empty user is one too.
  if (char* text = nullptr; curl_url_get(url, CURLUPART_USER, &text, 0) == CURLUE_OK) {
    curl_free(text);
    return fail(Code::kInvalid, "URL of " + host + " must hold no user and no password");
  }
  const int port = std::atoi(url_part(url, CURLUPART_PORT).c_str());  // libcurl has checked it
  if (port != kHttpsPort && port < kFreePorts) {
    return fail(Code::kInvalid, "URL of " + host + " must have port 443 or one from 1024 up");
  }
  return {};
}

}  // namespace

Result<std::string> check_url(const std::string& url, Reach reach) {
  const std::unique_ptr<CURLU, UrlCleanup> parsed(curl_url());
  if (!parsed || curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) {
    return fail(Code::kInvalid, "malformed URL; it must start with https:// or http:// and a host");
  }
  std::string host = url_part(parsed.get(), CURLUPART_HOST);
  const std::string scheme = url_part(parsed.get(), CURLUPART_SCHEME);
  if ((scheme != "http" && scheme != "https") || !is_one_line(url)) {
    return fail(Code::kInvalid, "URL of " + host + " must start with https:// or http://");
  }
  switch (reach) {
    case Reach::kAnywhere:
      break;
    case Reach::kPublicOnly:
      PL_DO(check_public(parsed.get(), host));
      break;
  }
  return host;
}

Result<std::string> base_of(std::string url) {
  PL_TRY(const std::string host, check_url(url, Reach::kAnywhere));
  const bool plain = std::all_of(url.begin(), url.end(), [](char c) {
    return c > ' ' && c < '\x7f' && std::string_view("\"'$?#\\`").find(c) == std::string_view::npos;
  });
  if (!plain) {
    return fail(Code::kInvalid, "URL of " + host +
                                    " must end after its host, port or path, and hold no space, "
                                    "quote, `$` or `\\`");
  }
  while (url.ends_with('/')) url.pop_back();
  return url;
}

Result<std::string> public_base_of(std::string url) {
  PL_TRY(std::string base, base_of(std::move(url)));
  PL_TRY(const std::string host, check_url(base, Reach::kAnywhere));
  const bool here =
      host == "localhost" || host == "[::1]" ||
      (host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string::npos);
  if (!base.starts_with("https://") && !here) {
    return fail(Code::kInvalid, "URL of " + host + " must start with https://");
  }
  return base;
}

}  // namespace pl::net
