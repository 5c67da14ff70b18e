// Who may use the API, and what it has answered already.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "base/time.h"
#include "base/words.h"
#include "core/names.h"

namespace pl::ports {

using pl::text_of;

// What a key may be used for. kAdmin includes every other one.
enum class Scope { kRead, kDial, kWrite, kErase, kAdmin };
constexpr auto words_of(Scope) {
  using enum Scope;
  return word_table<Scope>(
      {{kRead, "read"}, {kDial, "dial"}, {kWrite, "write"}, {kErase, "erase"}, {kAdmin, "admin"}});
}

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
