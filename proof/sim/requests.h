// What the platform, and who pretends to be it, sends to the server: requests as they are on the
// wire.
#pragma once

#include <string>
#include <string_view>

#include "core/line.h"
#include "net/http.h"
#include "sim/platform.h"

namespace pl::sim {

// The secrets of every simulated server.
inline const std::string kInitiationSecret = "initiation-secret-1234";
inline const std::string kToolsSecret = "tools-secret-123456789";
inline const std::string kEventsSecret = "events-secret-12345678";
inline const std::string kApiKey = "pl_api-key-1234567890";
// What somebody else took for one of them.
inline const std::string kGuessedSecret = "guessed-secret-1234567";

// The pre-call webhook: what the platform asks before its agent says the first word. `caller_id` as
// the telephone network told it.
net::Request pre_call_request(const core::Line& line, const Conversation& talk,
                              std::string_view caller_id);

// `arguments` are the members of a JSON object, with a comma in front of each.
net::Request tool_request(const std::string& tool, const Conversation& talk,
                          std::string_view arguments);

// The body of a post-call webhook about a conversation as it is now, written at that time. With a
// `failure`, the one about a dial that reached nobody, whatever the conversation is.
std::string event_body(const core::Line& line, const Conversation& about, UtcTime written,
                       std::string_view failure = "");
net::Request event_request(std::string body, const std::string& secret, UtcTime signed_at);

// Requests with a guessed secret. `conversation` and `call` may name nothing.
net::Request forged_event(const std::string& conversation, UtcTime now);
net::Request forged_tool(const core::Line& line, const std::string& call);
net::Request forged_pre_call(const core::Line& line, const std::string& caller_id);

}  // namespace pl::sim
