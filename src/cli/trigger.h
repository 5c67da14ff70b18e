// partyline trigger: plays the platform towards a running server, with requests that prove
// themselves as its own do, so that a deployment can be tried without a call.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/session.h"
#include "core/line.h"

namespace pl::cli {

inline constexpr std::string_view kTriggers[] = {"pre-call", "post-call", "call-failed",
                                                 "tool-call"};

struct TriggerOptions {
  std::string event;                   // of kTriggers
  std::string from = "+12125550123";   // who phones in: pre-call
  std::string conversation;            // empty: one that nobody has heard of
  std::string call_sid;                // the same
  std::string call;                    // the server's id of the call that a tool is used in
  std::string tool;                    // empty: the first of the line
  std::vector<std::string> arguments;  // "field=value" of the tool
  std::string reason = "busy";         // call-failed
  bool dry_run = false;
};

// The variable that holds what the server believes such a request by.
std::string secret_name(std::string_view event);

// Sends one request as the line's agent would, and shows what is answered and which conversation it
// was; in a dry run shows the request, its proof left out. kRefused for anything but 2xx and for a
// tool that saved nothing, kWrongUsage for what the platform would not send.
int trigger(const Session& session, const core::Line& line, const TriggerOptions& options,
            const std::string& secret);

}  // namespace pl::cli
