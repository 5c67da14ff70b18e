// Who may use the API, and what it has answered already.
#include "store/memory/copies.h"
#include "store/memory/memory_tx.h"

namespace pl::store {

Result<std::vector<ports::ApiKey>> MemoryTx::api_keys() {
  return values_of(tables_.api_keys.rows());
}

bool MemoryTx::is_taken(const ports::ApiKey& key) const {
  for (const auto& [id, other] : tables_.api_keys.rows()) {
    if (id != key.id && other.sha256 == key.sha256) return true;
  }
  return false;
}

Result<void> MemoryTx::insert(const ports::ApiKey& key) {
  if (tables_.api_keys.find(key.id)) return taken("the id is taken");
  if (is_taken(key)) return taken("there is a key with that sha256");
  set(tables_.api_keys, key.id, std::optional(key));
  return {};
}

Result<void> MemoryTx::update(const ports::ApiKey& key) {
  if (!tables_.api_keys.find(key.id)) return absent("api_key");
  if (is_taken(key)) return taken("there is a key with that sha256");
  set(tables_.api_keys, key.id, std::optional(key));
  return {};
}

Result<std::optional<ports::KeptAnswer>> MemoryTx::kept_answer(const core::ApiKeyId& asked_with,
                                                               const std::string& key) {
  return value_of(tables_.kept_answers.find({asked_with, key}));
}

Result<void> MemoryTx::insert(const ports::KeptAnswer& answer) {
  const std::pair key(answer.asked_with, answer.key);
  if (tables_.kept_answers.find(key)) return taken("there is an answer for that key");
  set(tables_.kept_answers, key, std::optional(answer));
  return {};
}

Result<void> MemoryTx::drop_kept_answers(UtcTime before) {
  remove_if(tables_.kept_answers,
            [before](const ports::KeptAnswer& answer) { return answer.at < before; });
  return {};
}

}  // namespace pl::store
