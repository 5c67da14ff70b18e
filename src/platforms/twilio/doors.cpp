#include "platforms/twilio/doors.h"

#include "engine/texts.h"
#include "http/problem.h"
#include "platforms/stop.h"
#include "platforms/twilio/signature.h"
#include "platforms/twilio/webhooks.h"

namespace pl::platforms {
namespace {

using http::problem;
using Reply = net::HttpServer::Reply;
using Serve = void (*)(engine::Engine&, const wire::Form&, Reply);

net::Response twiml() {
  return {.status = 200, .content_type = "text/xml", .body = std::string(kNoTwiml)};
}

net::Response nothing() {
  return {.status = 204};
}

void serve_sms(engine::Engine& engine, const wire::Form& form, Reply reply) {
  const auto message = read_incoming_sms(form);
  if (!message) return reply(problem(400, message.error().message));
  if (stop_word(*message) != wire::StopWord::kStop) return reply(twiml());
  obey_stop(engine, core::Channel::kSms, message->from, std::move(reply), twiml());
}

void serve_status(engine::Engine& engine, const wire::Form& form, Reply reply) {
  const auto status = read_sms_status(form);
  if (!status) return reply(problem(400, status.error().message));
  if (status->state != MessageState::kFailed) return reply(nothing());
  engine.run(
      ports::Priority::kRoutine,
      [sid = status->message_sid,
       why = status->failure ? status->failure->why : std::string()](engine::Turn& turn) {
        return engine::text_undelivered(turn, core::Channel::kSms, sid, why);
      },
      [reply = std::move(reply)](const Result<void>& done) {
        reply(done ? nothing() : problem(done.error()));
      });
}

// The form of a request that Twilio has signed.
std::optional<wire::Form> signed_form(const net::Request& request, const TwilioSecrets& secrets) {
  auto form = wire::read_form(request.body);
  if (!form) return std::nullopt;
  std::string url = secrets.public_url + request.path;
  if (!request.query.empty()) url += "?" + request.query;
  const auto signature = request.header("X-Twilio-Signature").value_or("");
  if (!is_from_twilio(signature, url, *form, secrets.tokens)) return std::nullopt;
  return *std::move(form);
}

}  // namespace

http::Doors twilio_doors(engine::Engine& engine, TwilioSecrets secrets) {
  const auto to = [&engine, secrets = std::move(secrets)](Serve serve) {
    return [&engine, secrets, serve](const net::Request& request, const Reply& reply) {
      const auto form = signed_form(request, secrets);
      if (!form) return reply(problem(401, "X-Twilio-Signature is missing or wrong"));
      serve(engine, *form, reply);
    };
  };
  return {{.name = "texts", .path = "/twilio/messages", .serve = to(serve_sms)},
          {.name = "texts", .path = "/twilio/status", .serve = to(serve_status)}};
}

}  // namespace pl::platforms
