#include "platforms/twilio_messages.h"

#include <utility>

#include "platforms/base_url.h"
#include "platforms/text_result.h"
#include "wire/base64.h"
#include "wire/limits.h"
#include "wire/twilio_lookup.h"
#include "wire/twilio_messages.h"

namespace pl::platforms {
namespace {

constexpr Millis kConnectTime = std::chrono::seconds(3);
constexpr Millis kTotalTime = std::chrono::seconds(10);

std::string messages_url(const TwilioAccess& access) {
  return without_slash(access.base_url) + "/2010-04-01/Accounts/" +
         net::percent_encode(access.account_sid) + "/Messages.json";
}

std::string basic(const TwilioAccess& access) {
  const std::string& user = access.key_sid.empty() ? access.account_sid : access.key_sid;
  return "Basic " + wire::to_base64(user + ":" + access.secret);
}

ports::TextResult result_of(const Result<net::ClientAnswer>& answer, UtcTime now) {
  if (!answer) return unanswered(answer.error(), "Twilio");
  return text_result(
      wire::read_twilio_reply(answer->status, answer->header("Retry-After"), answer->body, now),
      "our Twilio account, sender or text is at fault");
}

struct AsTextAnswer {
  ports::TextAnswer operator()(const wire::FoundSent& sent) const {
    return ports::TextAccepted{sent.id};
  }
  ports::TextAnswer operator()(const wire::FoundFailed& failed) const {
    return ports::TextRefused{failed.refused.why};
  }
  ports::TextAnswer operator()(const wire::FoundAbsent&) const { return std::nullopt; }
  ports::TextAnswer operator()(const wire::FoundUnclear&) const { return std::nullopt; }
};

}  // namespace

TwilioMessages::TwilioMessages(net::HttpClient& http, const ports::Clock& clock,
                               TwilioAccess access)
    : http_(http),
      clock_(clock),
      access_(std::move(access)),
      url_(messages_url(access_)),
      authorization_(basic(access_)) {}

net::ClientRequest TwilioMessages::request(const char* method) const {
  net::ClientRequest request;
  request.method = method;
  request.url = url_;
  request.headers = {{"Authorization", authorization_}, {"Accept", "application/json"}};
  request.connect_time = kConnectTime;
  request.total_time = kTotalTime;
  return request;
}

void TwilioMessages::send(std::string address, std::string body,
                          std::function<void(ports::TextResult)> done) {
  net::ClientRequest post = request("POST");
  post.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
  post.body = wire::twilio_form({.to = std::move(address),
                                 .from = access_.from,
                                 .messaging_service_sid = access_.messaging_service_sid,
                                 .text = std::move(body),
                                 .status_callback = access_.status_callback});
  http_.send(std::move(post),
             [done = std::move(done), &clock = clock_](Result<net::ClientAnswer> answer) {
               done(result_of(answer, clock.now()));
             });
}

void TwilioMessages::find(ports::TextQuestion question,
                          std::function<void(ports::TextAnswer)> done) {
  net::ClientRequest get = request("GET");
  get.url += "?" + wire::twilio_list_query(question.address);
  get.answer_bytes = wire::kPageBytes;
  const wire::SoughtText sought{std::move(question.address), std::move(question.body),
                                question.since};
  http_.send(std::move(get),
             [done = std::move(done), sought](const Result<net::ClientAnswer>& answer) {
               if (!answer) return done(std::nullopt);
               done(std::visit(AsTextAnswer{},
                               wire::find_in_twilio_list(answer->status, answer->body, sought)));
             });
}

}  // namespace pl::platforms
