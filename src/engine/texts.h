// The text that takes the place of a call.
#pragma once

#include "engine/turn.h"
#include "ports/text_channel.h"

namespace pl::engine {

// An outreach in `texting` whose time has come: hands its text to the caller's next channel, waits
// for a decent hour, or ends it.
Result<void> advance_texting(Turn& turn, const core::Outreach& outreach);

// What the channel said.
Result<void> text_ended(Turn& turn, const core::TextId& id, const ports::TextResult& result);

// The channel took the text and could not deliver it after all: somebody must look at it.
Result<void> text_undelivered(Turn& turn, core::Channel channel, const std::string& channel_id,
                              std::string why);

// Texts that a crash left without an answer: they may have been delivered, so they are not
// repeated; and one of them.
Result<void> recover_texts(Turn& turn);
Result<void> recover_text(Turn& turn, const core::TextId& id);

// Whether any text could ever reach the caller.
bool can_text(const core::Line& line, const core::Caller& caller, const core::Scene& scene);

}  // namespace pl::engine
