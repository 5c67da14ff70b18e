// Rows that nobody can work with, which of them this transaction has met, and the proof that rows
// can be written at all.
#include "store/sql/sql_tx.h"

namespace pl::store {

using ports::SetAside;

void SqlTx::note_unreadable(ports::Unreadable met) {
  for (const ports::Unreadable& known : unreadable_) {
    if (known.row == met.row) return;
  }
  unreadable_.push_back(std::move(met));
}

Result<std::optional<SetAside>> SqlTx::set_aside(const ports::RowKey& row) {
  return one<SetAside, "WHERE table_name = ? AND id = ?">(row.table, row.id);
}

Result<std::vector<SetAside>> SqlTx::due_set_asides(UtcTime now, std::size_t limit) {
  return all<SetAside, "WHERE until <= ? ORDER BY until, table_name, id LIMIT ?">(now, limit);
}

Result<void> SqlTx::put(const SetAside& row) {
  return put_row(row);
}

Result<void> SqlTx::release(const ports::RowKey& row) {
  PL_DO(change("DELETE FROM set_aside WHERE table_name = ? AND id = ?", row.table, row.id));
  return {};
}

Result<void> SqlTx::beat(UtcTime now) {
  PL_DO(
      change("INSERT INTO heartbeat (one, at) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET at ="
             " excluded.at",
             now));
  return {};
}

}  // namespace pl::store
