#include "platforms/elevenlabs/api.h"

#include <fmt/format.h>

#include <utility>

#include "base/percent.h"
#include "platforms/base_url.h"
#include "wire/limits.h"
#include "wire/reason.h"

namespace pl::platforms {
namespace {

constexpr Millis kDialTime = std::chrono::seconds(15);
constexpr Millis kLookUpTime = std::chrono::seconds(5);

Code code_for(int status) {
  if (status == 404) return Code::kNotFound;
  if (status == 401 || status == 403) return Code::kUnauthorized;
  const bool refused = status >= 400 && status < 500 && status != 408 && status != 429;
  return refused ? Code::kInvalid : Code::kUnavailable;
}

Result<std::string> body_of(Result<net::ClientAnswer> answer) {
  if (!answer) {
    const std::string why = wire::no_answer_reason(answer.error().message);
    return fail(Code::kUnavailable, fmt::format("ElevenLabs gave no answer: {}", why));
  }
  if (answer->status == 200) return std::move(answer->body);
  const std::string why = wire::error_reason(answer->status, answer->body);
  return fail(code_for(answer->status), fmt::format("ElevenLabs answered {}", why));
}

}  // namespace

ElevenLabsApi::ElevenLabsApi(net::HttpClient& http, std::string base_url, std::string api_key)
    : http_(http), base_url_(without_slash(std::move(base_url))), api_key_(std::move(api_key)) {}

net::ClientRequest ElevenLabsApi::request(std::string method, const std::string& path) const {
  net::ClientRequest made;
  made.method = std::move(method);
  made.url = base_url_ + path;
  made.headers = {{"xi-api-key", api_key_}, {"Accept", "application/json"}};
  return made;
}

void ElevenLabsApi::get(const std::string& path, const std::vector<net::Header>& query,
                        Answer done) const {
  net::ClientRequest asked = request("GET", path);
  char before = '?';
  for (const net::Header& part : query) {
    asked.url += before + percent_encode(part.name) + "=" + percent_encode(part.value);
    before = '&';
  }
  asked.total_time = kLookUpTime;
  asked.answer_bytes = wire::kConversationBytes;
  http_.send(std::move(asked), [done = std::move(done)](Result<net::ClientAnswer> answer) {
    done(body_of(std::move(answer)));
  });
}

void ElevenLabsApi::remove(const std::string& path, std::function<void(Result<void>)> done) const {
  net::ClientRequest asked = request("DELETE", path);
  asked.total_time = kLookUpTime;
  http_.send(std::move(asked), [done = std::move(done)](Result<net::ClientAnswer> answer) {
    const auto body = body_of(std::move(answer));
    if (body) return done({});
    done(fail(body.error().code, body.error().message));
  });
}

void ElevenLabsApi::post(const std::string& path, std::string body,
                         net::HttpClient::Done done) const {
  net::ClientRequest asked = request("POST", path);
  asked.headers.push_back({"Content-Type", "application/json"});
  asked.body = std::move(body);
  asked.total_time = kDialTime;
  http_.send(std::move(asked), std::move(done));
}

}  // namespace pl::platforms
