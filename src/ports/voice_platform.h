// The outside that speaks. Every operation ends in exactly one call of its completion, on any
// thread, however long ago the server has forgotten about it.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "core/agent_switches.h"
#include "core/names.h"
#include "core/number.h"
#include "core/override.h"
#include "core/report.h"

namespace pl::ports {

struct DialRequest {
  core::CallId call;
  std::string agent_id;
  std::string phone_number_id;
  core::PhoneNumber to;
  core::Initiation initiation;
  std::chrono::seconds ring{25};
  core::Detection detection = core::Detection::kOff;
};

// What became of the one POST that a dial is.
struct DialPlaced {  // accepted by the platform; nobody has answered yet
  core::ConversationId conversation;
  std::optional<core::CallSid> call_sid;
};
struct DialRefusedNumber {
  std::string why;  // the platform's word, free of personal data
};
// The platform will not dial for us now: a wrong key, a limit, no connection. Not a dial.
struct DialRefusedUs {
  std::string why;
  bool rate_limited = false;          // 429
  std::optional<Millis> retry_after;  // set: it will pass by itself
};
// It may or may not have been placed. Look it up; never dial again before that.
struct DialUnknown {
  std::string why;
};
using DialResult = std::variant<DialPlaced, DialRefusedNumber, DialRefusedUs, DialUnknown>;

class VoicePlatform {
 public:
  virtual ~VoicePlatform() = default;

  // Sends the POST once, whatever happens.
  virtual void dial(DialRequest request, std::function<void(DialResult)> done) = 0;

  // One conversation as it stands. kNotFound when the platform does not know it.
  virtual void conversation(core::ConversationId id,
                            std::function<void(Result<core::ConversationReport>)> done) = 0;

  // Lists the conversations of `user_id` that started at `since` or later, reads each, and answers
  // with the one whose `partyline_call` is `call`; empty when every one was read and none is it.
  // Any failure on the way is an error, never an empty answer.
  virtual void find(core::CallId call, std::string user_id, UtcTime since,
                    std::function<void(Result<std::optional<core::ConversationReport>>)> done) = 0;

  // Deletes a conversation with everything the platform keeps of it. kNotFound when it is gone.
  virtual void forget(core::ConversationId id, std::function<void(Result<void>)> done) = 0;

  // Ids of the workspace's tools by name, every page.
  virtual void tools(std::function<void(Result<std::map<std::string, core::ToolId>>)> done) = 0;

  // What the agent allows a call to be told. kNotFound when the platform does not know it.
  virtual void agent(std::string agent_id,
                     std::function<void(Result<core::AgentSwitches>)> done) = 0;
};

}  // namespace pl::ports
