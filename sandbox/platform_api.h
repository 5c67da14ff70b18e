// What the platform answers: the APIs of the voice agents, of the messenger and of texts to phones,
// on one port.
#pragma once

#include "net/http_server.h"
#include "sandbox/world.h"

namespace pl::sandbox {

void serve_platform(World& world, const net::Request& request, const net::HttpServer::Reply& reply);

}  // namespace pl::sandbox
