// Where an outreach stands, and the words for it.
#pragma once

#include "base/words.h"

namespace pl::core {

using pl::text_of;

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
constexpr auto words_of(OutreachState) {
  using enum OutreachState;
  return word_table<OutreachState>({{kWaiting, "waiting"},
                                    {kDialing, "dialing"},
                                    {kRinging, "ringing"},
                                    {kTalking, "talking"},
                                    {kVerifying, "verifying"},
                                    {kHeld, "held"},
                                    {kTexting, "texting"},
                                    {kConnected, "connected"},
                                    {kTexted, "texted"},
                                    {kFailed, "failed"},
                                    {kCancelled, "cancelled"}});
}

bool is_terminal(OutreachState state);
bool has_leg(OutreachState state);  // an attempt is open

// How a terminal outreach reached the caller.
enum class Via { kNothing, kCall, kInbound, kText };
constexpr auto words_of(Via) {
  using enum Via;
  return word_table<Via>({{kNothing, ""}, {kCall, "call"}, {kInbound, "inbound"}, {kText, "text"}});
}

}  // namespace pl::core
