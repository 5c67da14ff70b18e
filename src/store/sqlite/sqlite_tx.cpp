#include "store/sqlite/sqlite_tx.h"

#include <fmt/format.h>

#include "base/check.h"

namespace pl::store {

Result<void> SqliteTx::must_be_there(std::int64_t rows, std::string_view what) {
  if (rows > 0) return {};
  return fail(Code::kNotFound, fmt::format("the store has no such {}", what));
}

Result<void> SqliteTx::update_row(const RowSql& sql, const Cells& cells) {
  Cells changed{cells.front()};
  PL_TRY(const auto assignments, noted(difference(sql, cells, changed)));
  if (!assignments) return must_be_there(0, sql.table);
  if (assignments->empty()) return {};
  PL_DO(change(fmt::format("UPDATE {} SET {} WHERE id = ?1", sql.table, *assignments), changed));
  return {};
}

// What to SET, "state = ?2, due = ?3", and the values in that order; empty without such a row.
Result<std::optional<std::string>> SqliteTx::difference(const RowSql& sql, const Cells& cells,
                                                        Cells& changed) {
  PL_CHECK(cells.size() == sql.columns.size());
  PL_TRY(Query stored, database_.query(sql.select_all_by_id, {cells.front()}));
  PL_TRY(const bool there, stored.next());
  if (!there) return std::nullopt;
  std::string assignments;
  for (std::size_t i = 1; i < cells.size(); ++i) {
    if (stored.holds(static_cast<int>(i), cells[i])) continue;
    changed.push_back(cells[i]);
    assignments +=
        fmt::format("{}{} = ?{}", assignments.empty() ? "" : ", ", sql.columns[i], changed.size());
  }
  return assignments;
}

}  // namespace pl::store
