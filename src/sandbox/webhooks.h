// The signed webhooks of the platform, and how webhooks are sent at all.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sandbox/world.h"

namespace pl::sandbox {

// "t=<unix seconds>,v0=<HMAC-SHA256 of "<t>.<body>" in hex>"
std::string signature(std::string_view secret, std::string_view body, UtcTime now);

// The headers of a request, Content-Type included, when it is sent at that time.
using Headers = std::function<std::vector<net::Header>(UtcTime)>;
// Posts `delivery.body` to `delivery.url` once, like the platform does unless it is told otherwise,
// and keeps the ledger; a fault of `target` loses, doubles or delays it.
void post_webhook(World& world, std::string_view target, Delivery delivery, Headers headers);

void send_transcription(World& world, const Conversation& conversation);
void send_initiation_failure(World& world, const Conversation& conversation,
                             std::string_view failure_reason, std::string_view call_status);

}  // namespace pl::sandbox
