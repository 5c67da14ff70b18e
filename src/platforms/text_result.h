// What the engine is told about one text, whichever provider it went to.
#pragma once

#include <string_view>

#include "base/result.h"
#include "ports/text_channel.h"
#include "wire/text_reply.h"

namespace pl::platforms {

// `at_fault` says what of ours is wrong when it is not the address: "the bot token is refused".
ports::TextResult text_result(wire::TextReply reply, std::string_view at_fault);

// No answer came. `whose` names the provider; nothing of the client's message is repeated, which
// may hold the URL and so a token.
ports::TextResult unanswered(const Error& error, std::string_view whose);

}  // namespace pl::platforms
