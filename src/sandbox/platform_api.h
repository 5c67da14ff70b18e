// What the platform answers: the API of the voice agents and the messenger's, on one port.
#pragma once

#include "net/http_server.h"
#include "sandbox/world.h"

namespace pl::sandbox {

void serve_platform(World& world, const net::Request& request, const net::HttpServer::Reply& reply);

}  // namespace pl::sandbox
