#include "engine/keys.h"

#include <algorithm>

namespace pl::engine {

Result<ports::ApiKey> add_key(Turn& turn, NewKey wanted) {
  PL_TRY(const auto all, turn.tx.api_keys());
  const auto live = std::count_if(all.begin(), all.end(),
                                  [](const ports::ApiKey& key) { return !key.revoked_at; });
  if (static_cast<std::size_t>(live) >= kMostKeys) {
    return fail(Code::kConflict, "there are 100 keys; revoke those that nobody uses");
  }
  ports::ApiKey key{.id = turn.new_id<core::ApiKeyId>(),
                    .name = std::move(wanted.name),
                    .sha256 = std::move(wanted.sha256),
                    .scopes = std::move(wanted.scopes),
                    .created_at = turn.now,
                    .revoked_at = std::nullopt};
  PL_DO(turn.tx.insert(key));
  return key;
}

Result<ports::ApiKey> revoke_key(Turn& turn, const core::ApiKeyId& id) {
  PL_TRY(auto all, turn.tx.api_keys());
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const ports::ApiKey& key) { return key.id == id; });
  if (found == all.end()) return fail(Code::kNotFound, "there is no key with that id");
  if (!found->revoked_at) {
    found->revoked_at = turn.now;
    PL_DO(turn.tx.update(*found));
  }
  return *std::move(found);
}

}  // namespace pl::engine
