// A connection to a database, as the questions of store/sql use it. Whoever owns it begins, commits
// and rolls back.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <variant>

#include "base/result.h"

namespace pl::store {

// What one parameter is bound to. A text is only referred to.
using Cell = std::variant<std::nullptr_t, std::int64_t, std::string_view>;
using Cells = std::span<const Cell>;

// The row of an answer that is looked at. Columns count from 0; what is asked for is empty where
// the column holds something of another type. A text lives as long as the row is looked at.
class Columns {
 public:
  virtual bool is_null(int column) const = 0;
  virtual std::optional<std::int64_t> integer(int column) const = 0;
  virtual std::optional<std::string_view> text(int column) const = 0;
  virtual std::string_view column_name(int column) const = 0;

 protected:
  ~Columns() = default;
};

// In a statement, each `?` stands for the next cell, or all of `?1`, `?2` for the first and second.
// Errors are those of ports::Tx, and hold nothing of what a row says.
class Connection {
 public:
  using Take = std::function<Result<void>(const Columns&)>;

  virtual ~Connection() = default;

  // Gives each row of the answer to `take`, in its order, up to the first error.
  virtual Result<void> query(std::string_view sql, Cells cells, const Take& take) = 0;
  // For a statement that gives no rows: how many rows it changed.
  virtual Result<std::int64_t> change(std::string_view sql, Cells cells) = 0;
};

}  // namespace pl::store
