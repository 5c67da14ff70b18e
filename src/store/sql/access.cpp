// Who may use the API, and what it has answered already.
#include "store/sql/sql_tx.h"

namespace pl::store {

Result<std::vector<ports::ApiKey>> SqlTx::api_keys() {
  return all<ports::ApiKey, "ORDER BY id">();
}

Result<void> SqlTx::insert(const ports::ApiKey& key) {
  return insert_row(key);
}

Result<void> SqlTx::update(const ports::ApiKey& key) {
  return update_row(key);
}

Result<std::optional<ports::KeptAnswer>> SqlTx::kept_answer(const core::ApiKeyId& asked_with,
                                                            const std::string& key) {
  return one<ports::KeptAnswer, "WHERE asked_with = ? AND key = ?">(asked_with, key);
}

Result<void> SqlTx::insert(const ports::KeptAnswer& answer) {
  return insert_row(answer);
}

Result<void> SqlTx::drop_kept_answers(UtcTime before) {
  PL_DO(change("DELETE FROM kept_answer WHERE at < ?", before));
  return {};
}

}  // namespace pl::store
