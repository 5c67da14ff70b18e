// What people read: items for their attention, and the record of everything.
#include "store/sql/sql_tx.h"

namespace pl::store {

using core::Attention;

Result<bool> SqlTx::raise(const Attention& attention) {
  static const std::string kRaise =
      row_sql<Attention>().insert +
      " ON CONFLICT (reason, subject) WHERE resolved_at IS NULL DO NOTHING";
  PL_TRY(const std::int64_t rows, change(kRaise, Cells(RowCells(attention))));
  return rows == 1;
}

Result<std::optional<Attention>> SqlTx::attention(const core::AttentionId& id) {
  return one<Attention, "WHERE id = ?">(id);
}

Result<std::vector<Attention>> SqlTx::open_attention(const ports::AttentionFilter& filter) {
  Conditions wanted;
  wanted.add("resolved_at IS NULL");
  if (filter.line) wanted.add("line = ?", *filter.line);
  if (filter.reason) wanted.add("reason = ?", *filter.reason);
  if (filter.before) wanted.add("id < ?", *filter.before);
  return newest<Attention>(wanted, filter.limit);
}

Result<void> SqlTx::resolve(const core::AttentionId& id, UtcTime now) {
  // Resolved a second time, it keeps its first time.
  PL_TRY(const std::int64_t rows,
         change("UPDATE attention SET resolved_at = coalesce(resolved_at, ?2) WHERE id = ?1", id,
                now));
  return must_be_there(rows, "attention item");
}

Result<void> SqlTx::append(const core::JournalEntry& entry) {
  return insert_row(entry);
}

Result<std::vector<core::JournalEntry>> SqlTx::journal(std::int64_t after, std::size_t limit) {
  return all<core::JournalEntry, "WHERE seq > ? ORDER BY seq LIMIT ?">(after, limit);
}

}  // namespace pl::store
