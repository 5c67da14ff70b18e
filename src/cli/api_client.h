// A small blocking client of a running server's API, for commands and the demo.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "net/http_client.h"
#include "wire/json.h"

namespace pl::cli {

// The text under `key`; empty when there is none.
std::string text_at(const wire::JsonView& object, std::string_view key);
// The items of a list under `key`; empty when there is none.
std::vector<wire::JsonView> list_at(const wire::JsonView& object, std::string_view key);

struct Answer {
  int status = 0;
  wire::Json body;  // null when the answer was not JSON
};

class ApiClient {
 public:
  // `url` without a slash at the end; `key` may be empty.
  static Result<std::unique_ptr<ApiClient>> create(std::string url, std::string key);

  // Blocks for at most ten seconds. Errors are those of net::HttpClient.
  Result<Answer> get(const std::string& path);
  Result<Answer> post(const std::string& path, const wire::Json& body);

  // The same, where anything but 2xx is an error that carries the server's own words.
  Result<wire::Json> must_get(const std::string& path);
  Result<wire::Json> must_post(const std::string& path, const wire::Json& body);

 private:
  ApiClient(std::string url, std::string key, std::unique_ptr<net::HttpClient> http)
      : url_(std::move(url)), key_(std::move(key)), http_(std::move(http)) {}
  Result<Answer> send(net::ClientRequest request);

  std::string url_;
  std::string key_;
  std::unique_ptr<net::HttpClient> http_;
};

}  // namespace pl::cli
