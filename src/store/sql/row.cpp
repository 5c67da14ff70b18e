#include "store/sql/row.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <span>

namespace pl::store {

tl::unexpected<Error> RowReader::nonsense() const {
  // The first column is an id or a key of ours; if it is itself what is wrong, it is not repeated.
  const bool named = spoilt_ != 0 && columns_.column_name(0) == "id";
  return fail(Code::kCorrupt,
              fmt::format("database: table {}, row {}: the column {} makes no sense; restore the "
                          "row from a backup",
                          table_, named ? columns_.text(0).value_or("?") : "?",
                          columns_.column_name(spoilt_)));
}

RowSql::RowSql(std::string_view table_of_row, std::string_view from, const ColumnNames& names,
               std::size_t key)
    : table(table_of_row), written(names.written) {
  const std::span all(written);
  const std::string keys = fmt::format("{}", fmt::join(all.first(key), ", "));
  std::string parameters = "?";
  for (std::size_t i = 1; i < all.size(); ++i) parameters += ", ?";
  std::string assignments;
  for (const std::string& name : all.subspan(key)) {
    assignments += fmt::format("{}{} = excluded.{}", assignments.empty() ? "" : ", ", name, name);
  }
  select = fmt::format("SELECT {} FROM {}", fmt::join(names.read, ", "), from);
  insert = fmt::format("INSERT INTO {} ({}) VALUES ({})", table, fmt::join(all, ", "), parameters);
  insert_new = fmt::format("{} ON CONFLICT ({}) DO NOTHING", insert, keys);
  put = fmt::format("{} ON CONFLICT ({}) DO UPDATE SET {}", insert, keys, assignments);
  stored = fmt::format("SELECT {} FROM {} WHERE id = ?", fmt::join(all, ", "), table);
}

}  // namespace pl::store
