// A small blocking client of a running server's API, for commands and the demo.
#pragma once

#include <functional>
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
  std::string retry_after;
};

// Sends a request and waits for its answer. In tests, something that remembers what it was sent.
using Transport = std::function<Result<net::ClientAnswer>(net::ClientRequest)>;

// The answer's body. Anything but 2xx is an error in the server's own words: kNotFound for 404,
// kConflict for 409, kUnauthorized for 401 and 403, kInternal from 500, else kInvalid.
Result<wire::Json> only_success(Answer answer);

class ApiClient {
 public:
  // `url` without a slash at the end; `key` may be empty.
  static Result<std::unique_ptr<ApiClient>> create(std::string url, std::string key);
  ApiClient(std::string url, std::string key, Transport transport)
      : url_(std::move(url)), key_(std::move(key)), transport_(std::move(transport)) {}

  const std::string& url() const { return url_; }

  // Blocks for at most ten seconds. Errors are those of net::HttpClient.
  Result<Answer> get(const std::string& path);
  // The same `once` twice is done once; empty: without an Idempotency-Key.
  Result<Answer> post(const std::string& path, const wire::Json& body,
                      const std::string& once = "");
  // What is proven by a header of its own, as the platform's requests are.
  Result<Answer> post_proven(const std::string& path, std::string body, net::Header proof);
  Result<Answer> patch(const std::string& path, const wire::Json& body);
  Result<Answer> remove(const std::string& path);  // DELETE

  // The same, where anything but 2xx is an error that carries the server's own words.
  Result<wire::Json> must_get(const std::string& path);
  Result<wire::Json> must_post(const std::string& path, const wire::Json& body);

 private:
  Result<Answer> send(net::ClientRequest request);

  const std::string url_;
  const std::string key_;
  const Transport transport_;
};

}  // namespace pl::cli
