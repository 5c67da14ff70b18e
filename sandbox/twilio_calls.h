// Twilio's API for phone calls, as far as those of the voice platform appear there:
// /2010-04-01/Accounts/<sid>/Calls/<CallSid>.json.
#pragma once

#include <string_view>

#include "sandbox/world.h"

namespace pl::sandbox {

// GET shows a call; POST with Status=canceled ends one that rings. 21220 where it does not ring,
// and 20404 for a call that never was.
net::Response answer_twilio_call(World& world, const net::Request& request, std::string_view sid);

}  // namespace pl::sandbox
