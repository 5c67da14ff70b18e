// What becomes of texts to phones, and texts that phones send.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sandbox/world.h"

namespace pl::sandbox {

// Why the account may not text this number, as an error code of Twilio: the magic numbers of its
// test credentials (+1 500 555 00..) and ours, and phones that have texted STOP to `from`.
std::optional<int> recipient_error(const World& world, const std::string& from,
                                   const std::string& to);
// The same for the sender: the magic ones, and numbers that are not the workspace's.
std::optional<int> sender_error(const World& world, const std::string& from);

// Takes the text with this sid on its way: `sent`, then `delivered` or, for certain numbers,
// `undelivered`. Each is told to `callback`, signed; empty: to nobody.
void deliver_sms(World& world, const std::string& sid, const std::string& callback);

// Somebody texts a number of the workspace. Returns the sid. STOP and START are acted upon as
// Twilio does by itself; then it tells the workspace's `incoming_url`.
std::string text_in(World& world, const std::string& from, const std::string& to,
                    const std::string& body);

}  // namespace pl::sandbox
