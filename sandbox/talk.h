// An answered call: the agent follows its scene, the person answers, tools are called.
#pragma once

#include "sandbox/world.h"

namespace pl::sandbox {

// Lets the talk of an answered conversation run until somebody hangs up.
void begin_talk(World& world, Conversation& conversation);

}  // namespace pl::sandbox
