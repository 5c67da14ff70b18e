// What our own webhooks say.
#pragma once

#include <string>
#include <string_view>

#include "core/journal.h"

namespace pl::platforms {

// {"type": "outreach.connected", "timestamp": ..., "data": {"line", "caller", "outreach", "call",
// ...the entry's details}}: ids and words alone, in an order that never changes.
std::string event_body(const core::JournalEntry& entry, std::string_view event);

}  // namespace pl::platforms
