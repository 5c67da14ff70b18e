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

}  // namespace pl::core
