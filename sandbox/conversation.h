// One call as the platform keeps it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "sandbox/people.h"
#include "sandbox/scene.h"

namespace pl::sandbox {

enum class Status { kInitiated, kInProgress, kProcessing, kDone, kFailed };
enum class Direction { kInbound, kOutbound };
enum class Role { kAgent, kUser };

// A built-in tool has a result_type; a tool of the workspace has a url.
struct ToolCall {
  std::string request_id;
  std::string tool_name;
  std::string arguments;  // JSON
  std::string url;
};

struct ToolResult {
  std::string request_id;
  std::string tool_name;
  std::string result_type;
  std::string text;
  bool is_error = false;
  Millis latency{0};
};

struct Turn {
  Role role;
  UtcTime at;
  std::optional<std::string> message;
  std::optional<ToolCall> call;
  std::optional<ToolResult> result;
};

struct Conversation {
  std::string id;
  bool deleted = false;  // the API shows it no more; the ledger does
  std::string call_sid;
  std::string stream_sid;
  std::string account_sid;  // of Twilio; empty: there is none
  std::string agent_id;
  std::string agent_name;
  std::string phone_number_id;
  std::string agent_number;
  std::string external_number;
  Direction direction = Direction::kOutbound;
  std::string client_data = "{}";  // JSON, as it was received
  Scene scene;
  Behaviour behaviour;
  Millis ringing_limit{60'000};

  Status status = Status::kInitiated;
  UtcTime created;
  std::optional<UtcTime> answered;
  std::optional<UtcTime> ended;
  std::vector<Turn> turns;
  std::vector<std::string> warnings;
  std::string termination_reason;
  std::string call_result;  // empty until known
  std::string call_status;  // Twilio's, of one that was not answered
  int error_code = 0;       // 0: none
  std::string error_reason;

  // Somebody is on the line, or their phone rings.
  bool is_live() const { return status == Status::kInitiated || status == Status::kInProgress; }

  // The variable that names this call to Party Line; empty if none was sent.
  std::string attempt() const {
    const auto found = scene.variables.find("partyline_call");
    return found == scene.variables.end() ? std::string() : found->second;
  }
};

}  // namespace pl::sandbox
