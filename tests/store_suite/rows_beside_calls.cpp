// Rows of what goes on beside the calls: access, the outbox, and what is left of erased callers.
#include "rows.h"

namespace pl::store_suite {

ports::ApiKey random_key(Random& random) {
  ports::ApiKey key{.id = random.id<core::ApiKeyId>(),
                    .name = random.text(),
                    .sha256 = random.word(),
                    .created_at = random.time(),
                    .revoked_at = random.maybe_time()};
  for (const ports::Scope scope : kEvery<ports::Scope>) {
    if (random.flag()) key.scopes.insert(scope);
  }
  return key;
}

ports::KeptAnswer random_answer(Random& random) {
  ports::KeptAnswer answer{.asked_with = random.id<core::ApiKeyId>(),
                           .key = random.text(),
                           .request_sha256 = random.word(),
                           .status = random.small(),
                           .body = random.text(),
                           .at = random.time()};
  answer.caller = random.maybe([&] { return random.id<core::CallerId>(); });
  return answer;
}

ports::Endpoint random_endpoint(Random& random) {
  ports::Endpoint endpoint{.id = random.id<core::EndpointId>(),
                           .url = random.text(),
                           .created_at = random.time(),
                           .disabled_at = random.maybe_time()};
  for (auto i = random.below(4); i > 0; --i) endpoint.events.insert(random.word());
  for (auto i = random.below(3); i > 0; --i) endpoint.secrets.push_back(random.text());
  return endpoint;
}

ports::Delivery random_delivery(Random& random, const core::EndpointId& endpoint) {
  ports::Delivery delivery{.id = random.id<core::DeliveryId>(),
                           .endpoint = endpoint,
                           .event = random.text(),
                           .body = random.text(),
                           .created_at = random.time(),
                           .state = random.one_of<ports::DeliveryState>(3),
                           .tries = random.small(),
                           .due = random.maybe_time(),
                           .failure = random.text(),
                           .settled_at = random.maybe_time()};
  delivery.caller = random.maybe([&] { return random.id<core::CallerId>(); });
  return delivery;
}

ports::Erasure random_erasure(Random& random) {
  ports::Erasure erasure{.id = random.id<core::ErasureId>(),
                         .caller = random.id<core::CallerId>(),
                         .at = random.time(),
                         .by = random.text(),
                         .conversations = random.small()};
  for (auto i = random.below(4); i > 0; --i) erasure.rows.emplace(random.word(), random.small());
  return erasure;
}

ports::Forgetting random_forgetting(Random& random, const core::ErasureId& erasure) {
  return {.conversation = random.name<core::ConversationId>(),
          .erasure = erasure,
          .tries = random.small(),
          .due = random.maybe_time(),
          .failure = random.text()};
}

bool same(const ports::ApiKey& a, const ports::ApiKey& b) {
  const auto& [id, name, sha256, scopes, created, revoked] = a;
  return std::tie(id, name, sha256, scopes, created, revoked) ==
         std::tie(b.id, b.name, b.sha256, b.scopes, b.created_at, b.revoked_at);
}

bool same(const ports::KeptAnswer& a, const ports::KeptAnswer& b) {
  const auto& [asked_with, key, sha256, caller, status, body, at] = a;
  return std::tie(asked_with, key, sha256, caller, status, body, at) ==
         std::tie(b.asked_with, b.key, b.request_sha256, b.caller, b.status, b.body, b.at);
}

bool same(const ports::Endpoint& a, const ports::Endpoint& b) {
  const auto& [id, url, events, secrets, created, disabled] = a;
  return std::tie(id, url, events, secrets, created, disabled) ==
         std::tie(b.id, b.url, b.events, b.secrets, b.created_at, b.disabled_at);
}

bool same(const ports::Delivery& a, const ports::Delivery& b) {
  const auto& [id, endpoint, event, caller, body, created, state, tries, due, failure, settled] = a;
  return std::tie(id, endpoint, event, caller, body, created, state, tries, due, failure,
                  settled) == std::tie(b.id, b.endpoint, b.event, b.caller, b.body, b.created_at,
                                       b.state, b.tries, b.due, b.failure, b.settled_at);
}

bool same(const ports::Erasure& a, const ports::Erasure& b) {
  const auto& [id, caller, at, by, rows, conversations] = a;
  return std::tie(id, caller, at, by, rows, conversations) ==
         std::tie(b.id, b.caller, b.at, b.by, b.rows, b.conversations);
}

bool same(const ports::Forgetting& a, const ports::Forgetting& b) {
  const auto& [conversation, erasure, tries, due, failure] = a;
  return std::tie(conversation, erasure, tries, due, failure) ==
         std::tie(b.conversation, b.erasure, b.tries, b.due, b.failure);
}

}  // namespace pl::store_suite
