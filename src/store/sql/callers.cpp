#include "store/sql/sql_tx.h"

namespace pl::store {

using core::Caller;

Result<std::optional<Caller>> SqlTx::caller(const core::CallerId& id) {
  return one<Caller, "WHERE id = ?">(id);
}

Result<std::optional<Caller>> SqlTx::caller_by_number(const core::LineName& line,
                                                      const core::PhoneNumber& number) {
  return one<Caller, "WHERE number = ? AND line = ?">(number, line);
}

Result<std::vector<Caller>> SqlTx::callers_with(const core::PhoneNumber& number) {
  return all<Caller, "WHERE number = ? ORDER BY id">(number);
}

Result<std::vector<Caller>> SqlTx::callers_in_chat(const std::string& telegram_chat_id) {
  return all<Caller, "WHERE telegram_chat_id = ? ORDER BY id">(telegram_chat_id);
}

Result<std::vector<Caller>> SqlTx::callers(const ports::CallerFilter& filter) {
  Conditions wanted;
  if (filter.stage) wanted.add("stage = ?", *filter.stage);
  // Few lines have many callers each, so a stage is the better index: no index has this expression.
  if (filter.line) wanted.add(filter.stage ? "line || '' = ?" : "line = ?", *filter.line);
  if (filter.before) wanted.add("id < ?", *filter.before);
  return newest<Caller>(wanted, filter.limit);
}

Result<void> SqlTx::insert(const Caller& caller) {
  return insert_row(caller);
}

Result<void> SqlTx::update(const Caller& caller) {
  return update_row(caller);
}

}  // namespace pl::store
