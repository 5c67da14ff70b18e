// How one question is put to ElevenLabs, and what its refusals mean.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "net/http_client.h"

namespace pl::platforms {

class ElevenLabsApi {
 public:
  ElevenLabsApi(net::HttpClient& http, std::string base_url, std::string api_key);

  // The body of a 200. kNotFound for 404, kUnauthorized for 401 and 403, kInvalid for other 4xx;
  // kUnavailable for 429, 5xx, anything else, and no answer at all: nothing happens by asking.
  using Answer = std::function<void(Result<std::string>)>;
  void get(const std::string& path, const std::vector<net::Header>& query, Answer done) const;

  // DELETE; the codes of get().
  void remove(const std::string& path, std::function<void(Result<void>)> done) const;

  void post(const std::string& path, std::string body, net::HttpClient::Done done) const;

 private:
  net::ClientRequest request(std::string method, const std::string& path) const;

  net::HttpClient& http_;
  std::string base_url_;
  std::string api_key_;
};

}  // namespace pl::platforms
