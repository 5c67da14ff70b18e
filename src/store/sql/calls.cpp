#include "store/sql/sql_tx.h"

namespace pl::store {

using core::Call;

Result<std::optional<Call>> SqlTx::call(const core::CallId& id) {
  return one<Call, "WHERE id = ?">(id);
}

Result<std::optional<Call>> SqlTx::call_by_conversation(const core::ConversationId& id) {
  return one<Call, "WHERE conversation = ?">(id);
}

Result<std::optional<Call>> SqlTx::call_by_sid(const core::CallSid& sid) {
  return one<Call, "WHERE call_sid = ? ORDER BY id DESC LIMIT 1">(sid);
}

Result<std::vector<Call>> SqlTx::calls(const ports::CallFilter& filter) {
  Conditions wanted;
  if (filter.line) wanted.add("line = ?", *filter.line);
  if (filter.caller) wanted.add("caller_id = ?", *filter.caller);
  if (filter.live) {
    wanted.add(*filter.live ? "ended_at IS NULL AND verdict IS NULL"
                            : "(ended_at IS NOT NULL OR verdict IS NOT NULL)");
  }
  if (filter.before) wanted.add("id < ?", *filter.before);
  return newest<Call>(wanted, filter.limit);
}

Result<std::vector<Call>> SqlTx::calls_of(const core::OutreachId& outreach) {
  return all<Call, "WHERE outreach_id = ? ORDER BY id">(outreach);
}

Result<std::vector<core::CallId>> SqlTx::due_polls(UtcTime now, std::size_t limit) {
  static const std::string kDue = "SELECT id FROM call WHERE poll_at <= ?" + not_set_aside("call") +
                                  " ORDER BY poll_at, id LIMIT ?";
  return each<core::CallId>("call", kDue, now, limit);
}

Result<std::vector<Call>> SqlTx::unanswered_dials() {
  return all<Call,
             "WHERE direction = 'outbound' AND ended_at IS NULL AND verdict IS NULL"
             " AND placed_at IS NULL AND unclear_at IS NULL ORDER BY id">();
}

Result<void> SqlTx::insert(const Call& call) {
  PL_DO(insert_row(call));
  PL_DO(change("INSERT INTO call_content (call_id, transcript) VALUES (?, ?)", call.id,
               to_json(call.transcript)));
  return {};
}

Result<void> SqlTx::update(const Call& call) {
  PL_DO(update_row(call));
  PL_DO(change("UPDATE call_content SET transcript = ?2 WHERE call_id = ?1 AND transcript <> ?2",
               call.id, to_json(call.transcript)));
  return {};
}

Result<std::optional<core::Initiation>> SqlTx::initiation(const core::CallId& call) {
  return value<core::Initiation>("call_initiation",
                                 "SELECT initiation FROM call_initiation WHERE call_id = ?", call);
}

Result<void> SqlTx::put(const core::CallId& call, const core::Initiation& initiation) {
  PL_DO(
      change("INSERT INTO call_initiation (call_id, initiation) VALUES (?, ?)"
             " ON CONFLICT (call_id) DO UPDATE SET initiation = excluded.initiation",
             call, to_json(initiation)));
  return {};
}

}  // namespace pl::store
