// What the rows of a list must meet.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/sql/cell.h"

namespace pl::store {

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

class Conditions {
 public:
  void add(std::string_view condition) {
    text_ += text_.empty() ? " WHERE " : " AND ";
    text_ += condition;
  }
  // With a `?` for the value, which must outlive the question.
  template <class T>
  void add(std::string_view condition, const T& value) {
    add(condition);
    cells_.push_back(cell(value));
  }
  // The end of the question, by id.
  std::string newest_first(std::size_t limit) {
    cells_.push_back(cell(limit));
    return text_ + " ORDER BY id DESC LIMIT ?";
  }
  Cells cells() const { return cells_; }

 private:
  std::string text_;
  std::vector<Cell> cells_;  // in the order of their `?`
};

}  // namespace pl::store
