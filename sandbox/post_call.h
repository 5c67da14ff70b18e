// The signed webhook that tells of calls, and what the platform does about its failures.
#pragma once

#include <string>
#include <string_view>

#include "sandbox/world.h"

namespace pl::sandbox {

inline constexpr const char* kPostCallWebhookId = "webhook_1";

// "t=<unix seconds>,v0=<HMAC-SHA256 of "<t>.<body>" in hex>"
std::string signature(std::string_view secret, std::string_view body, UtcTime now);

// The only event that is retried, if the webhook is set so: after 408, 429 and 5xx, five times in
// all.
void send_transcription(World& world, const Conversation& conversation);

void send_initiation_failure(World& world, const Conversation& conversation,
                             std::string_view failure_reason, std::string_view call_status);

}  // namespace pl::sandbox
