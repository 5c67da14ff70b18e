// Rows as answers. They are copied once, to where they are returned: they are large even to move.
#pragma once

#include <algorithm>
#include <cstdint>
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

// The same from the end.
template <class Slot>
auto last_copies_of(const std::vector<Slot*>& slots, std::size_t limit) {
  using Row = typename decltype(Slot::row)::element_type;
  std::vector<Row> rows;
  rows.reserve(std::min(limit, slots.size()));
  for (auto slot = slots.rbegin(); slot != slots.rend() && rows.size() < limit; ++slot) {
    rows.push_back(*(*slot)->row);
  }
  return rows;
}

}  // namespace pl::store
