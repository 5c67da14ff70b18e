// Rows as answers. They are copied once, to where they are returned: they are large even to move.
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <vector>

#include "base/result.h"

namespace pl::store {

// Of the row of a slot; empty for a null slot.
template <class Slot>
auto copy_of(const Slot* slot) {
  using Row = typename decltype(slot->row)::element_type;
  using Answer = Result<std::optional<Row>>;
  return slot == nullptr ? Answer() : Answer(tl::in_place, std::in_place, *slot->row);
}

// Of the rows of `limit` slots at most.
template <class Slot>
auto copies_of(const std::vector<Slot*>& slots, std::size_t limit = SIZE_MAX) {
  using Row = typename decltype(Slot::row)::element_type;
  std::vector<Row> rows;
  rows.reserve(std::min(limit, slots.size()));
  for (auto slot = slots.begin(); slot != slots.end() && rows.size() < limit; ++slot) {
    rows.push_back(*(*slot)->row);
  }
  return rows;
}

// Newest first: `slots` are in the order of their ids. Those that are `wanted` and, unless `before`
// is empty, older than that.
template <class Slot, class Id, class Wanted>
auto last_copies_of(const std::vector<Slot*>& slots, const std::optional<Id>& before,
                    std::size_t limit, Wanted wanted) {
  using Row = typename decltype(Slot::row)::element_type;
  auto end = slots.end();
  if (before) {
    end = std::lower_bound(slots.begin(), slots.end(), *before,
                           [](const Slot* slot, const Id& id) { return slot->row->id < id; });
  }
  std::vector<Row> rows;
  for (; end != slots.begin() && rows.size() < limit; --end) {
    const Row& row = *(*std::prev(end))->row;
    if (wanted(row)) rows.push_back(row);
  }
  return rows;
}

// Of what is in a map; empty for a null pointer.
template <class Row>
Result<std::optional<Row>> value_of(const Row* row) {
  return row == nullptr ? std::optional<Row>() : std::optional<Row>(*row);
}
template <class Key, class Row>
std::vector<Row> values_of(const std::map<Key, Row>& rows) {
  std::vector<Row> values;
  for (const auto& [key, row] : rows) values.push_back(row);
  return values;
}

}  // namespace pl::store
