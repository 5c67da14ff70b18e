// People's rights: to be left alone, to be forgotten, to see what is kept of them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/turn.h"

namespace pl::engine {

// Forgets the caller, here at once and at the platform as soon as it answers, and gives a receipt.
// A number that had opted out stays suppressed. kConflict while a call with them is live: what is
// said in it would come back.
Result<ports::Erasure> erase_caller(Turn& turn, const core::CallerId& id, std::string by);

Result<void> advance_forgettings(Turn& turn);
// Which are due, and one of them.
Result<std::vector<core::ConversationId>> due_forgettings(Turn& turn);
Result<void> advance_forgetting(Turn& turn, const core::ConversationId& id);
Result<void> forgetting_ended(Turn& turn, const core::ConversationId& id,
                              const Result<void>& result);

struct ErasureState {
  ports::Erasure receipt;
  std::vector<ports::Forgetting> left;  // what the platform has not deleted yet
};
Result<ErasureState> erasure(Turn& turn, const core::ErasureId& id);

// The person is not called or texted any more, on no line, and what is open is withdrawn. Again is
// no news.
Result<void> leave_alone(Turn& turn, core::Caller& caller, const std::string& who,
                         const std::string& why);

// The opposite, for this caller alone: another line's caller with that number stays left alone.
Result<void> welcome_back(Turn& turn, const core::Caller& caller);

// Whether the number asked to be left alone, now or before it was erased.
Result<bool> is_suppressed(Turn& turn, const core::PhoneNumber& number);
Result<void> set_suppressed(Turn& turn, const core::PhoneNumber& number, bool suppressed);

// What a file beside the store says of suppressed numbers, put into the store. Callers with a
// number that the store did not know as suppressed are left alone from now on.
Result<void> recall_suppressed(Turn& turn, const std::map<std::string, bool>& noted);

// The caller could not be read for a while, and another one with their number may have opted out
// meanwhile: then they are left alone too.
Result<void> recall_opt_out(Turn& turn, const core::CallerId& id);

// A person wrote to us: a word to stop ends everything at once, on every line, and is confirmed
// once. `address` is where they wrote from.
Result<void> stop_came_in(Turn& turn, core::Channel channel, const std::string& address);

}  // namespace pl::engine
