#include "http/text_door.h"

#include "engine/privacy.h"
#include "engine/texts.h"
#include "http/problem.h"
#include "platforms/telegram/messages.h"
#include "platforms/twilio/signature.h"
#include "platforms/twilio/webhooks.h"
#include "wire/signature.h"
#include "wire/stop_words.h"

namespace pl::http {
namespace {

constexpr std::string_view kSms = "/twilio/messages";
constexpr std::string_view kStatus = "/twilio/status";
constexpr std::string_view kTelegram = "/telegram/updates";

net::Response twiml() {
  return {.status = 200, .content_type = "text/xml", .body = std::string(wire::kNoTwiml)};
}

net::Response nothing() {
  return {.status = 204};
}

}  // namespace

bool TextDoor::is_here(std::string_view path) {
  return path == kSms || path == kStatus || path == kTelegram;
}

void TextDoor::serve(const net::Request& request, Reply reply) {
  if (request.path == kTelegram) return serve_telegram(request, std::move(reply));
  if (!is_from_twilio(request)) {
    return reply(problem(401, "X-Twilio-Signature is missing or wrong"));
  }
  if (request.path == kSms) return serve_sms(request, std::move(reply));
  serve_status(request, std::move(reply));
}

bool TextDoor::is_from_twilio(const net::Request& request) const {
  const auto form = wire::read_form(request.body);
  if (!form) return false;
  std::string url = secrets_.public_url + request.path;
  if (!request.query.empty()) url += "?" + request.query;
  const auto signature = request.header("X-Twilio-Signature").value_or("");
  return wire::is_from_twilio(signature, url, *form, secrets_.twilio);
}

void TextDoor::serve_sms(const net::Request& request, Reply reply) {
  const auto form = wire::read_form(request.body);
  if (!form) return reply(problem(400, form.error().message));
  const auto message = wire::read_incoming_sms(*form);
  if (!message) return reply(problem(400, message.error().message));
  if (wire::stop_word(*message) != wire::StopWord::kStop) return reply(twiml());
  stop(core::Channel::kSms, message->from, std::move(reply), twiml());
}

void TextDoor::serve_status(const net::Request& request, Reply reply) {
  const auto form = wire::read_form(request.body);
  if (!form) return reply(problem(400, form.error().message));
  const auto status = wire::read_sms_status(*form);
  if (!status) return reply(problem(400, status.error().message));
  if (status->state != wire::MessageState::kFailed) return reply(nothing());
  engine_.run(
      ports::Priority::kRoutine,
      [sid = status->message_sid,
       why = status->failure ? status->failure->why : std::string()](engine::Turn& turn) {
        return engine::text_undelivered(turn, core::Channel::kSms, sid, why);
      },
      [reply = std::move(reply)](const Result<void>& done) {
        reply(done ? nothing() : problem(done.error()));
      });
}

void TextDoor::serve_telegram(const net::Request& request, Reply reply) {
  const auto given = request.header("X-Telegram-Bot-Api-Secret-Token").value_or("");
  bool known = false;
  for (const std::string& secret : secrets_.telegram) {
    known = wire::same_secret(given, secret) || known;  // every one is looked at
  }
  if (!known) return reply(problem(401, "X-Telegram-Bot-Api-Secret-Token is missing or wrong"));
  const auto message = wire::read_telegram_update(request.body);
  if (!message) return reply(problem(400, message.error().message));
  if (!*message || wire::stop_word((*message)->text) != wire::StopWord::kStop) {
    return reply(nothing());
  }
  stop(core::Channel::kTelegram, (*message)->chat_id, std::move(reply), nothing());
}

void TextDoor::stop(core::Channel channel, std::string address, Reply reply, net::Response answer) {
  engine_.run(
      ports::Priority::kCall,
      [channel, address = std::move(address)](engine::Turn& turn) {
        return engine::stop_came_in(turn, channel, address);
      },
      [reply = std::move(reply), answer = std::move(answer)](const Result<void>& done) {
        reply(done ? answer : problem(done.error()));
      });
}

}  // namespace pl::http
