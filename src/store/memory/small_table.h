// A table of which little is asked: a map, and when its rows are due.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <utility>

#include "ports/store.h"

namespace pl::store {

// When somebody must look at a row; most kinds are only ever looked up.
template <class Row>
std::optional<UtcTime> due_at(const Row&) {
  return std::nullopt;
}
inline std::optional<UtcTime> due_at(const ports::Delivery& delivery) {
  return delivery.state == ports::DeliveryState::kPending ? delivery.due : std::nullopt;
}
inline std::optional<UtcTime> due_at(const ports::Forgetting& forgetting) {
  return forgetting.due;
}
inline std::optional<UtcTime> due_at(const ports::SetAside& row) {
  return row.until;
}

template <class Key, class Row>
class SmallTable {
 public:
  const std::map<Key, Row>& rows() const { return rows_; }
  const Row* find(const Key& key) const {
    const auto found = rows_.find(key);
    return found == rows_.end() ? nullptr : &found->second;
  }

  // Empty: there is to be none under that key. Gives what was there.
  std::optional<Row> set(const Key& key, std::optional<Row> row) {
    std::optional<Row> before;
    if (auto old = rows_.extract(key)) {
      before = std::move(old.mapped());
      if (const auto due = due_at(*before)) due_.erase({*due, key});
    }
    if (row) {
      if (const auto due = due_at(*row)) due_.emplace(*due, key);
      rows_.emplace(key, *std::move(row));
    }
    return before;
  }

  // Shows what is ever due to `use`, by due, then by key, until that gives false.
  template <class Use>
  void each_due(Use use) const {
    for (const auto& [at, key] : due_) {
      if (!use(at, key)) return;
    }
  }

 private:
  std::map<Key, Row> rows_;
  std::set<std::pair<UtcTime, Key>> due_;
};

}  // namespace pl::store
