// Who rings where, who picks up, and how a call ends.
#pragma once

#include <functional>
#include <string>

#include "sandbox/world.h"

namespace pl::sandbox {

struct Dial {
  const Agent* agent;
  const PhoneNumber* line;
  std::string number;
  std::string client_data;  // JSON
  Scene scene;
  Millis ringing_limit{60'000};
};

// The workspace, or this agent, has as many live calls as it may have.
bool is_full(const World& world, const Agent& agent);

// Starts to ring; the person at the number decides the rest.
Conversation& dial(World& world, Dial dial);

enum class AnsweredWith { kOverride, kAgent, kHungUp };

// `from` calls `line`. `decided` is called once, when it is known who answers.
void call_in(World& world, const std::string& from, const PhoneNumber& line, Behaviour behaviour,
             std::function<void(const Conversation&, AnsweredWith)> decided);

// Ends a call that rings, as its carrier may. False where it does not ring (any more).
bool cancel(World& world, Conversation& conversation);

// Ends a call that was answered, as its carrier may. False where nobody is on the line.
bool hang_up(World& world, Conversation& conversation);

// The end of an answered call: processing, then its verdict and the webhook.
void end_call(World& world, Conversation& conversation, const std::string& reason, Status verdict);

}  // namespace pl::sandbox
