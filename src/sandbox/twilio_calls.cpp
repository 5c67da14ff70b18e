#include "sandbox/twilio_calls.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sandbox/json.h"
#include "sandbox/phone_network.h"
#include "sandbox/twilio_api.h"

namespace pl::sandbox {
namespace {

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

Json call_json(const World& world, const Conversation& call) {
  const bool outbound = call.direction == Direction::kOutbound;
  const std::string& account = world.workspace.twilio.account_sid;
  return Json{{"account_sid", account},
              {"api_version", "2010-04-01"},
              {"direction", outbound ? "outbound-api" : "inbound"},
              {"from", outbound ? call.agent_number : call.external_number},
              {"to", outbound ? call.external_number : call.agent_number},
              {"sid", call.call_sid},
              {"status", status_of(call)},
              {"uri", "/2010-04-01/Accounts/" + account + "/Calls/" + call.call_sid + ".json"}};
}

}  // namespace

net::Response answer_twilio_call(World& world, const net::Request& request, std::string_view sid) {
  const auto found = std::find_if(world.conversations.begin(), world.conversations.end(),
                                  [&](const auto& one) { return one->call_sid == sid; });
  if (found == world.conversations.end()) {
    return twilio_failure(404, 20404, "The requested resource " + request.path + " was not found");
  }
  Conversation& call = **found;
  if (request.method == "GET") return json_response(200, call_json(world, call));
  if (request.method != "POST") return twilio_failure(405, 20004, "Method not allowed");
  const auto fields = net::parse_query(request.body);
  if (!fields) return twilio_failure(400, 20001, "The form cannot be read");
  const std::string status(net::find_header(*fields, "Status").value_or(""));
  if (status != "canceled") {
    return twilio_failure(400, 21218, "Status: only \"canceled\" is played here");
  }
  if (!cancel(world, call)) return twilio_failure(400, 21220, "The call does not ring");
  return json_response(200, call_json(world, call));
}

}  // namespace pl::sandbox
