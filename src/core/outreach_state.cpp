#include "core/outreach_state.h"

namespace pl::core {
bool is_terminal(OutreachState state) {
  switch (state) {
    case OutreachState::kWaiting:
    case OutreachState::kDialing:
    case OutreachState::kRinging:
    case OutreachState::kTalking:
    case OutreachState::kVerifying:
    case OutreachState::kHeld:
    case OutreachState::kTexting:
      return false;
    case OutreachState::kConnected:
    case OutreachState::kTexted:
    case OutreachState::kFailed:
    case OutreachState::kCancelled:
      return true;
  }
  return true;
}

bool has_leg(OutreachState state) {
  switch (state) {
    case OutreachState::kDialing:
    case OutreachState::kRinging:
    case OutreachState::kTalking:
    case OutreachState::kVerifying:
      return true;
    case OutreachState::kWaiting:
    case OutreachState::kHeld:
    case OutreachState::kTexting:
    case OutreachState::kConnected:
    case OutreachState::kTexted:
    case OutreachState::kFailed:
    case OutreachState::kCancelled:
      return false;
  }
  return false;
}

std::string_view text_of(OutreachState state) {
  switch (state) {
    case OutreachState::kWaiting:
      return "waiting";
    case OutreachState::kDialing:
      return "dialing";
    case OutreachState::kRinging:
      return "ringing";
    case OutreachState::kTalking:
      return "talking";
    case OutreachState::kVerifying:
      return "verifying";
    case OutreachState::kHeld:
      return "held";
    case OutreachState::kTexting:
      return "texting";
    case OutreachState::kConnected:
      return "connected";
    case OutreachState::kTexted:
      return "texted";
    case OutreachState::kFailed:
      return "failed";
    case OutreachState::kCancelled:
      return "cancelled";
  }
  return "";
}

std::optional<OutreachState> outreach_state_from(std::string_view text) {
  for (const OutreachState state : kOutreachStates) {
    if (text_of(state) == text) return state;
  }
  return std::nullopt;
}

std::string_view text_of(Via via) {
  switch (via) {
    case Via::kNothing:
      return "";
    case Via::kCall:
      return "call";
    case Via::kInbound:
      return "inbound";
    case Via::kText:
      return "text";
  }
  return "";
}

}  // namespace pl::core
