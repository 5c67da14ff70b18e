#include "cli/flags.h"

#include "net/target.h"

namespace pl::cli {
namespace {

Result<std::string> named(const std::string& flag, Result<std::string> url,
                          const std::string& remedy) {
  if (url) return url;
  return fail(Code::kInvalid, flag + ": " + url.error().message + "; " + remedy);
}

}  // namespace

Result<std::string> service_url(const std::string& flag, const std::string& url,
                                const std::string& example) {
  return named(flag, net::base_of(url), "write it as " + example);
}

Result<std::string> public_url(const std::string& url) {
  return named("--public-url", net::public_base_of(url),
               "it is where platforms reach this server: write it as https://voice.example.com");
}

}  // namespace pl::cli
