// The tools of ElevenLabs Agents: how they are listed, and how they call us.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "core/incoming.h"
#include "core/names.h"
#include "wire/json.h"

namespace pl::platforms {

struct ToolPage {
  std::map<std::string, core::ToolId> tools;  // by name; of two with one name, the first listed
  std::optional<std::string> next_cursor;     // empty on the last page
};

// The body of GET /v1/convai/tools (ToolsResponseModel). kCorrupt when it cannot be read.
Result<ToolPage> read_tool_page(std::string_view body);

// The body of a webhook tool's request: the flat object that the tool's request_body_schema
// describes (OpenAPI of August 2026), or {tool_name, tool_call_id, parameters, conversation_id} as
// the platform's skill files show it. `partyline_call` and `conversation_id` are bound by the
// platform and are no arguments; null is an argument not given. What a model wrote is taken as far
// as it can be, and noted: a nested argument is an empty text, a nested item is none, and what is
// too long is cut, still too long for any field. kInvalid, with the place, for anything else, and
// for too many arguments.
Result<core::ToolCall> read_tool_call(core::ToolName tool, std::string_view body,
                                      wire::Mended& mended);

// {"saved": ..., "say": ...}
std::string tool_reply_body(const core::ToolReply& reply);

}  // namespace pl::platforms
