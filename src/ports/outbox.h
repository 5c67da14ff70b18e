// Events for the owning product: where they go, and which have not arrived yet.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/time.h"
#include "base/words.h"
#include "core/names.h"

namespace pl::ports {

using pl::text_of;

struct Endpoint {
  core::EndpointId id;
  std::string url;
  std::set<std::string> events;      // "outreach.connected"; empty: all of them
  std::vector<std::string> secrets;  // "whsec_..."; the current one first, at most two
  UtcTime created_at;
  std::optional<UtcTime> disabled_at;
};

enum class DeliveryState {
  kPending,    // due, or waiting for its next try
  kDelivered,  // answered with 2xx
  kDead,       // given up; may be replayed by hand
};
constexpr auto words_of(DeliveryState) {
  using enum DeliveryState;
  return word_table<DeliveryState>(
      {{kPending, "pending"}, {kDelivered, "delivered"}, {kDead, "dead"}});
}

// One event on its way to one endpoint. Its id is the webhook-id: the same in every try.
struct Delivery {
  core::DeliveryId id;
  core::EndpointId endpoint;
  std::string event;
  std::optional<core::CallerId> caller;  // it is erased with them
  std::string body;                      // JSON
  UtcTime created_at;
  DeliveryState state = DeliveryState::kPending;
  int tries = 0;
  std::optional<UtcTime> due;  // of the next try, while pending
  std::string failure;         // of the last try; free of personal data
  std::optional<UtcTime> settled_at;
};

struct DeliveryFilter {
  std::optional<core::EndpointId> endpoint;
  std::optional<DeliveryState> state;
  std::optional<core::DeliveryId> before;  // older ones than this
  std::size_t limit = 50;                  // newest first
};

}  // namespace pl::ports
