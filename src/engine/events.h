// What the owning product is told of: entries of the journal, each sent until it is taken.
#pragma once

#include <optional>
#include <string_view>

#include "engine/turn.h"

namespace pl::engine {

inline constexpr std::string_view kEvents[] = {"caller.onboarded", "outreach.connected",
                                               "outreach.texted",  "outreach.failed",
                                               "call.ended",       "attention.raised"};

// The event that an entry is to the owning product; empty for most.
std::optional<std::string_view> event_of(const core::JournalEntry& entry);

// Puts the event on its way to every endpoint that wants it, in the transaction that it tells of.
Result<void> announce(Turn& turn, const core::JournalEntry& entry);

Result<void> advance_deliveries(Turn& turn);
// Which are due, and one of them.
Result<std::vector<core::DeliveryId>> due_deliveries(Turn& turn);
Result<void> advance_delivery(Turn& turn, const core::DeliveryId& id);
Result<void> delivery_ended(Turn& turn, const core::DeliveryId& id,
                            const ports::EventResult& result);

// Sends a settled delivery once more. kNotFound, or kConflict while it is still under way.
Result<ports::Delivery> replay(Turn& turn, const core::DeliveryId& id);

}  // namespace pl::engine
