// What the platform sent and was answered, and how far it can be used.
#include "store/sql/sql_tx.h"

namespace pl::store {

using ports::InboxItem;
using ports::ToolEffect;

Result<bool> SqlTx::insert(const InboxItem& item) {
  PL_TRY(const std::int64_t rows, change(row_sql<InboxItem>().insert_new, Cells(RowCells(item))));
  return rows == 1;
}

Result<std::vector<InboxItem>> SqlTx::take_parked(const core::ConversationId& conversation) {
  PL_TRY(
      auto items,
      (all<InboxItem, "WHERE conversation = ? AND parked = 1 ORDER BY received_at">(conversation)));
  if (items.empty()) return items;
  PL_DO(change("UPDATE inbox SET parked = 0 WHERE conversation = ? AND parked = 1", conversation));
  return items;
}

// Earlier versions kept all of a call's, so there may be more than the last.
Result<std::optional<ToolEffect>> SqlTx::tool_effect(const core::CallId& call) {
  return one<ToolEffect, "WHERE call_id = ? ORDER BY at DESC LIMIT 1">(call);
}

Result<void> SqlTx::put(const ToolEffect& effect) {
  PL_DO(change("DELETE FROM tool_effect WHERE call_id = ?", effect.call));
  return put_row(effect);
}

// A line that was paused is paused, and neither time nor a restart may lift what nobody reads.
Result<std::map<core::LineName, ports::DialerPause>> SqlTx::pauses() {
  std::map<core::LineName, ports::DialerPause> pauses;
  const auto take = [&](const Columns& columns) -> Result<void> {
    RowReader reader(columns, Description<PausedLine>::table);
    auto [line, pause] = reader.whole<PausedLine>();
    if (const auto sound = reader.checked(); !sound) {
      pause.until.reset();
      pause.look_at = UtcTime::max();
      pause.cause = ports::PauseCause::kPhrase;
      note_unreadable({{ports::Table::kPause, line.text}, sound.error().message});
    }
    pauses.emplace(std::move(line), std::move(pause));
    return {};
  };
  PL_DO(query(row_sql<PausedLine>().select, {}, std::ref(take)));
  return pauses;
}

Result<void> SqlTx::pause(const core::LineName& line, const ports::DialerPause& pause) {
  return put_row(PausedLine{line, pause});
}

Result<void> SqlTx::resume(const core::LineName& line) {
  PL_DO(change("DELETE FROM dialer_pause WHERE line = ?", line));
  std::erase_if(unreadable_, [&line](const ports::Unreadable& met) {
    return met.row == ports::RowKey{ports::Table::kPause, line.text};
  });
  return {};
}

Result<std::map<std::string, core::ToolId>> SqlTx::tool_ids() {
  PL_TRY(auto tools, (all<NamedTool, "">()));
  std::map<std::string, core::ToolId> ids;
  for (NamedTool& one : tools) ids.emplace(std::move(one.tool), std::move(one.id));
  return ids;
}

// A tool that was not resolved this time keeps the id it had.
Result<void> SqlTx::put_tool_ids(const std::map<std::string, core::ToolId>& ids) {
  for (const auto& [tool, id] : ids) PL_DO(put_row(NamedTool{tool, id}));
  return {};
}

}  // namespace pl::store
