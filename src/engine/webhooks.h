// What the platform reports after a call, as often and as late as it likes.
#pragma once

#include "core/incoming.h"
#include "engine/turn.h"

namespace pl::engine {

// How much the body may be believed. A valid signature that is too old, or from the future, may be
// a replay: it is a hint to go and ask the platform, nothing more.
enum class Freshness { kFresh, kHint };

// Takes in a post-call webhook once; a repetition changes nothing. `item` says what it is and when
// it came, `event` what it says.
Result<void> post_call_event(Turn& turn, ports::InboxItem item, const core::PlatformEvent& event,
                             Freshness freshness);

}  // namespace pl::engine
