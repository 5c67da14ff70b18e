#include "sandbox/twilio_shapes.h"

#include <nlohmann/json.hpp>

#include "sandbox/shapes.h"
#include "sandbox/sms_segments.h"

namespace pl::sandbox {
namespace {

Json mail_date(const std::optional<UtcTime>& time) {
  return time ? Json(mail_time(*time)) : Json(nullptr);
}

std::string_view status_of(const Conversation& call) {
  switch (call.status) {
    case Status::kInitiated:
      return "ringing";
    case Status::kInProgress:
      return "in-progress";
    case Status::kProcessing:
    case Status::kDone:
    case Status::kFailed:
      break;
  }
  if (call.answered) return "completed";
  return call.call_status.empty() ? "failed" : std::string_view(call.call_status);
}

// In whole seconds, as a text; null until it is over. A call that nobody took lasted none.
Json seconds_of(const Conversation& call) {
  if (!call.ended) return nullptr;
  const auto length = *call.ended - call.answered.value_or(*call.ended);
  return std::to_string(std::chrono::round<std::chrono::seconds>(length).count());
}

}  // namespace

Json message_json(const World& world, const Sms& sms) {
  const std::string uri =
      "/2010-04-01/Accounts/" + world.workspace.twilio.account_sid + "/Messages/" + sms.sid;
  // A Messaging Service chooses the sender only when it sends.
  const bool has_sender = sms.status != "accepted";
  return Json{{"account_sid", world.workspace.twilio.account_sid},
              {"api_version", "2010-04-01"},
              {"body", sms.body},
              {"date_created", mail_date(sms.at)},
              {"date_sent", mail_date(sms.sent_at)},
              {"date_updated", mail_date(sms.sent_at ? *sms.sent_at : sms.at)},
              {"direction", sms.direction},
              {"error_code", sms.error_code == 0 ? Json(nullptr) : Json(sms.error_code)},
              {"error_message", nullptr},
              {"from", has_sender ? Json(sms.from) : Json(nullptr)},
              {"messaging_service_sid", text_or_null(sms.service_sid)},
              {"num_media", "0"},
              {"num_segments", has_sender ? std::to_string(segments_of(sms.body)) : "0"},
              {"price", nullptr},
              {"price_unit", "USD"},
              {"sid", sms.sid},
              {"status", sms.status},
              {"subresource_uris", Json{{"media", uri + "/Media.json"}}},
              {"to", sms.to},
              {"uri", uri + ".json"}};
}

Json call_json(const World& world, const Conversation& call) {
  const bool outbound = call.direction == Direction::kOutbound;
  const std::string& account = world.workspace.twilio.account_sid;
  const std::string uri = "/2010-04-01/Accounts/" + account + "/Calls/" + call.call_sid;
  const std::string from = outbound ? call.agent_number : call.external_number;
  const std::string to = outbound ? call.external_number : call.agent_number;
  const UtcTime changed = call.ended ? *call.ended : call.answered.value_or(call.created);
  return Json{{"account_sid", account},
              {"annotation", nullptr},
              {"answered_by", nullptr},
              {"api_version", "2010-04-01"},
              {"caller_name", nullptr},
              {"date_created", mail_date(call.created)},
              {"date_updated", mail_date(changed)},
              {"direction", outbound ? "outbound-api" : "inbound"},
              {"duration", seconds_of(call)},
              {"end_time", mail_date(call.ended)},
              {"forwarded_from", nullptr},
              {"from", from},
              {"from_formatted", from},
              {"group_sid", nullptr},
              {"parent_call_sid", nullptr},
              {"phone_number_sid", nullptr},
              {"price", nullptr},
              {"price_unit", "USD"},
              {"queue_time", "0"},
              {"sid", call.call_sid},
              {"start_time", mail_date(call.created)},
              {"status", status_of(call)},
              {"subresource_uris", Json{{"recordings", uri + "/Recordings.json"}}},
              {"to", to},
              {"to_formatted", to},
              {"trunk_sid", nullptr},
              {"uri", uri + ".json"}};
}

}  // namespace pl::sandbox
