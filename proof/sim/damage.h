// Rows of a world's store that are damaged for a while: nobody can read them, or change them.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include "ports/store.h"

namespace pl::sim {

enum class Harm {
  kNonsense,   // reading it is kCorrupt; lists leave it out
  kImmutable,  // changing it is kConflict
};

inline ports::RowKey key_of(const core::Caller& row) {
  return {ports::Table::kCaller, row.id.text()};
}
inline ports::RowKey key_of(const core::Outreach& row) {
  return {ports::Table::kOutreach, row.id.text()};
}
inline ports::RowKey key_of(const core::Call& row) {
  return {ports::Table::kCall, row.id.text()};
}
inline ports::RowKey key_of(const core::TextMessage& row) {
  return {ports::Table::kText, row.id.text()};
}
inline ports::RowKey key_of(const core::LineName& line) {
  return {ports::Table::kPause, line.text};
}

class Damage {
 public:
  // False when it is damaged already.
  bool harm(const ports::RowKey& row, Harm how) { return rows_.emplace(row, how).second; }
  // False when it was not damaged.
  bool mend(const ports::RowKey& row) { return rows_.erase(row) == 1; }
  std::vector<ports::RowKey> rows() const {
    std::vector<ports::RowKey> rows;
    for (const auto& [row, how] : rows_) rows.push_back(row);
    return rows;
  }

  template <class Row>
  bool is(const Row& row, Harm how) const {
    if (rows_.empty()) return false;  // as in most worlds
    const auto found = rows_.find(key_of(row));
    return found != rows_.end() && found->second == how;
  }

 private:
  std::map<ports::RowKey, Harm> rows_;
};

// What one transaction reads of such a store.
class DamagedReads {
 public:
  explicit DamagedReads(const Damage& damage) : damage_(damage) {}

  const std::vector<ports::Unreadable>& unreadable() const { return unreadable_; }

  template <class Row>
  void gone(const Row& row) {
    std::erase_if(unreadable_, [&row](const auto& met) { return met.row == key_of(row); });
  }

  template <class Row>
  Result<std::optional<Row>> one(Result<std::optional<Row>> found) {
    if (!found || !*found || !damage_.is(**found, Harm::kNonsense)) return found;
    note(**found);
    return fail(Code::kCorrupt, kWhy);
  }
  // Those that can be read.
  template <class Row>
  Result<std::vector<Row>> readable(Result<std::vector<Row>> rows) {
    if (!rows) return rows;
    std::erase_if(*rows, [this](const Row& row) {
      const bool nonsense = damage_.is(row, Harm::kNonsense);
      if (nonsense) note(row);
      return nonsense;
    });
    return rows;
  }
  // All, or kCorrupt.
  template <class Row>
  Result<std::vector<Row>> every(Result<std::vector<Row>> rows) {
    const std::size_t all = rows ? rows->size() : 0;
    rows = readable(std::move(rows));
    if (!rows || rows->size() == all) return rows;
    return fail(Code::kCorrupt, kWhy);
  }
  // One that makes no sense is there for good.
  Result<std::map<core::LineName, ports::DialerPause>> pauses(
      Result<std::map<core::LineName, ports::DialerPause>> pauses) {
    if (!pauses) return pauses;
    for (auto& [line, pause] : *pauses) {
      if (!damage_.is(line, Harm::kNonsense)) continue;
      pause.until.reset();
      pause.look_at = UtcTime::max();
      pause.cause = ports::PauseCause::kPhrase;
      note(line);
    }
    return pauses;
  }

 private:
  static constexpr const char* kWhy = "its row makes no sense";

  template <class Row>
  void note(const Row& row) {
    const ports::Unreadable met{key_of(row), kWhy};
    const auto known = std::find_if(unreadable_.begin(), unreadable_.end(),
                                    [&](const auto& other) { return other.row == met.row; });
    if (known == unreadable_.end()) unreadable_.push_back(met);
  }

  const Damage& damage_;
  std::vector<ports::Unreadable> unreadable_;
};

}  // namespace pl::sim
