// What the platform tells or asks us, after its bytes were authenticated and decoded.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>

#include "core/evidence.h"
#include "core/names.h"
#include "core/profile.h"
#include "core/report.h"

namespace pl::core {

// The pre-call webhook: somebody phones the line's number.
struct IncomingCall {
  std::string agent_id;
  std::string caller_id;      // as it came: E.164, "anonymous", empty, anything
  std::string called_number;  // as it came
  CallSid call_sid;           // empty text where the platform gave none
  std::optional<ConversationId> conversation;
};

// A dial that reached nobody; known by its conversation alone.
struct DialFailed {
  ConversationId conversation;
  Verdict verdict = Verdict::kFailed;
  std::string reason{};      // the platform's word
  std::optional<int> sip{};  // the called side's response, where it is told
};

// The carrier's machine detection, during a call or after it. What of it cannot be read is no
// evidence: then there is none of these.
struct MachineDetected {
  ConversationId conversation;
  Answerer answerer = Answerer::kPerson;
  std::string word;  // the carrier's: "machine_end_beep"
};

// Something the platform sends that this version has no use for; stored and tolerated.
struct OtherEvent {
  std::string type;
  std::optional<ConversationId> conversation;
};

// The body of a post-call webhook.
using PlatformEvent = std::variant<ConversationReport, DialFailed, MachineDetected, OtherEvent>;

// A tool called by the agent in a conversation. The two names of the call are bound by the
// platform, the arguments come from the model: only they are untrusted.
struct ToolCall {
  ToolName tool;
  std::optional<CallId> call;
  std::optional<ConversationId> conversation;
  std::map<std::string, RawValue> arguments;
};

// What the agent is told. `say` is a sentence it can act on or speak.
struct ToolReply {
  bool saved = false;
  std::string say;
};

}  // namespace pl::core
