// What the platform sends to us, written as it writes it: for whoever plays the platform. What
// reads it is events.h.
#pragma once

#include <string>
#include <string_view>

#include "core/report.h"
#include "wire/json.h"

namespace pl::platforms {

// What is empty is left out.
struct PreCallRequest {
  std::string agent_id;
  std::string caller_id;
  std::string called_number;
  std::string call_sid;
  std::string conversation;
};
std::string pre_call_body(const PreCallRequest& call);

// The post-call webhook about a conversation, whatever its state, written at that time.
std::string post_call_body(const std::string& agent_id, const std::string& user_id,
                           const core::ConversationReport& report, UtcTime written);

// The one about a dial that reached nobody: "busy", "no-answer", "unknown".
std::string call_failure_body(const std::string& agent_id, const core::ConversationId& conversation,
                              std::string_view reason, UtcTime written);

}  // namespace pl::platforms
