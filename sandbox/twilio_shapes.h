// Twilio's JSON about texts and calls.
#pragma once

#include "sandbox/json.h"
#include "sandbox/world.h"

namespace pl::sandbox {

Json message_json(const World& world, const Sms& sms);
Json call_json(const World& world, const Conversation& call);

}  // namespace pl::sandbox
