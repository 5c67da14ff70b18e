#include "store/sqlite/row.h"

#include <fmt/format.h>

#include <algorithm>

namespace pl::store {

std::optional<std::string> Row::from_column(Type<std::string>, int column) const {
  const auto text = query_.text(column);
  if (!text) return std::nullopt;
  return std::string(*text);
}

std::optional<std::int64_t> Row::from_column(Type<std::int64_t>, int column) const {
  return query_.integer(column);
}

std::optional<int> Row::from_column(Type<int>, int column) const {
  const auto number = query_.integer(column);
  if (!number || !std::in_range<int>(*number)) return std::nullopt;
  return static_cast<int>(*number);
}

std::optional<bool> Row::from_column(Type<bool>, int column) const {
  const auto number = query_.integer(column);
  if (!number || (*number != 0 && *number != 1)) return std::nullopt;
  return *number == 1;
}

std::optional<UtcTime> Row::from_column(Type<UtcTime>, int column) const {
  const auto ms = query_.integer(column);
  if (!ms) return std::nullopt;
  return from_ms(*ms);
}

std::optional<std::chrono::seconds> Row::from_column(Type<std::chrono::seconds>, int column) const {
  const auto seconds = query_.integer(column);
  if (!seconds) return std::nullopt;
  return std::chrono::seconds(*seconds);
}

std::optional<core::PhoneNumber> Row::from_column(Type<core::PhoneNumber>, int column) const {
  return core::PhoneNumber::from_e164(query_.text(column).value_or(""));
}

std::optional<core::Template> Row::from_column(Type<core::Template>, int column) const {
  const auto text = query_.text(column);
  if (!text) return std::nullopt;
  auto words = core::Template::parse(*text);
  if (!words) return std::nullopt;
  return *std::move(words);
}

core::PhoneNumber Row::some(Type<core::PhoneNumber>) {
  return *core::PhoneNumber::from_e164("+1000000");
}

tl::unexpected<Error> Row::nonsense() const {
  // The first column is an id or a key of ours; if it is itself what is wrong, it is not repeated.
  const bool named = spoilt_ != 0 && query_.column_name(0) == "id";
  return fail(
      Code::kCorrupt,
      fmt::format("database: table {}, row {}: the column {} makes no sense; restore the "
                  "row from a backup",
                  table_, named ? query_.text(0).value_or("?") : "?", query_.column_name(spoilt_)));
}

RowSql row_sql(std::string_view table, std::string_view columns, std::string_view written) {
  const std::string all = fmt::format("{}{}{}", columns, written.empty() ? "" : ", ", written);
  RowSql sql{.table = std::string(table)};
  std::string parameters;
  for (std::size_t from = 0; from < all.size();) {
    const std::size_t comma = std::min(all.find(", ", from), all.size());
    sql.columns.push_back(all.substr(from, comma - from));
    parameters += from == 0 ? "?" : ", ?";
    from = comma + 2;
  }
  sql.select = fmt::format("SELECT {} FROM {}", columns, table);
  sql.insert = fmt::format("INSERT INTO {} ({}) VALUES ({})", table, all, parameters);
  sql.select_all_by_id = fmt::format("SELECT {} FROM {} WHERE id = ?", all, table);
  return sql;
}

}  // namespace pl::store
