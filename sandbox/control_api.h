// The sandbox's own API: who behaves how, who calls, what goes wrong, and what really happened.
#pragma once

#include <string>

#include "net/http_server.h"
#include "sandbox/world.h"

namespace pl::sandbox {

void serve_control(World& world, const net::Request& request, const net::HttpServer::Reply& reply);

// What GET /sandbox/ledger answers.
std::string ledger_text(const World& world);

}  // namespace pl::sandbox
