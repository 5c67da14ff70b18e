#include "ports/outbox.h"

namespace pl::ports {

std::string_view text_of(DeliveryState state) {
  switch (state) {
    case DeliveryState::kPending:
      return "pending";
    case DeliveryState::kDelivered:
      return "delivered";
    case DeliveryState::kDead:
      return "dead";
  }
  return "";
}

std::optional<DeliveryState> delivery_state_from(std::string_view text) {
  for (const DeliveryState state :
       {DeliveryState::kPending, DeliveryState::kDelivered, DeliveryState::kDead}) {
    if (text_of(state) == text) return state;
  }
  return std::nullopt;
}

}  // namespace pl::ports
