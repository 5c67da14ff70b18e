#include "http/key_ring.h"

#include <algorithm>

#include "wire/signature.h"

namespace pl::http {

KeyRing::KeyRing(const std::vector<std::string>& root_tokens)
    : stored_(std::make_shared<const All>()) {
  const auto root = core::ApiKeyId::make(UtcTime{}, {});
  for (const std::string& token : root_tokens) {
    if (token.empty()) continue;  // it would let everybody in
    root_.push_back({wire::sha256_hex(token), {root, "root", {ports::Scope::kAdmin}}});
  }
}

void KeyRing::replace(const std::vector<ports::ApiKey>& keys) {
  auto all = std::make_shared<All>();
  for (const ports::ApiKey& key : keys) {
    if (!key.revoked_at) all->push_back({key.sha256, {key.id, key.name, key.scopes}});
  }
  const Lock lock(mutex_);
  stored_ = std::move(all);
}

std::shared_ptr<const KeyRing::All> KeyRing::all() const {
  const Lock lock(mutex_);
  return stored_;
}

bool KeyRing::is_live(const core::ApiKeyId& key) const {
  const auto stored = all();
  const auto is_it = [&](const Known& known) { return known.client.key == key; };
  return std::any_of(root_.begin(), root_.end(), is_it) ||
         std::any_of(stored->begin(), stored->end(), is_it);
}

std::optional<Client> KeyRing::client_with(std::string_view token) const {
  if (token.empty()) return std::nullopt;
  const std::string sha256 = wire::sha256_hex(token);
  const auto stored = all();
  const Client* found = nullptr;
  for (const All* keys : {&root_, stored.get()}) {
    for (const Known& known : *keys) {
      if (wire::same_secret(sha256, known.sha256)) found = &known.client;  // every one is looked at
    }
  }
  if (found == nullptr) return std::nullopt;
  return *found;
}

}  // namespace pl::http
