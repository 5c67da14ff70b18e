#include "store/sqlite/sqlite_tx.h"

namespace pl::store {
namespace {

const RowSql& sql() {
  static const RowSql made =
      row_sql("text_message",
              "id, outreach_id, caller_id, channel, body, state, created_at, failure, channel_id");
  return made;
}

Result<core::TextMessage> read_text(const Query& query) {
  Row row(query, "text_message");
  core::TextMessage text{
      .id = row.get<core::TextId>(),
      .outreach = row.get<core::OutreachId>(),
      .caller = row.get<core::CallerId>(),
      .channel = row.get<core::Channel>(),
      .body = row.get<std::string>(),
      .state = row.get<core::TextState>(),
      .created_at = row.get<UtcTime>(),
      .failure = row.get<std::string>(),
      .channel_id = row.get<std::string>(),
  };
  return row.checked(std::move(text));
}

Cells cells_of(const core::TextMessage& t) {
  return {cell(t.id),    cell(t.outreach),   cell(t.caller),  cell(t.channel),   cell(t.body),
          cell(t.state), cell(t.created_at), cell(t.failure), cell(t.channel_id)};
}

}  // namespace

Result<std::vector<core::TextMessage>> SqliteTx::texts_of(const core::OutreachId& outreach) {
  static const std::string kOfOutreach = sql().select + " WHERE outreach_id = ? ORDER BY id";
  return every(kOfOutreach, {cell(outreach)}, read_text);
}

Result<std::vector<core::TextMessage>> SqliteTx::unanswered_texts() {
  static const std::string kSending = sql().select + " WHERE state = 'sending' ORDER BY id";
  return all(kSending, {}, read_text);
}

Result<std::optional<core::TextMessage>> SqliteTx::text(const core::TextId& id) {
  static const std::string kById = sql().select + " WHERE id = ?";
  return one(kById, {cell(id)}, read_text);
}

// The last condition, true of all that are asked for, is that of the index.
Result<std::optional<core::TextMessage>> SqliteTx::text_by_channel_id(
    core::Channel channel, const std::string& channel_id) {
  static const std::string kByChannelId =
      sql().select + " WHERE channel = ? AND channel_id = ? AND channel_id <> ''";
  return one(kByChannelId, {cell(channel), cell(channel_id)}, read_text);
}

Result<void> SqliteTx::insert(const core::TextMessage& text) {
  PL_DO(change(sql().insert, cells_of(text)));
  return {};
}

Result<void> SqliteTx::update(const core::TextMessage& text) {
  return update_row(sql(), cells_of(text));
}

Result<void> SqliteTx::remove(const core::TextId& text) {
  PL_TRY(const std::int64_t rows, change("DELETE FROM text_message WHERE id = ?", {cell(text)}));
  return must_be_there(rows, "text");
}

}  // namespace pl::store
