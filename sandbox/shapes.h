// The platform's JSON about conversations, as its API and its webhooks show them.
#pragma once

#include <string>
#include <string_view>

#include "base/time.h"
#include "sandbox/conversation.h"
#include "sandbox/json.h"

namespace pl::sandbox {

// "Sun, 22 Nov 2026 11:49:00 +0000"
std::string mail_time(UtcTime time);

std::string_view name_of(Status status);
std::string_view name_of(Direction direction);

Json conversation_json(const Conversation& conversation, UtcTime now);
// What the platform would say of it in a sentence; empty until it is over.
Json summary_of(const Conversation& conversation);
Json summary_json(const Conversation& conversation, UtcTime now);

std::string transcription_event(const Conversation& conversation, bool with_turns, UtcTime now);
// `failure_reason` is busy, no-answer or unknown; `call_status` is Twilio's word for it.
std::string initiation_failure_event(const Conversation& conversation,
                                     std::string_view failure_reason, std::string_view call_status,
                                     UtcTime now);

std::string initiation_request(const Conversation& conversation);

// The arguments of a tool call; `field` empty: a tool that has no field and value.
std::string tool_arguments(const Conversation& conversation, const std::string& field,
                           const std::string& value);

struct ToolAnswer {
  bool saved = true;
  std::string say;
};
// What an agent understands of an answer: anything unreadable is taken as done.
ToolAnswer read_tool_answer(std::string_view body);

// What a webhook said about an inbound call; empty if it is not an answer to that question.
std::optional<Beginning> read_initiation(const Workspace& workspace, const Agent& agent,
                                         std::string_view body);

}  // namespace pl::sandbox
