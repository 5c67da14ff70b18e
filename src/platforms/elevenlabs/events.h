// What ElevenLabs Agents sends us about calls: the pre-call webhook and the post-call webhook.
// Authenticate the bytes before they come here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "core/incoming.h"

namespace pl::platforms {

// The pre-call webhook's request: caller_id, agent_id, called_number, call_sid and, since 2026,
// conversation_id. A withheld caller id may come empty, null or not at all. kInvalid names the
// field that is missing, no text, or longer than 256 bytes.
Result<core::IncomingCall> read_incoming_call(std::string_view body);

struct PlatformMessage {
  std::string type;
  std::int64_t event_timestamp = 0;  // Unix seconds; 0 where an unknown type has none
  std::optional<core::ConversationId> conversation;
  core::PlatformEvent event;
};

// The post-call webhook's envelope {type, event_timestamp, data}. The timestamp is an integer in
// the platform's examples and a text in one of its tables; both are read. A type that this version
// does not know becomes an OtherEvent, whatever it holds; a known type with a broken body is
// kInvalid.
Result<PlatformMessage> read_platform_message(std::string_view body);

}  // namespace pl::platforms
