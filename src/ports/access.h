// Who may use the API, and what it has answered already.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "base/time.h"
#include "core/names.h"

namespace pl::ports {

// What a key may be used for. kAdmin includes every other one.
enum class Scope { kRead, kDial, kWrite, kErase, kAdmin };
inline constexpr Scope kScopes[] = {Scope::kRead, Scope::kDial, Scope::kWrite, Scope::kErase,
                                    Scope::kAdmin};
std::string_view text_of(Scope scope);  // "read", "dial", "write", "erase", "admin"
std::optional<Scope> scope_from(std::string_view text);

struct ApiKey {
  core::ApiKeyId id;
  std::string name;    // for people: "crm"
  std::string sha256;  // of the bearer token, in hex; the token itself is kept nowhere
  std::set<Scope> scopes;
  UtcTime created_at;
  std::optional<UtcTime> revoked_at;
};

// The answer to a request that carried an Idempotency-Key: the same request again gets it again.
struct KeptAnswer {
  core::ApiKeyId asked_with;
  std::string key;                       // as the client chose it
  std::string request_sha256;            // of its method, path and body
  std::optional<core::CallerId> caller;  // whom the answer speaks of; it is erased with them
  int status = 200;
  std::string body;
  UtcTime at;
};

}  // namespace pl::ports
