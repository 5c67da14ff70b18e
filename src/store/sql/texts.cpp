#include "store/sql/sql_tx.h"

namespace pl::store {

using core::TextMessage;

Result<std::vector<TextMessage>> SqlTx::texts_of(const core::OutreachId& outreach) {
  return every<TextMessage, "WHERE outreach_id = ? ORDER BY id">(outreach);
}

Result<std::vector<TextMessage>> SqlTx::unanswered_texts() {
  return all<TextMessage, "WHERE state = 'sending' ORDER BY id">();
}

Result<std::optional<TextMessage>> SqlTx::text(const core::TextId& id) {
  return one<TextMessage, "WHERE id = ?">(id);
}

// The last condition, true of all that are asked for, is that of the index.
Result<std::optional<TextMessage>> SqlTx::text_by_channel_id(core::Channel channel,
                                                             const std::string& channel_id) {
  return one<TextMessage, "WHERE channel = ? AND channel_id = ? AND channel_id <> ''">(channel,
                                                                                       channel_id);
}

Result<void> SqlTx::insert(const TextMessage& text) {
  return insert_row(text);
}

Result<void> SqlTx::update(const TextMessage& text) {
  return update_row(text);
}

Result<void> SqlTx::remove(const core::TextId& text) {
  PL_TRY(const std::int64_t rows, change("DELETE FROM text_message WHERE id = ?", text));
  return must_be_there(rows, "text");
}

}  // namespace pl::store
