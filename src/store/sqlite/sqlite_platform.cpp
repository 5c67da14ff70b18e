// What the platform sent and was answered, and how far it can be used.
#include "store/sqlite/sqlite_tx.h"

namespace pl::store {
namespace {

Result<ports::InboxItem> read_item(const Query& query) {
  Row row(query, "inbox");
  ports::InboxItem item{
      .key = row.get<std::string>(),
      .sha256 = row.get<std::string>(),
      .received_at = row.get<UtcTime>(),
      .type = row.get<std::string>(),
      .conversation = row.get<std::optional<core::ConversationId>>(),
      .parked = row.get<bool>(),
      .failure = row.get<std::optional<core::Verdict>>(),
  };
  return row.checked(std::move(item));
}

Result<ports::ToolEffect> read_effect(const Query& query) {
  Row row(query, "tool_effect");
  ports::ToolEffect effect{
      .call = row.get<core::CallId>(),
      .tool = row.get<core::ToolName>(),
      .arguments = row.get<std::string>(),
      .at = row.get<UtcTime>(),
      .saved = row.get<bool>(),
      .say = row.get<std::string>(),
  };
  return row.checked(std::move(effect));
}

using Pause = std::pair<core::LineName, ports::DialerPause>;

// A pause, and what is wrong with its row.
struct ReadPause {
  Pause pause;
  std::optional<Error> wrong;
};

Result<ReadPause> read_pause(const Query& query) {
  Row row(query, "dialer_pause");
  Pause pause{row.get<core::LineName>(),
              {.since = row.get<UtcTime>(),
               .until = row.get<std::optional<UtcTime>>(),
               .why = row.get<std::string>(),
               .look_at = row.get<UtcTime>(),
               .cause = row.get<ports::PauseCause>()}};
  if (const auto sound = row.checked(true); !sound) {
    // A line that was paused is paused, and neither time nor a restart may lift what nobody reads.
    pause.second.until.reset();
    pause.second.look_at = UtcTime::max();
    pause.second.cause = ports::PauseCause::kPhrase;
    return ReadPause{std::move(pause), sound.error()};
  }
  return ReadPause{std::move(pause), std::nullopt};
}

using NamedTool = std::pair<std::string, core::ToolId>;

Result<NamedTool> read_tool(const Query& query) {
  Row row(query, "tool_id");
  NamedTool tool{row.get<std::string>(), row.get<core::ToolId>()};
  return row.checked(std::move(tool));
}

}  // namespace

Result<bool> SqliteTx::insert(const ports::InboxItem& item) {
  PL_TRY(const std::int64_t rows,
         change("INSERT INTO inbox (key, sha256, received_at, type, conversation, parked, failure)"
                " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key, sha256) DO NOTHING",
                {cell(item.key), cell(item.sha256), cell(item.received_at), cell(item.type),
                 cell(item.conversation), cell(item.parked), cell(item.failure)}));
  return rows == 1;
}

Result<std::vector<ports::InboxItem>> SqliteTx::take_parked(
    const core::ConversationId& conversation) {
  PL_TRY(auto items,
         all("SELECT key, sha256, received_at, type, conversation, parked, failure FROM inbox"
             " WHERE conversation = ? AND parked = 1 ORDER BY received_at",
             {cell(conversation)}, read_item));
  if (items.empty()) return items;
  PL_DO(change("UPDATE inbox SET parked = 0 WHERE conversation = ? AND parked = 1",
               {cell(conversation)}));
  return items;
}

Result<std::optional<ports::ToolEffect>> SqliteTx::tool_effect(const core::CallId& call,
                                                               const core::ToolName& tool,
                                                               const std::string& arguments) {
  return one(
      "SELECT call_id, tool, arguments, at, saved, say FROM tool_effect"
      " WHERE call_id = ? AND tool = ? AND arguments = ?",
      {cell(call), cell(tool), cell(arguments)}, read_effect);
}

Result<void> SqliteTx::put(const ports::ToolEffect& effect) {
  PL_DO(change(
      "INSERT INTO tool_effect (call_id, tool, arguments, at, saved, say) VALUES (?, ?, ?, ?, ?, ?)"
      " ON CONFLICT (call_id, tool, arguments) DO UPDATE"
      " SET at = excluded.at, saved = excluded.saved, say = excluded.say",
      {cell(effect.call), cell(effect.tool), cell(effect.arguments), cell(effect.at),
       cell(effect.saved), cell(effect.say)}));
  return {};
}

Result<std::map<core::LineName, ports::DialerPause>> SqliteTx::pauses() {
  PL_TRY(const auto rows,
         all("SELECT line, since, until, why, look_at, cause FROM dialer_pause", {}, read_pause));
  std::map<core::LineName, ports::DialerPause> pauses;
  for (const ReadPause& read : rows) {
    pauses.insert(read.pause);
    if (!read.wrong) continue;
    note_unreadable({{ports::Table::kPause, read.pause.first.text}, read.wrong->message});
  }
  return pauses;
}

Result<void> SqliteTx::pause(const core::LineName& line, const ports::DialerPause& pause) {
  PL_DO(change(
      "INSERT INTO dialer_pause (line, since, until, why, look_at, cause) VALUES (?, ?, ?, ?, ?, ?)"
      " ON CONFLICT (line) DO UPDATE SET since = excluded.since, until = excluded.until,"
      " why = excluded.why, look_at = excluded.look_at, cause = excluded.cause",
      {cell(line), cell(pause.since), cell(pause.until), cell(pause.why), cell(pause.look_at),
       cell(pause.cause)}));
  return {};
}

Result<void> SqliteTx::resume(const core::LineName& line) {
  PL_DO(change("DELETE FROM dialer_pause WHERE line = ?", {cell(line)}));
  std::erase_if(unreadable_, [&line](const ports::Unreadable& met) {
    return met.row == ports::RowKey{ports::Table::kPause, line.text};
  });
  return {};
}

Result<std::map<std::string, core::ToolId>> SqliteTx::tool_ids() {
  PL_TRY(auto rows, all("SELECT tool, platform_id FROM tool_id", {}, read_tool));
  return std::map<std::string, core::ToolId>(std::make_move_iterator(rows.begin()),
                                             std::make_move_iterator(rows.end()));
}

// A tool that was not resolved this time keeps the id it had.
Result<void> SqliteTx::put_tool_ids(const std::map<std::string, core::ToolId>& ids) {
  for (const auto& [tool, id] : ids) {
    PL_DO(
        change("INSERT INTO tool_id (tool, platform_id) VALUES (?, ?)"
               " ON CONFLICT (tool) DO UPDATE SET platform_id = excluded.platform_id",
               {cell(tool), cell(id)}));
  }
  return {};
}

}  // namespace pl::store
