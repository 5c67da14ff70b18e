// What ElevenLabs Agents sends us about calls: the pre-call webhook and the post-call webhook.
// Authenticate the bytes before they come here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "core/incoming.h"
#include "wire/json.h"

namespace pl::platforms {

// The pre-call webhook's request: caller_id, agent_id, called_number, call_sid and, since 2026,
// conversation_id. A withheld caller id may come empty, null or not at all; so is any field that is
// no text, or longer than 256 bytes, noted. kInvalid where there is no object to read.
Result<core::IncomingCall> read_incoming_call(std::string_view body, wire::Mended& mended);

struct PlatformMessage {
  std::string type;  // "unknown" where none can be read
  std::optional<core::ConversationId> conversation;
  core::PlatformEvent event;
};

// The post-call webhook's envelope {type, event_timestamp, data}. The timestamp is of no use: the
// signature has one, and what counts is when we saw it. A type that this version does not know
// becomes an OtherEvent, whatever it holds; so does one that does not say which conversation it is
// about, noted. kInvalid where there is no object to read.
Result<PlatformMessage> read_platform_message(std::string_view body, wire::Mended& mended);

}  // namespace pl::platforms
