// Rows that nobody can work with, which of them this transaction has met, and the proof that rows
// can be written at all.
#include "store/sqlite/sqlite_tx.h"

namespace pl::store {
namespace {

constexpr const char* kRows = "SELECT table_name, id, until, tries, reason FROM set_aside";

Result<ports::SetAside> read_set_aside(const Query& query) {
  Row row(query, "set_aside");
  ports::SetAside read{
      .row = {.table = row.get<ports::Table>(), .id = row.get<std::string>()},
      .until = row.get<UtcTime>(),
      .tries = row.get<int>(),
      .reason = row.get<std::string>(),
  };
  return row.checked(std::move(read));
}

}  // namespace

void SqliteTx::note_unreadable(ports::Unreadable met) {
  for (const ports::Unreadable& known : unreadable_) {
    if (known.row == met.row) return;
  }
  unreadable_.push_back(std::move(met));
}

Result<std::optional<ports::SetAside>> SqliteTx::set_aside(const ports::RowKey& row) {
  static const std::string kOne = std::string(kRows) + " WHERE table_name = ? AND id = ?";
  return one(kOne, {cell(row.table), cell(row.id)}, read_set_aside);
}

Result<std::vector<ports::SetAside>> SqliteTx::due_set_asides(UtcTime now, std::size_t limit) {
  static const std::string kDue =
      std::string(kRows) + " WHERE until <= ? ORDER BY until, table_name, id LIMIT ?";
  return all(kDue, {cell(now), cell_of_limit(limit)}, read_set_aside);
}

Result<void> SqliteTx::put(const ports::SetAside& s) {
  PL_DO(
      change("INSERT INTO set_aside (table_name, id, until, tries, reason) VALUES (?, ?, ?, ?, ?)"
             " ON CONFLICT (table_name, id) DO UPDATE SET until = excluded.until,"
             " tries = excluded.tries, reason = excluded.reason",
             {cell(s.row.table), cell(s.row.id), cell(s.until), cell(s.tries), cell(s.reason)}));
  return {};
}

Result<void> SqliteTx::release(const ports::RowKey& row) {
  PL_DO(change("DELETE FROM set_aside WHERE table_name = ? AND id = ?",
               {cell(row.table), cell(row.id)}));
  return {};
}

Result<void> SqliteTx::beat(UtcTime now) {
  PL_DO(
      change("INSERT INTO heartbeat (one, at) VALUES (1, ?)"
             " ON CONFLICT (one) DO UPDATE SET at = excluded.at",
             {cell(now)}));
  return {};
}

}  // namespace pl::store
