#include "sandbox/twilio_calls.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sandbox/json.h"
#include "sandbox/phone_network.h"
#include "sandbox/twilio_api.h"
#include "sandbox/twilio_shapes.h"

namespace pl::sandbox {
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
  if (status != "canceled" && status != "completed")
    return twilio_failure(400, 21218,
                          "Status: only \"canceled\" and \"completed\" are played here");
  const bool was_stopped = cancel(world, call) || (status == "completed" && hang_up(world, call));
  if (!was_stopped) return twilio_failure(400, 21220, "The call is not in a state to be stopped");
  return json_response(200, call_json(world, call));
}

}  // namespace pl::sandbox
