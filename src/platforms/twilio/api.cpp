#include "platforms/twilio/api.h"

#include <chrono>
#include <utility>

#include "base/percent.h"
#include "platforms/base_url.h"
#include "wire/base64.h"

namespace pl::platforms {
namespace {

constexpr Millis kTotalTime = std::chrono::seconds(10);

}  // namespace

net::ClientRequest twilio_request(const TwilioAccess& access, std::string method,
                                  std::string_view resource) {
  const std::string& user = access.key_sid.empty() ? access.account_sid : access.key_sid;
  net::ClientRequest request;
  request.method = std::move(method);
  request.url = without_slash(access.base_url) + "/2010-04-01/Accounts/" +
                percent_encode(access.account_sid) + "/" + std::string(resource);
  request.headers = {{"Authorization", "Basic " + wire::to_base64(user + ":" + access.secret)},
                     {"Accept", "application/json"}};
  request.total_time = kTotalTime;
  return request;
}

net::ClientRequest twilio_post(const TwilioAccess& access, std::string_view resource,
                               std::string form) {
  net::ClientRequest post = twilio_request(access, "POST", resource);
  post.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
  post.body = std::move(form);
  return post;
}

}  // namespace pl::platforms
