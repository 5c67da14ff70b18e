#include "sandbox/sms_network.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "sandbox/sms_segments.h"
#include "sandbox/twilio_signing.h"
#include "sandbox/webhooks.h"

namespace pl::sandbox {
namespace {

using Fields = std::vector<net::Header>;

struct Magic {
  std::string_view number;
  int error_code;
};

// docs/guides/sandbox.md lists the numbers of +1 212 555 01...
constexpr std::array<Magic, 7> kRecipients{{{"+15005550001", 21211},
                                            {"+15005550002", 21612},
                                            {"+15005550003", 21408},
                                            {"+15005550004", 21610},
                                            {"+15005550009", 21614},
                                            {"+12125550120", 21610},
                                            {"+12125550121", 21614}}};
constexpr std::array<Magic, 3> kSenders{
    {{"+15005550001", 21212}, {"+15005550007", 21606}, {"+15005550008", 21611}}};
constexpr std::string_view kGoodSender = "+15005550006";
// The carrier takes these and fails to deliver them, with this error.
constexpr std::array<Magic, 2> kUndelivered{{{"+12125550122", 30003}, {"+12125550123", 30005}}};

template <class List>
std::optional<int> code_of(const List& list, std::string_view number) {
  const auto found = std::find_if(list.begin(), list.end(),
                                  [&](const Magic& magic) { return magic.number == number; });
  if (found == list.end()) return std::nullopt;
  return found->error_code;
}

void tell(World& world, const std::string& kind, const std::string& sid, const std::string& url,
          const Fields& fields) {
  if (url.empty()) return;
  Delivery delivery;
  delivery.kind = kind;
  delivery.message_sid = sid;
  delivery.url = url;
  delivery.body = form_body(fields);
  const std::string signature = twilio_signature(world.workspace.twilio.auth_token, url, fields);
  const auto sign = [signature](UtcTime) {
    return Fields{{"Content-Type", "application/x-www-form-urlencoded"},
                  {"X-Twilio-Signature", signature}};
  };
  post_webhook(world, "sms_webhook", std::move(delivery), sign, [](const auto&) {});
}

Fields fields_of(const World& world, const Sms& sms) {
  Fields fields{{"SmsSid", sms.sid},         {"SmsStatus", sms.status},
                {"MessageSid", sms.sid},     {"AccountSid", world.workspace.twilio.account_sid},
                {"From", sms.from},          {"To", sms.to},
                {"ApiVersion", "2010-04-01"}};
  if (!sms.service_sid.empty()) fields.push_back({"MessagingServiceSid", sms.service_sid});
  return fields;
}

// A new state of a text, unless it is forgotten. `error_code` 0: none.
void move_on(World& world, const std::string& sid, const std::string& callback,
             const std::string& status, int error_code) {
  Sms* const sms = world.ledger.sms(sid);
  if (!sms) return;
  sms->status = status;
  sms->error_code = error_code;
  if (!sms->sent_at) sms->sent_at = world.now();
  Fields fields = fields_of(world, *sms);
  fields.push_back({"MessageStatus", status});
  if (error_code != 0) fields.push_back({"ErrorCode", std::to_string(error_code)});
  tell(world, "sms_status", sid, callback, fields);
}

// "STOP", "START" or "HELP", when the whole text is a word for it; otherwise empty.
std::string opt_out_type(const std::string& body) {
  const std::string word = lower_ascii(trim(body));
  for (const char* stop :
       {"stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout"})
    if (word == stop) return "STOP";
  for (const char* start : {"start", "yes", "unstop"})
    if (word == start) return "START";
  return word == "help" || word == "info" ? "HELP" : "";
}

}  // namespace

std::optional<int> recipient_error(const World& world, const std::string& from,
                                   const std::string& to) {
  if (const auto code = code_of(kRecipients, to)) return code;
  if (!is_e164(to) || to == from) return 21211;
  if (world.opt_outs.contains({to, from})) return 21610;
  return std::nullopt;
}

std::optional<int> sender_error(const World& world, const std::string& from) {
  if (const auto code = code_of(kSenders, from)) return code;
  if (from == kGoodSender || world.workspace.line(from)) return std::nullopt;
  return 21606;
}

void deliver_sms(World& world, const std::string& sid, const std::string& callback) {
  world.later(world.workspace.pace.turn, [&world, sid, callback] {
    move_on(world, sid, callback, "sent", 0);
    world.later(world.workspace.pace.turn, [&world, sid, callback] {
      const Sms* const sms = world.ledger.sms(sid);
      if (!sms) return;
      const auto code = code_of(kUndelivered, sms->to);
      move_on(world, sid, callback, code ? "undelivered" : "delivered", code.value_or(0));
    });
  });
}

std::string text_in(World& world, const std::string& from, const std::string& to,
                    const std::string& body) {
  const Twilio& twilio = world.workspace.twilio;
  Sms sms;
  sms.at = world.now();
  sms.sid = "SM" + world.new_hex(32);
  sms.direction = "inbound";
  sms.from = from;
  sms.to = to;
  sms.service_sid = twilio.messaging_service_sid;
  sms.body = body;
  sms.status = "received";
  sms.sent_at = sms.at;
  const std::string type = opt_out_type(body);
  if (type == "STOP") world.opt_outs.insert({from, to});
  if (type == "START") world.opt_outs.erase({from, to});
  Fields fields = fields_of(world, sms);
  fields.push_back({"SmsMessageSid", sms.sid});
  fields.push_back({"Body", body});
  fields.push_back({"NumMedia", "0"});
  fields.push_back({"NumSegments", std::to_string(segments_of(body))});
  // Only a Messaging Service (with Advanced Opt-Out) says what it took a text for.
  if (!sms.service_sid.empty() && !type.empty()) fields.push_back({"OptOutType", type});
  const std::string sid = sms.sid;
  world.ledger.add(std::move(sms));
  tell(world, "sms_incoming", sid, twilio.incoming_url, fields);
  return sid;
}

}  // namespace pl::sandbox
