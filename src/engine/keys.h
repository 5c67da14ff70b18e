// The keys of the API.
#pragma once

#include <set>
#include <string>

#include "engine/turn.h"

namespace pl::engine {

inline constexpr std::size_t kMostKeys = 100;  // that are not revoked

struct NewKey {
  std::string name;
  std::set<ports::Scope> scopes;
  std::string sha256;  // of its token
};

// kConflict when there are kMostKeys.
Result<ports::ApiKey> add_key(Turn& turn, NewKey wanted);
// Again is no news. kNotFound without such a key.
Result<ports::ApiKey> revoke_key(Turn& turn, const core::ApiKeyId& id);

}  // namespace pl::engine
