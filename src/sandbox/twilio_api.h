// Twilio's API for texts to phones: /2010-04-01/Accounts/<sid>/Messages.json.
#pragma once

#include "sandbox/world.h"

namespace pl::sandbox {

bool is_twilio(const net::Request& request);

// What is younger than `as_of` is not yet listed.
net::Response answer_twilio(World& world, const net::Request& request, UtcTime as_of);
net::Response refuse_twilio(const Fault& fault);

}  // namespace pl::sandbox
