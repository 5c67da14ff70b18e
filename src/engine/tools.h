// Tools that an agent calls in a conversation.
#pragma once

#include "core/incoming.h"
#include "engine/turn.h"

namespace pl::engine {

// Does what the tool may do for the caller of that very call and answers with a sentence. Whatever
// is wrong with the call or its arguments is an answer too, never an error; errors are the store's.
// The call's last tool with the same arguments again, within half a minute and with the caller as
// they were, is a repetition: it gets the same answer and changes nothing. Anything else is done,
// as it may be the person changing their mind back. Of several fields each is judged on its own.
Result<core::ToolReply> tool_called(Turn& turn, const core::ToolCall& tool_call);

// What the agent is told when we cannot do our work.
core::ToolReply tool_trouble();

}  // namespace pl::engine
