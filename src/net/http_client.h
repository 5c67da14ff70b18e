// An HTTP client on one thread of its own. It sends each request once: no retry, no redirect.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "net/address_vetting.h"
#include "net/http.h"
#include "net/target.h"

namespace pl::net {

struct ClientRequest {
  std::string method = "GET";
  std::string url;
  std::vector<Header> headers;
  std::string body;  // sent when the method is not GET
  Millis connect_time{3'000};
  Millis total_time{15'000};               // from now to the last byte of the answer
  std::size_t answer_bytes = 1024 * 1024;  // a longer answer is an unknown outcome
  Reach reach = Reach::kAnywhere;
};

struct ClientAnswer {
  int status = 0;  // whatever the server said, 4xx and 5xx too
  std::vector<Header> headers;
  std::string body;

  std::optional<std::string_view> header(std::string_view name) const {
    return find_header(headers, name);
  }
};

// For tests: they have authorities of their own, and no public address.
struct ClientOptions {
  std::string trusted_file;  // certificates in PEM, trusted instead of the system's; empty: those
  bool (*is_public)(const sockaddr& address) = &net::is_public;  // asked for Reach::kPublicOnly
};

class HttpClient {
 public:
  // kUnavailable: no connection was made, so nothing can have happened. kOutcomeUnknown: anything
  // after that (time ran out, reset, answer cut short or too long). kInvalid: a URL that check_url
  // refuses, a host out of the request's reach, or a method or header that no request can have;
  // nothing was sent, and sending it again cannot help. Messages name the host, never the rest of
  // the URL. Called exactly once, on the client's thread; must neither block, throw nor destroy
  // the client.
  using Done = std::function<void(Result<ClientAnswer>)>;

  // kInvalid when `trusted_file` cannot be read.
  static Result<std::unique_ptr<HttpClient>> create(ClientOptions options = {});
  // Abandons what is still under way (its Done is not called) and joins the thread.
  virtual ~HttpClient() = default;

  virtual void send(ClientRequest request, Done done) = 0;  // from any thread
};

}  // namespace pl::net
