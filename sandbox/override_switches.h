// Which fields a call may override, as an agent's platform_settings.overrides says.
#pragma once

#include <string>
#include <vector>

#include "sandbox/json.h"

namespace pl::sandbox {

// platform_settings.overrides of an agent that is set up as README.md says: what Party Line
// overrides is allowed, nothing else, and a webhook is asked who speaks.
Json usual_overrides();

// Sets the switches that `from` names; others stay. What is no switch is passed over, as the
// platform does; adds to `detail` what is neither true nor false, and then `overrides` is of no
// use. `place` is where `from` stands.
void set_switches(Json& overrides, const Json& from, const Json& place, Json& detail);

// Takes the fields whose switch is off out of a conversation_initiation_client_data, and returns
// the names of those that the platform complains about: all but asr.keywords, which it drops
// without a word.
std::vector<std::string> take_out_disallowed(Json& client_data, const Json& overrides);

}  // namespace pl::sandbox
