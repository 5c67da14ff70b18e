#include "engine/events.h"

#include <algorithm>

#include "engine/endpoints.h"

namespace pl::engine {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kDeliveriesAtOnce = 20;
constexpr Millis kPostPatience =
    60s;  // longer than a post takes; then a crash has swallowed its end
constexpr Millis kPostRetries[] = {5s, 30s, 2min, 10min, 1h, 3h, 6h, 12h, 24h};
constexpr Millis kDisabled = 10min;
constexpr Millis kKept = std::chrono::days(30);  // what is settled, for replays

Result<void> give_up(Turn& turn, ports::Delivery delivery, std::string why) {
  delivery.state = ports::DeliveryState::kDead;
  delivery.due.reset();
  delivery.failure = std::move(why);
  delivery.settled_at = turn.now;
  PL_DO(turn.tx.update(delivery));
  return turn.raise({}, core::AttentionReason::kEventUndelivered, delivery.endpoint.text(),
                    "an event for your product was not taken: " + delivery.failure,
                    "mend the endpoint, then replay its dead deliveries");
}

Result<void> send(Turn& turn, ports::Delivery delivery) {
  PL_TRY(const auto to, find_endpoint(turn, delivery.endpoint));
  if (!to || to->disabled_at) {
    delivery.due = turn.now + kDisabled;  // it goes on when the endpoint is enabled again
    return turn.tx.update(delivery);
  }
  ++delivery.tries;
  delivery.due = turn.now + kPostPatience;
  PL_DO(turn.tx.update(delivery));
  turn.effects.emplace_back(PostEvent{{delivery.id, to->url, to->secrets, delivery.body}});
  return {};
}

Result<void> disable(Turn& turn, const core::EndpointId& id) {
  PL_TRY(auto gone, find_endpoint(turn, id));
  if (!gone || gone->disabled_at) return {};
  gone->disabled_at = turn.now;
  return turn.tx.update(*gone);
}

}  // namespace

std::optional<std::string_view> event_of(const core::JournalEntry& entry) {
  std::string_view kind = entry.kind;
  if (kind == "caller.stage") {
    const auto to = entry.details.find("to");
    if (to == entry.details.end() || to->second != "onboarded") return std::nullopt;
    kind = "caller.onboarded";
  }
  const auto* event = std::find(std::begin(kEvents), std::end(kEvents), kind);
  if (event == std::end(kEvents)) return std::nullopt;
  return *event;
}

Result<void> announce(Turn& turn, const core::JournalEntry& entry) {
  const auto event = event_of(entry);
  if (!event || turn.world.events == nullptr) return {};
  PL_TRY(const auto endpoints, turn.tx.endpoints());
  for (const ports::Endpoint& to : endpoints) {
    const bool wanted = to.events.empty() || to.events.contains(std::string(*event));
    if (to.disabled_at || !wanted) continue;
    PL_DO(turn.tx.insert(ports::Delivery{.id = turn.new_id<core::DeliveryId>(),
                                         .endpoint = to.id,
                                         .event = std::string(*event),
                                         .caller = entry.caller,
                                         .body = turn.world.events->body(entry, *event),
                                         .created_at = turn.now,
                                         .state = ports::DeliveryState::kPending,
                                         .tries = 0,
                                         .due = turn.now,
                                         .failure = {},
                                         .settled_at = std::nullopt}));
  }
  return {};
}

Result<std::vector<core::DeliveryId>> due_deliveries(Turn& turn) {
  return turn.tx.due_deliveries(turn.now, kDeliveriesAtOnce);
}

Result<void> advance_delivery(Turn& turn, const core::DeliveryId& id) {
  PL_TRY(auto delivery, turn.tx.delivery(id));
  const bool pending = delivery && delivery->state == ports::DeliveryState::kPending;
  if (!pending || !delivery->due || *delivery->due > turn.now) return {};
  return send(turn, *std::move(delivery));
}

Result<void> advance_deliveries(Turn& turn) {
  PL_TRY(const auto due, due_deliveries(turn));
  for (const core::DeliveryId& id : due) PL_DO(advance_delivery(turn, id));
  if (!due.empty()) PL_DO(turn.tx.drop_deliveries(turn.now - kKept));
  return {};
}

Result<void> delivery_ended(Turn& turn, const core::DeliveryId& id,
                            const ports::EventResult& result) {
  PL_TRY(auto found, turn.tx.delivery(id));
  if (!found || found->state != ports::DeliveryState::kPending) return {};
  ports::Delivery delivery = *std::move(found);
  if (std::holds_alternative<ports::EventTaken>(result)) {
    delivery.state = ports::DeliveryState::kDelivered;
    delivery.due.reset();
    delivery.failure.clear();
    delivery.settled_at = turn.now;
    return turn.tx.update(delivery);
  }
  const auto& failed = std::get<ports::EventNotTaken>(result);
  if (failed.gone) {
    PL_DO(disable(turn, delivery.endpoint));
    return give_up(turn, std::move(delivery), failed.why);
  }
  const auto used = static_cast<std::size_t>(delivery.tries);
  if (used > std::size(kPostRetries)) return give_up(turn, std::move(delivery), failed.why);
  delivery.due = turn.now + kPostRetries[std::max<std::size_t>(used, 1) - 1];
  delivery.failure = failed.why;
  return turn.tx.update(delivery);
}

Result<ports::Delivery> replay(Turn& turn, const core::DeliveryId& id) {
  PL_TRY(auto found, turn.tx.delivery(id));
  if (!found) return fail(Code::kNotFound, "no delivery " + id.text());
  ports::Delivery delivery = *std::move(found);
  if (delivery.state == ports::DeliveryState::kPending) {
    return fail(Code::kConflict, "the delivery is still under way");
  }
  PL_TRY(const auto to, find_endpoint(turn, delivery.endpoint));
  if (!to || to->disabled_at) {
    return fail(Code::kConflict, "its endpoint is disabled; enable it first");
  }
  delivery.state = ports::DeliveryState::kPending;
  delivery.tries = 0;
  delivery.due = turn.now;
  delivery.settled_at.reset();
  PL_DO(turn.tx.update(delivery));
  return delivery;
}

}  // namespace pl::engine
