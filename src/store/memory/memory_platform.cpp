// What the platform sent and was answered, and how far it can be used.
#include "store/memory/memory_tx.h"
#include "store/memory/sorted.h"

namespace pl::store {
namespace {

struct ByArrival {
  bool operator()(const ports::InboxItem* a, const ports::InboxItem* b) const {
    return a->received_at < b->received_at;
  }
};

// Puts `value` under `key`, and gives what takes it back.
template <class Map>
std::function<void()> put_into(Map& map, const typename Map::key_type& key,
                               const typename Map::mapped_type& value) {
  const auto [place, fresh] = map.try_emplace(key, value);
  if (fresh) return [&map, key] { map.erase(key); };
  return [&map, key, old = std::exchange(place->second, value)] { map.at(key) = old; };
}

}  // namespace

Result<bool> MemoryTx::insert(const ports::InboxItem& item) {
  const auto [place, fresh] = tables_.inbox.try_emplace(InboxKey(item.key, item.sha256), item);
  if (!fresh) return false;
  ports::InboxItem* kept = &place->second;
  const bool waits = kept->parked && kept->conversation;
  if (waits) insert_sorted(tables_.parked[*kept->conversation], kept, ByArrival());
  log_.did([&tables = tables_, kept, waits] {
    if (waits) std::erase(tables.parked[*kept->conversation], kept);
    tables.inbox.erase(InboxKey(kept->key, kept->sha256));
  });
  return true;
}

Result<std::vector<ports::InboxItem>> MemoryTx::take_parked(
    const core::ConversationId& conversation) {
  std::vector<ports::InboxItem> items;
  auto node = tables_.parked.extract(conversation);
  if (node.empty()) return items;
  for (ports::InboxItem* item : node.mapped()) {
    items.push_back(*item);
    item->parked = false;
  }
  log_.did([&tables = tables_, conversation, taken = std::move(node.mapped())] {
    for (ports::InboxItem* item : taken) item->parked = true;
    tables.parked[conversation] = taken;
  });
  return items;
}

Result<std::optional<ports::ToolEffect>> MemoryTx::tool_effect(const core::CallId& call) {
  const CallSlot* slot = tables_.calls.find(call);
  return slot == nullptr ? std::nullopt : slot->effect;
}

Result<void> MemoryTx::put(const ports::ToolEffect& effect) {
  CallSlot* slot = tables_.calls.find(effect.call);
  if (slot == nullptr) return belongs_to_nothing("call");
  log_.did([slot, before = std::exchange(slot->effect, effect)] { slot->effect = before; });
  return {};
}

Result<std::map<core::LineName, ports::DialerPause>> MemoryTx::pauses() {
  return tables_.pauses;
}

Result<void> MemoryTx::pause(const core::LineName& line, const ports::DialerPause& pause) {
  log_.did(put_into(tables_.pauses, line, pause));
  return {};
}

Result<void> MemoryTx::resume(const core::LineName& line) {
  const auto found = tables_.pauses.find(line);
  if (found == tables_.pauses.end()) return {};
  log_.did([&pauses = tables_.pauses, pause = *found] { pauses.insert(pause); });
  tables_.pauses.erase(found);
  return {};
}

Result<std::map<std::string, core::ToolId>> MemoryTx::tool_ids() {
  return tables_.tool_ids;
}

// A tool that was not resolved this time keeps the id it had.
Result<void> MemoryTx::put_tool_ids(const std::map<std::string, core::ToolId>& ids) {
  for (const auto& [tool, id] : ids) log_.did(put_into(tables_.tool_ids, tool, id));
  return {};
}

}  // namespace pl::store
