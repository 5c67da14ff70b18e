// The messenger's bot API: sendMessage, to people who have started the bot.
#pragma once

#include "sandbox/world.h"

namespace pl::sandbox {

// /bot<token>/<method>
bool is_telegram(const net::Request& request);

net::Response answer_telegram(World& world, const net::Request& request);
net::Response refuse_telegram(const Fault& fault);

}  // namespace pl::sandbox
