#include "platforms/twilio/text_channel.h"

#include <utility>

#include "platforms/text_result.h"
#include "platforms/twilio/lookup.h"
#include "platforms/twilio/messages.h"
#include "wire/limits.h"

namespace pl::platforms {
namespace {

constexpr const char* kMessages = "Messages.json";

ports::TextResult sms_result_of(const Result<net::ClientAnswer>& answer, UtcTime now) {
  if (!answer) return unanswered(answer.error(), "Twilio");
  return text_result(
      read_twilio_reply(answer->status, answer->header("Retry-After"), answer->body, now),
      "our Twilio account, sender or text is at fault");
}

struct AsTextAnswer {
  ports::TextAnswer operator()(const FoundSent& sent) const { return ports::TextAccepted{sent.id}; }
  ports::TextAnswer operator()(const FoundFailed& failed) const {
    return ports::TextRefused{failed.refused.why};
  }
  ports::TextAnswer operator()(const FoundAbsent&) const { return std::nullopt; }
  ports::TextAnswer operator()(const FoundUnclear&) const { return std::nullopt; }
};

}  // namespace

TwilioMessages::TwilioMessages(net::HttpClient& http, const ports::Clock& clock,
                               TwilioAccess access)
    : http_(http), clock_(clock), access_(std::move(access)) {}

void TwilioMessages::send(std::string address, std::string body,
                          std::function<void(ports::TextResult)> done) {
  std::string form = twilio_form({.to = std::move(address),
                                  .from = access_.from,
                                  .messaging_service_sid = access_.messaging_service_sid,
                                  .text = std::move(body),
                                  .status_callback = access_.status_callback});
  http_.send(twilio_post(access_, kMessages, std::move(form)),
             [done = std::move(done), &clock = clock_](Result<net::ClientAnswer> answer) {
               done(sms_result_of(answer, clock.now()));
             });
}

void TwilioMessages::find(ports::TextQuestion question,
                          std::function<void(ports::TextAnswer)> done) {
  net::ClientRequest get = twilio_request(access_, "GET", kMessages);
  get.url += "?" + twilio_list_query(question.address);
  get.answer_bytes = wire::kPageBytes;
  const SoughtText sought{std::move(question.address), std::move(question.body), question.since};
  http_.send(
      std::move(get), [done = std::move(done), sought](const Result<net::ClientAnswer>& answer) {
        if (!answer) return done(std::nullopt);
        done(std::visit(AsTextAnswer{}, find_in_twilio_list(answer->status, answer->body, sought)));
      });
}

}  // namespace pl::platforms
