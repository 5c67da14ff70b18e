#include "platforms/elevenlabs/outbound_call.h"

#include <algorithm>
#include <utility>

#include "wire/initiation.h"

namespace pl::platforms {

using wire::Json;

std::string outbound_call_body(const OutboundCall& call) {
  const auto ring = std::clamp<std::int64_t>(call.ring.count(), 1, 999);
  Json::Members telephony;
  telephony.emplace("ringing_timeout_secs", Json{ring});
  if (call.detection != core::Detection::kOff) {
    Json::Members mode{{"mode", Json{std::string(text_of(call.detection))}}};
    telephony.emplace("twilio_machine_detection", Json{std::move(mode)});
  }
  Json::Members members;
  members.emplace("agent_id", Json{call.agent_id});
  members.emplace("agent_phone_number_id", Json{call.phone_number_id});
  members.emplace("to_number", Json{call.to.e164()});
  members.emplace("conversation_initiation_client_data", wire::initiation_json(call.initiation));
  members.emplace("telephony_call_config", Json{std::move(telephony)});
  return wire::write_json(Json{std::move(members)});
}

}  // namespace pl::platforms
