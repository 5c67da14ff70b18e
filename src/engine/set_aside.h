// One row, one fate: a row that nobody can work with is set aside, told of, and tried again, while
// everybody else goes on.
#pragma once

#include <vector>

#include "engine/turn.h"
#include "ports/set_aside.h"

namespace pl::engine {

// Whether an error belongs to the rows that a use case met, and not to the store.
bool is_of_a_row(Code code);

// Keeps the row from being due for a while, longer after every try that failed, and tells an
// operator once. Nothing happens where its time has not come yet.
Result<void> set_aside(Turn& turn, const ports::RowKey& row, const std::string& reason);

// The same for every row that the turn has met and could not read.
Result<void> set_aside_unreadable(Turn& turn);

// The row works again, or is gone.
Result<void> release(Turn& turn, const ports::RowKey& row);

// Everything that is due now, in the order in which it is advanced.
Result<std::vector<ports::RowKey>> what_is_due(Turn& turn);

// Advances what is due of the row, after what it missed where it was set aside, and releases it.
Result<void> advance_alone(Turn& turn, const ports::RowKey& row);

// What a crash left unanswered, and one of them.
Result<std::vector<ports::RowKey>> what_to_recover(Turn& turn);
Result<void> recover_alone(Turn& turn, const ports::RowKey& row);

// An operator has resolved the item about the row with that subject: it is tried at once. A pause
// that cannot be read is lifted.
Result<void> try_again(Turn& turn, std::string_view subject);

}  // namespace pl::engine
