// The platform's API for the settings of the workspace's webhook.
#pragma once

#include "sandbox/world.h"

namespace pl::sandbox {

net::Response list_webhooks(World& world, const net::Request& request, UtcTime as_of);
// Enabling it again ends what repeated failures began.
net::Response patch_webhook(World& world, const net::Request& request, UtcTime as_of);

net::Response no_webhooks_elsewhere(const net::Request& request);
net::Response no_such_webhook(const net::Request& request);

}  // namespace pl::sandbox
