#include "store/sqlite/group_commit.h"

#include "store/job_queue.h"
#include "store/sql/sql_tx.h"

namespace pl::store {
namespace {

using Work = ports::Store::Work;
using Results = std::vector<Result<void>>;

Result<void> run(Database& database, std::string_view statement) {
  PL_DO(database.change(statement));
  return {};
}

// No error is told: what cannot be rolled back shows in in_transaction(), and ends with it.
void give_up(Database& database) {
  if (database.in_transaction()) (void)database.change("ROLLBACK");
}

// Kept with the erasure, so that it is made good even if we die before.
Result<void> owe_scrub(Database& database) {
  return run(database, "INSERT INTO scrub_owed (one) VALUES (1) ON CONFLICT DO NOTHING");
}

Result<void> run_in_savepoint(Database& database, const Work& work, bool& erased) {
  PL_DO(run(database, "SAVEPOINT work"));
  SqlTx tx(database);
  Result<void> result = run_work(work, tx);
  // An error that the work overlooked would commit half of it.
  if (result && tx.spoilt()) result = tl::unexpected(*tx.spoilt());
  if (result && tx.has_erased()) result = owe_scrub(database);
  if (!result && database.in_transaction()) {
    if (!run(database, "ROLLBACK TO work")) give_up(database);
  }
  if (database.in_transaction() && !run(database, "RELEASE work")) give_up(database);
  if (result && tx.has_erased()) erased = true;
  return result;
}

// Every work gets `error`.
Results all_fail(std::size_t count, const Error& error) {
  return Results(count, Result<void>(tl::unexpected(error)));
}

// Nothing happened because the transaction itself failed of `cause`.
Error undone(const Error& cause) {
  return {Code::kUnavailable, cause.message};
}

Results commit(Database& database, Results results) {
  const Result<void> committed = run(database, "COMMIT");
  if (committed) return results;
  const bool device_failed = database.device_failed();
  give_up(database);
  const Error nothing = undone(committed.error());
  if (!device_failed && !database.in_transaction()) return all_fail(results.size(), nothing);
  const Error unknown{Code::kOutcomeUnknown,
                      committed.error().message + "; whether it was kept is unknown"};
  for (Result<void>& result : results) {
    result = tl::unexpected(result ? unknown : Error{Code::kUnavailable, nothing.message});
  }
  return results;
}

}  // namespace

Together run_together(Database& database, const std::vector<const Work*>& works) {
  give_up(database);  // a transaction that an earlier failure left open
  if (const auto begun = run(database, "BEGIN IMMEDIATE"); !begun) {
    return {.results = all_fail(works.size(), undone(begun.error()))};
  }
  Together together;
  for (const Work* work : works) {
    together.results.push_back(run_in_savepoint(database, *work, together.erased));
    // A full disk, among others, makes SQLite roll the whole transaction back by itself.
    if (!database.in_transaction()) {
      return {.results = all_fail(works.size(), {Code::kUnavailable,
                                                 "database: the transaction was rolled back as a "
                                                 "whole, as when the disk is full; try again "
                                                 "later"})};
    }
  }
  together.results = commit(database, std::move(together.results));
  return together;
}

}  // namespace pl::store
