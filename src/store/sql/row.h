// Whole rows, as they are described: read, and written.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/overloaded.h"
#include "store/sql/cell.h"
#include "store/sql/codec.h"
#include "store/sql/rows.h"

namespace pl::store {

// Reads the columns of a row one after the other. A column that makes no sense gives some value of
// its type and spoils the row: checked() then gives kCorrupt, and what was read is nothing.
class RowReader {
 public:
  RowReader(const Columns& columns, std::string_view table) : columns_(columns), table_(table) {}

  // The next columns.
  template <Described Whole>
  Whole whole() {
    return std::apply(
        [this](const auto&... members) { return Whole{this->take_member(members)...}; },
        Description<Whole>::members);
  }

  // The next column.
  template <class T>
  T column() {
    const int column = next_++;
    if constexpr (kIsOptional<T>) {
      if (columns_.is_null(column)) return std::nullopt;
      return value<typename T::value_type>(column);
    } else {
      return value<T>(column);
    }
  }

  Result<void> checked() const {
    if (spoilt_ < 0) return {};
    return nonsense();
  }

 private:
  template <class Whole, class T>
  T take_member(const Group<Whole, T>&) {
    return whole<T>();
  }
  template <template <class, class> class Kind, class Whole, class T>
  T take_member(const Kind<Whole, T>&) {
    return column<T>();
  }

  template <class T>
  T value(int column) {
    std::optional<T> read;
    if constexpr (Plain<T>) {
      take(columns_, column, read);
    } else if (const auto json = columns_.text(column)) {
      if constexpr (std::is_same_v<T, core::Plan>) {
        read = plan_from(*json);
      } else {
        read = from_json<T>(*json);
      }
    }
    if (read) return *std::move(read);
    if (spoilt_ < 0) spoilt_ = column;
    if constexpr (std::is_default_constructible_v<T>) {
      return T();
    } else if constexpr (std::is_same_v<T, core::PhoneNumber>) {
      return *core::PhoneNumber::from_e164("+1000000");
    } else {
      return T::make(UtcTime{}, {});
    }
  }
  tl::unexpected<Error> nonsense() const;

  const Columns& columns_;
  std::string_view table_;
  int next_ = 0;
  int spoilt_ = -1;
};

// How many columns of its table it writes.
template <Described Part>
inline constexpr std::size_t kWritten = [] {
  constexpr auto count = Overloaded{[]<class T>(const Member<Part, T>&) { return std::size_t{1}; },
                                    []<class T>(const Given<Part, T>&) { return std::size_t{0}; },
                                    []<class T>(const Group<Part, T>&) { return kWritten<T>; }};
  std::size_t written = requires {
    Description<Part>::derived;
  }
  ? 1 : 0;
  each_member<Part>([&](const auto& member) { written += count(member); });
  return written;
}();

// The cells of a row, in the order of its description, and the JSON that they refer to. The row
// must outlive them.
template <Described Whole>
class RowCells {
 public:
  explicit RowCells(const Whole& row) {
    add(row);
    if constexpr (requires { Description<Whole>::derived; }) {
      cells_[used_++] = Description<Whole>::derived.of(row);
    }
  }
  RowCells(const RowCells&) = delete;
  RowCells& operator=(const RowCells&) = delete;

  operator Cells() const { return cells_; }

 private:
  template <Described Part>
  void add(const Part& part) {
    each_member<Part>([&](const auto& member) { add_member(part, member); });
  }
  template <class Part, class T>
  void add_member(const Part& part, const Member<Part, T>& member) {
    const T& value = part.*member.at;
    if constexpr (Plain<T>) {
      cells_[used_++] = cell(value);
    } else {
      documents_[used_] = to_json(value);
      cells_[used_] = documents_[used_];
      ++used_;
    }
  }
  template <class Part, class T>
  void add_member(const Part& part, const Group<Part, T>& member) {
    add(part.*member.at);
  }
  template <class Part, class T>
  void add_member(const Part&, const Given<Part, T>&) {}

  std::array<Cell, kWritten<Whole>> cells_;
  std::array<std::string, kWritten<Whole>> documents_;
  std::size_t used_ = 0;
};

// The columns of a table, in the order of the row's description; first those of the key.
struct ColumnNames {
  std::vector<std::string> read;
  std::vector<std::string> written;
};

template <Described Part>
void add_names(ColumnNames& names, std::string_view prefix = "");

template <class Part, class T>
void add_name(ColumnNames& names, std::string_view prefix, const Member<Part, T>& member) {
  names.read.push_back(std::string(prefix).append(member.name));
  names.written.push_back(names.read.back());
}
template <class Part, class T>
void add_name(ColumnNames& names, std::string_view, const Given<Part, T>& member) {
  names.read.emplace_back(member.name);
}
template <class Part, class T>
void add_name(ColumnNames& names, std::string_view, const Group<Part, T>& member) {
  add_names<T>(names, member.prefix);
}
template <Described Part>
void add_names(ColumnNames& names, std::string_view prefix) {
  each_member<Part>([&](const auto& member) { add_name(names, prefix, member); });
}

// The statements that read and write whole rows.
struct RowSql {
  RowSql(std::string_view table, std::string_view from, const ColumnNames& names, std::size_t key);

  std::string_view table;
  std::vector<std::string> written;
  std::string select;      // ends with the table: a WHERE may follow
  std::string insert;      // an ON CONFLICT may follow
  std::string insert_new;  // does nothing where the key is taken
  std::string put;         // takes the place of what is there
  std::string stored;      // what is written in the row of an id
};

template <Described Whole>
const RowSql& row_sql() {
  static const RowSql made = [] {
    using Row = Description<Whole>;
    ColumnNames names;
    add_names<Whole>(names);
    std::string_view from = Row::table;
    if constexpr (requires { Row::from; }) from = Row::from;
    if constexpr (requires { Row::derived; }) names.written.emplace_back(Row::derived.name);
    return RowSql(Row::table, from, names, Row::key);
  }();
  return made;
}

}  // namespace pl::store
