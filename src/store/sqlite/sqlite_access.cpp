// Who may use the API, and what it has answered already.
#include "store/sqlite/codec.h"
#include "store/sqlite/sqlite_tx.h"

namespace pl::store {
namespace {

const RowSql& sql() {
  static const RowSql made = row_sql("api_key", "id, name, sha256, scopes, created_at, revoked_at");
  return made;
}

Result<ports::ApiKey> read_api_key(const Query& query) {
  Row row(query, "api_key");
  ports::ApiKey key{
      .id = row.get<core::ApiKeyId>(),
      .name = row.get<std::string>(),
      .sha256 = row.get<std::string>(),
      .scopes = row.json(scopes_from),
      .created_at = row.get<UtcTime>(),
      .revoked_at = row.get<std::optional<UtcTime>>(),
  };
  return row.checked(std::move(key));
}

// `scopes` are those of the key, as the cells refer to them.
Cells cells_of(const ports::ApiKey& k, const std::string& scopes) {
  return {cell(k.id),   cell(k.name),       cell(k.sha256),
          cell(scopes), cell(k.created_at), cell(k.revoked_at)};
}

Result<ports::KeptAnswer> read_answer(const Query& query) {
  Row row(query, "kept_answer");
  ports::KeptAnswer answer{
      .asked_with = row.get<core::ApiKeyId>(),
      .key = row.get<std::string>(),
      .request_sha256 = row.get<std::string>(),
      .caller = row.get<std::optional<core::CallerId>>(),
      .status = row.get<int>(),
      .body = row.get<std::string>(),
      .at = row.get<UtcTime>(),
  };
  return row.checked(std::move(answer));
}

}  // namespace

Result<std::vector<ports::ApiKey>> SqliteTx::api_keys() {
  static const std::string kAll = sql().select + " ORDER BY id";
  return all(kAll, {}, read_api_key);
}

Result<void> SqliteTx::insert(const ports::ApiKey& key) {
  PL_DO(change(sql().insert, cells_of(key, to_json(key.scopes))));
  return {};
}

Result<void> SqliteTx::update(const ports::ApiKey& key) {
  return update_row(sql(), cells_of(key, to_json(key.scopes)));
}

Result<std::optional<ports::KeptAnswer>> SqliteTx::kept_answer(const core::ApiKeyId& asked_with,
                                                               const std::string& key) {
  return one(
      "SELECT asked_with, key, request_sha256, caller_id, status, body, at FROM kept_answer"
      " WHERE asked_with = ? AND key = ?",
      {cell(asked_with), cell(key)}, read_answer);
}

Result<void> SqliteTx::insert(const ports::KeptAnswer& a) {
  PL_DO(change(
      "INSERT INTO kept_answer (asked_with, key, request_sha256, caller_id, status, body, at)"
      " VALUES (?, ?, ?, ?, ?, ?, ?)",
      {cell(a.asked_with), cell(a.key), cell(a.request_sha256), cell(a.caller), cell(a.status),
       cell(a.body), cell(a.at)}));
  return {};
}

Result<void> SqliteTx::drop_kept_answers(UtcTime before) {
  PL_DO(change("DELETE FROM kept_answer WHERE at < ?", {cell(before)}));
  return {};
}

}  // namespace pl::store
