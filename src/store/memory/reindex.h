// How an index follows its rows.
#pragma once

#include <optional>
#include <tuple>

#include "base/check.h"
#include "store/memory/slots.h"
#include "store/memory/sorted.h"

namespace pl::store {

// What an index says of a row; empty for a row that is not in it.
template <class... Parts>
using Key = std::optional<std::tuple<Parts...>>;

// Drops the old key and adds the new one, unless they are the same: most changes of a row concern
// no index, or one. A null row has no key.
template <class Row, class KeyOf, class Drop, class Add>
void follow(const Row* before, const Row* after, KeyOf key_of, Drop drop, Add add) {
  using RowKey = decltype(key_of(*after));
  const RowKey old_key = before ? key_of(*before) : RowKey();
  const RowKey new_key = after ? key_of(*after) : RowKey();
  if (old_key == new_key) return;
  if (old_key) std::apply(drop, *old_key);
  if (new_key) std::apply(add, *new_key);
}

// From the slots under a key, in the order of ids; the entry goes with its last slot.
template <class Map, class Slot>
void drop_from(Map& map, const typename Map::key_type& key, Slot* slot) {
  const auto found = map.find(key);
  PL_CHECK(found != map.end());
  erase_sorted(found->second, slot, ById());
  if (found->second.empty()) map.erase(found);
}

}  // namespace pl::store
