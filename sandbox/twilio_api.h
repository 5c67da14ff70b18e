// Twilio's API: /2010-04-01/Accounts/<sid>/, where texts to phones are, and the calls.
#pragma once

#include "sandbox/world.h"

namespace pl::sandbox {

// An error as Twilio words it.
net::Response twilio_failure(int status, int code, const std::string& message);

bool is_twilio(const net::Request& request);
// What faults call it: "sms", "sms_list" or "call".
std::string_view twilio_target(const net::Request& request);

// What is younger than `as_of` is not yet listed.
net::Response answer_twilio(World& world, const net::Request& request, UtcTime as_of);
net::Response refuse_twilio(const Fault& fault);

}  // namespace pl::sandbox
