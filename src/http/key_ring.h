// Who asks the API, and what they may do.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "locks/mutex.h"
#include "ports/access.h"

namespace pl::http {

struct Client {
  core::ApiKeyId key;
  std::string name;  // for people
  std::set<ports::Scope> scopes;

  bool may(ports::Scope scope) const {
    return scopes.contains(scope) || scopes.contains(ports::Scope::kAdmin);
  }
};

// The keys that are accepted, as their hashes. From any thread.
class KeyRing {
 public:
  // `root_tokens` may do everything and are no rows of the store: the key that the server made when
  // it was first started, so that nobody is locked out.
  explicit KeyRing(const std::vector<std::string>& root_tokens);

  // What the store holds now; revoked ones are left out.
  void replace(const std::vector<ports::ApiKey>& keys);

  // Whether that client's key is still accepted.
  bool is_live(const core::ApiKeyId& key) const;

  // Whose token it is. Takes equally long whichever it is, or if it is none.
  std::optional<Client> client_with(std::string_view token) const;

 private:
  struct Known {
    std::string sha256;
    Client client;
  };
  using All = std::vector<Known>;

  std::shared_ptr<const All> all() const;

  All root_;
  mutable Mutex mutex_;
  std::shared_ptr<const All> stored_ PL_GUARDED_BY(mutex_);
};

}  // namespace pl::http
