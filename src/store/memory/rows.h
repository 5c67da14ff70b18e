// The rows of one table, by id.
#pragma once

#include <deque>
#include <memory>
#include <utility>
#include <vector>

#include "base/check.h"
#include "store/memory/id_hash.h"

namespace pl::store {

// Objects that are no longer needed, kept for the room their texts have: copying into one of them
// allocates little.
template <class T>
class Spares {
 public:
  std::unique_ptr<T> copy(const T& value) {
    if (kept_.empty()) return std::make_unique<T>(value);
    std::unique_ptr<T> spare = std::move(kept_.back());
    kept_.pop_back();
    *spare = value;
    return spare;
  }
  void keep(std::unique_ptr<T> value) {
    if (kept_.size() < kMost) kept_.push_back(std::move(value));
  }

 private:
  static constexpr std::size_t kMost = 256;
  std::vector<std::unique_ptr<T>> kept_;
};

// A Slot is where a row lives: `std::unique_ptr<Row> row`, and what hangs on it. It stays where it
// is until its row is gone for good; the row in it is replaced whole by an update.
//
// The slots are found through one flat array, with the hash beside the pointer: a look-up touches
// one line of memory before it comes to the row itself.
template <class Row, class Slot>
class Rows {
 public:
  using Id = decltype(Row::id);

  // Null when there is none.
  Slot* find(const Id& id) const {
    const std::size_t hash = IdHash()(id);
    for (std::size_t at = home(hash); table_[at].slot != nullptr; at = next(at)) {
      if (table_[at].hash == hash && table_[at].slot->row->id == id) return table_[at].slot;
    }
    return nullptr;
  }
  // The id must be free.
  Slot& insert(const Row& row) {
    Slot* slot = nullptr;
    if (free_.empty()) {
      slot = &slots_.emplace_back();
    } else {
      slot = free_.back();
      free_.pop_back();
    }
    slot->row = spares_.copy(row);
    link(*slot);
    return *slot;
  }
  // Gives the row that was there.
  std::unique_ptr<Row> replace(Slot& slot, const Row& row) {
    return std::exchange(slot.row, spares_.copy(row));
  }
  void keep_spare(std::unique_ptr<Row> row) { spares_.keep(std::move(row)); }

  // From now on it is not found, but its slot stays until it is linked again, or freed.
  void unlink(Slot& slot) {
    const std::size_t hash = IdHash()(slot.row->id);
    std::size_t hole = home(hash);
    while (table_[hole].slot != &slot) hole = next(hole);
    // What was put behind it, because its own place was taken, moves up.
    for (std::size_t at = next(hole); table_[at].slot != nullptr; at = next(at)) {
      const std::size_t from_home = (at - home(table_[at].hash)) & (table_.size() - 1);
      const std::size_t from_hole = (at - hole) & (table_.size() - 1);
      if (from_home >= from_hole) table_[std::exchange(hole, at)] = table_[at];
    }
    table_[hole] = {};
    --used_;
  }
  void link(Slot& slot) {
    if (++used_ * 2 > table_.size()) grow();
    place({IdHash()(slot.row->id), &slot});
  }
  void free(Slot& slot) {
    spares_.keep(std::move(slot.row));
    slot = {};
    free_.push_back(&slot);
  }

 private:
  struct Entry {
    std::size_t hash = 0;
    Slot* slot = nullptr;
  };

  std::size_t home(std::size_t hash) const { return hash & (table_.size() - 1); }
  std::size_t next(std::size_t at) const { return (at + 1) & (table_.size() - 1); }
  void place(Entry entry) {
    std::size_t at = home(entry.hash);
    while (table_[at].slot != nullptr) at = next(at);
    table_[at] = entry;
  }
  void grow() {
    const std::vector<Entry> old = std::exchange(table_, std::vector<Entry>(table_.size() * 2));
    for (const Entry& entry : old) {
      if (entry.slot != nullptr) place(entry);
    }
  }

  std::vector<Entry> table_ = std::vector<Entry>(64);  // a power of two, never more than half full
  std::size_t used_ = 0;
  std::deque<Slot> slots_;
  std::vector<Slot*> free_;
  Spares<Row> spares_;
};

}  // namespace pl::store
