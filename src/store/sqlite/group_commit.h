// Many works in one transaction: each stands or falls alone, and one sync makes all of them
// durable.
#pragma once

#include <vector>

#include "ports/store.h"
#include "store/sqlite/database.h"

namespace pl::store {

struct Together {
  std::vector<Result<void>> results;
  bool erased = false;  // a caller, by a work that was not rolled back
};

// Runs each work once, in order, in a savepoint of its own, and commits. One result a work:
//   - success: what it wrote is durable;
//   - the work's own error, or kInternal when it threw: its savepoint alone was rolled back, and
//     those that ran beside it were committed;
//   - kUnavailable for all: nothing happened. The transaction could not begin (another program
//   holds
//     the lock: nothing ran), or it was rolled back as a whole (the disk is full);
//   - kOutcomeUnknown: the device failed while committing. SQLite has rolled back what it knows of,
//     but the bytes may lie in the log already, and would count after a crash. Works that had
//     failed by themselves get kUnavailable then: they wrote nothing.
// A work's own error may rest on what an earlier work of the batch wrote, so it is only told when
// that was committed.
Together run_together(Database& database, const std::vector<const ports::Store::Work*>& works);

}  // namespace pl::store
