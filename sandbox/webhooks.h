// How webhooks are sent, and how they go wrong.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sandbox/world.h"

namespace pl::sandbox {

// The headers of a request, Content-Type included, when it is sent at that time.
using Headers = std::function<std::vector<net::Header>(UtcTime)>;

// Posts `delivery.body` to `delivery.url` and keeps the ledger; a fault of `target` loses, doubles
// or delays it, or lets the next one of that target go first. `answered` hears of it once, or never
// if it is lost.
void post_webhook(World& world, std::string_view target, Delivery delivery, Headers headers,
                  World::Answered answered);

// Notes in the ledger that it was not sent, and why: lost, disabled.
void note_unsent(World& world, Delivery delivery, const std::string& outcome);

}  // namespace pl::sandbox
