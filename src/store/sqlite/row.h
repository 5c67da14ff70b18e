// Between the values of core and the columns of a table.
#pragma once

#include <chrono>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/words.h"
#include "core/names.h"
#include "core/number.h"
#include "core/template.h"
#include "store/sqlite/database.h"

namespace pl::store {

// A value as a parameter. A text is only referred to: the value must outlive the query's start.
inline Cell cell(const std::string& text) {
  return std::string_view(text);
}
inline Cell cell(std::int64_t number) {
  return number;
}
inline Cell cell(int number) {
  return std::int64_t{number};
}
inline Cell cell(bool flag) {
  return std::int64_t{flag};
}
inline Cell cell(UtcTime time) {
  return to_ms(time);
}
inline Cell cell(std::chrono::seconds length) {
  return std::int64_t{length.count()};
}
inline Cell cell(const core::PhoneNumber& number) {
  return std::string_view(number.e164());
}
inline Cell cell(const core::Template& words) {
  return std::string_view(words.source());
}
template <class Kind>
Cell cell(const Id<Kind>& id) {
  return id.view();
}
template <class Kind>
Cell cell(const Name<Kind>& name) {
  return std::string_view(name.text);
}
template <HasWords Enum>
Cell cell(Enum value) {
  return text_of(value);
}
template <class T>
Cell cell(const std::optional<T>& value) {
  return value ? cell(*value) : Cell(nullptr);
}

inline Cell cell_of_limit(std::size_t limit) {
  return static_cast<std::int64_t>(
      std::min(limit, static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max())));
}

// Reads the columns of a row one after the other. A column that makes no sense gives some value of
// its type and spoils the row: checked() then gives kCorrupt instead of what was read.
class Row {
 public:
  Row(const Query& query, std::string_view table) : query_(query), table_(table) {}

  template <class T>
  T get() {
    const int column = next_++;
    if constexpr (requires {
                    typename T::value_type;
                    requires IsOptional<T>::value;
                  }) {
      if (query_.is_null(column)) return std::nullopt;
      return value<typename T::value_type>(column);
    } else {
      return value<T>(column);
    }
  }

  // A column of JSON; `from` is one of codec.h.
  template <class T>
  T json(std::optional<T> (*from)(std::string_view)) {
    const int column = next_++;
    const auto text = query_.text(column);
    std::optional<T> read = text ? from(*text) : std::nullopt;
    if (!read) spoil(column);
    return read ? std::move(*read) : T{};
  }

  template <class T>
  Result<T> checked(T value) const {
    if (spoilt_ < 0) return value;
    return nonsense();
  }

 private:
  template <class T>
  struct IsOptional : std::false_type {};
  template <class T>
  struct IsOptional<std::optional<T>> : std::true_type {};
  template <class T>
  struct Type {};

  template <class T>
  T value(int column) {
    std::optional<T> read = from_column(Type<T>{}, column);
    if (read) return std::move(*read);
    spoil(column);
    return some(Type<T>{});
  }

  std::optional<std::string> from_column(Type<std::string>, int column) const;
  std::optional<std::int64_t> from_column(Type<std::int64_t>, int column) const;
  std::optional<int> from_column(Type<int>, int column) const;
  std::optional<bool> from_column(Type<bool>, int column) const;
  std::optional<UtcTime> from_column(Type<UtcTime>, int column) const;
  std::optional<std::chrono::seconds> from_column(Type<std::chrono::seconds>, int column) const;
  std::optional<core::PhoneNumber> from_column(Type<core::PhoneNumber>, int column) const;
  std::optional<core::Template> from_column(Type<core::Template>, int column) const;
  template <class Kind>
  std::optional<Id<Kind>> from_column(Type<Id<Kind>>, int column) const {
    return Id<Kind>::parse(query_.text(column).value_or(""));
  }
  template <class Kind>
  std::optional<Name<Kind>> from_column(Type<Name<Kind>>, int column) const {
    const auto text = query_.text(column);
    if (!text) return std::nullopt;
    return Name<Kind>{std::string(*text)};
  }
  template <HasWords Enum>
  std::optional<Enum> from_column(Type<Enum>, int column) const {
    const auto text = query_.text(column);
    return text ? enum_from<Enum>(*text) : std::nullopt;
  }

  template <class T>
  static T some(Type<T>) {
    return T{};
  }
  template <class Kind>
  static Id<Kind> some(Type<Id<Kind>>) {
    return Id<Kind>::make(UtcTime{}, {});
  }
  static core::PhoneNumber some(Type<core::PhoneNumber>);

  void spoil(int column) {
    if (spoilt_ < 0) spoilt_ = column;
  }
  tl::unexpected<Error> nonsense() const;

  const Query& query_;
  std::string_view table_;
  int next_ = 0;
  int spoilt_ = -1;
};

// Of the rows of that table: none that is set aside.
inline std::string not_set_aside(std::string_view table, std::string_view key = "id") {
  return std::string(" AND NOT EXISTS (SELECT 1 FROM set_aside WHERE table_name = '")
      .append(table)
      .append("' AND set_aside.id = ")
      .append(table)
      .append(".")
      .append(key)
      .append(")");
}

// What the rows of a list must meet, and the values in the order of their `?`.
class Conditions {
 public:
  void add(std::string_view condition) {
    text_ += text_.empty() ? " WHERE " : " AND ";
    text_ += condition;
  }
  void add(std::string_view condition, Cell value) {
    add(condition);
    cells_.push_back(value);
  }
  // The end of the question, by id; its last `?` is the limit.
  std::string newest_first(std::size_t limit) {
    cells_.push_back(cell_of_limit(limit));
    return text_ + " ORDER BY id DESC LIMIT ?";
  }
  const Cells& cells() const { return cells_; }

 private:
  std::string text_;
  Cells cells_;
};

// An id, of a question that asks for it alone.
template <class Key>
Result<Key> read_key(const Query& query) {
  Row row(query, "list of ids");
  const auto key = row.get<Key>();
  return row.checked(key);
}

// What reads and writes whole rows of a table whose first column is its `id`.
struct RowSql {
  std::string table;
  std::vector<std::string> columns;  // all of them
  std::string select;                // ends with the table: a join or a WHERE may follow
  std::string insert;
  std::string select_all_by_id;  // every column
};

// `columns` are separated by commas; those of `written` are not read: they are there for an index.
RowSql row_sql(std::string_view table, std::string_view columns, std::string_view written = "");

}  // namespace pl::store
