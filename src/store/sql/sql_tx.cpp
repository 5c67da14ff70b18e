#include "store/sql/sql_tx.h"

#include <fmt/format.h>

#include "base/check.h"

namespace pl::store {
namespace {

bool holds(const Columns& columns, int column, const Cell& cell) {
  if (const auto* number = std::get_if<std::int64_t>(&cell)) {
    return columns.integer(column) == *number;
  }
  if (const auto* words = std::get_if<std::string_view>(&cell)) {
    return columns.text(column) == *words;
  }
  return columns.is_null(column);
}

}  // namespace

Result<void> SqlTx::must_be_there(std::int64_t rows, std::string_view what) {
  if (rows > 0) return {};
  return fail(Code::kNotFound, fmt::format("the store has no such {}", what));
}

Result<void> SqlTx::update_row(const RowSql& sql, Cells cells) {
  PL_CHECK(cells.size() == sql.written.size());
  bool there = false;
  std::vector<Cell> changed{cells.front()};
  std::string assignments;  // "state = ?2, due = ?3"
  const auto compare = [&](const Columns& stored) -> Result<void> {
    there = true;
    for (std::size_t i = 1; i < cells.size(); ++i) {
      if (holds(stored, static_cast<int>(i), cells[i])) continue;
      changed.push_back(cells[i]);
      assignments += fmt::format("{}{} = ?{}", assignments.empty() ? "" : ", ", sql.written[i],
                                 changed.size());
    }
    return {};
  };
  PL_DO(query(sql.stored, cells.first(1), std::ref(compare)));
  if (!there) return must_be_there(0, sql.table);
  if (assignments.empty()) return {};
  PL_DO(change(fmt::format("UPDATE {} SET {} WHERE id = ?1", sql.table, assignments),
               Cells(changed)));
  return {};
}

}  // namespace pl::store
