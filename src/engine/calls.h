// What is learnt of a call, from whatever source, and what follows from it.
#pragma once

#include "core/call.h"
#include "engine/turn.h"

namespace pl::engine {

// Stores the call after its facts changed and moves everything that depends on it: the caller's
// stage, the outreach it is a leg of, those that await its end or are held by it, and those that
// wait for its slot.
Result<void> call_changed(Turn& turn, core::Call& call, const core::CallNews& news);

// Takes in what the platform reports of the call, by polling or in its webhook, and compares it
// with what was sent; then the same.
Result<void> call_reported(Turn& turn, core::Call& call, const core::ConversationReport& report);

// The end of the one POST that a dial is.
Result<void> dial_ended(Turn& turn, const core::CallId& id, const ports::DialResult& result);

// The end of a look-up by conversation id. kCorrupt, of a call that began two minutes ago or
// earlier, raises attention.
Result<void> conversation_answered(Turn& turn, const core::CallId& id,
                                   const Result<core::ConversationReport>& answer);

// The end of a look-up by user.
Result<void> find_answered(Turn& turn, const core::CallId& id,
                           const Result<std::optional<core::ConversationReport>>& answer);

// Asks the platform about every call whose time has come, and lets time itself decide where the
// platform will not.
Result<void> poll_due_calls(Turn& turn);
// Which these are, and one of them.
Result<std::vector<core::CallId>> due_polls(Turn& turn);
Result<void> poll_call(Turn& turn, const core::CallId& id);

// What a crash left behind: dials nobody knows the outcome of; and one of them.
Result<void> recover_dials(Turn& turn);
Result<void> recover_dial(Turn& turn, const core::CallId& id);

// What an outreach missed while it could not be read: what became of the calls that it depends on,
// and that it may ask the gate again.
Result<void> catch_up(Turn& turn, const core::OutreachId& id);

}  // namespace pl::engine
