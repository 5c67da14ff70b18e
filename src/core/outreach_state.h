// Where an outreach stands, and the words for it.
#pragma once

#include <optional>
#include <string_view>

namespace pl::core {

enum class OutreachState {
  kWaiting,    // for its time, for the gate, or for another call to end
  kDialing,    // the attempt is recorded, the platform has not answered the POST
  kRinging,    // placed; nobody has picked up
  kTalking,    // picked up, or ended and not judged yet
  kVerifying,  // nobody knows whether the dial was placed
  kHeld,       // the caller phoned in first
  kTexting,    // calls are over; the text is to be handed over
  kConnected,
  kTexted,
  kFailed,
  kCancelled,
};

inline constexpr OutreachState kOutreachStates[] = {
    OutreachState::kWaiting, OutreachState::kDialing,   OutreachState::kRinging,
    OutreachState::kTalking, OutreachState::kVerifying, OutreachState::kHeld,
    OutreachState::kTexting, OutreachState::kConnected, OutreachState::kTexted,
    OutreachState::kFailed,  OutreachState::kCancelled};

bool is_terminal(OutreachState state);
bool has_leg(OutreachState state);  // an attempt is open
std::string_view text_of(OutreachState state);
std::optional<OutreachState> outreach_state_from(std::string_view text);

// How a terminal outreach reached the caller.
enum class Via { kNothing, kCall, kInbound, kText };
std::string_view text_of(Via via);  // "" for kNothing

}  // namespace pl::core
