// Rows that nobody can work with. In memory none makes no sense: they are those that fail.
#include "store/memory/copies.h"
#include "store/memory/memory_tx.h"

namespace pl::store {
namespace {

SetAsideKey key_of(const ports::RowKey& row) {
  return {std::string(text_of(row.table)), row.id};
}

}  // namespace

bool MemoryTx::is_set_aside(ports::Table table, std::string_view id) const {
  // Nearly always there is none.
  if (tables_.set_aside.rows().empty()) return false;
  return tables_.set_aside.find({std::string(text_of(table)), std::string(id)}) != nullptr;
}

Result<std::optional<ports::SetAside>> MemoryTx::set_aside(const ports::RowKey& row) {
  return value_of(tables_.set_aside.find(key_of(row)));
}

Result<std::vector<ports::SetAside>> MemoryTx::due_set_asides(UtcTime now, std::size_t limit) {
  std::vector<ports::SetAside> due;
  tables_.set_aside.each_due([&](UtcTime at, const SetAsideKey& key) {
    if (at > now || due.size() == limit) return false;
    due.push_back(*tables_.set_aside.find(key));
    return true;
  });
  return due;
}

Result<void> MemoryTx::put(const ports::SetAside& row) {
  set(tables_.set_aside, key_of(row.row), std::optional(row));
  return {};
}

Result<void> MemoryTx::release(const ports::RowKey& row) {
  set(tables_.set_aside, key_of(row), std::optional<ports::SetAside>());
  return {};
}

}  // namespace pl::store
