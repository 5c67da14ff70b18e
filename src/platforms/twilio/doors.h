// Where Twilio tells us what people text to our numbers, and what became of our texts.
#pragma once

#include <string>
#include <vector>

#include "engine/engine.h"
#include "http/door.h"

namespace pl::platforms {

struct TwilioSecrets {
  std::string public_url;  // the address that Twilio was given: "https://voice.example.com"
  std::vector<std::string> tokens;  // the account's auth token, and the one before; none: nobody
                                    // is believed
};

// /twilio/messages and /twilio/status. The engine must outlive the doors.
http::Doors twilio_doors(engine::Engine& engine, TwilioSecrets secrets);

}  // namespace pl::platforms
