// Somebody wrote that they want to hear no more of us.
#pragma once

#include <string>

#include "engine/engine.h"
#include "net/http_server.h"

namespace pl::platforms {

// Obeys, and only then gives the answer: whoever is answered otherwise (503) tells us again.
void obey_stop(engine::Engine& engine, core::Channel channel, std::string address,
               net::HttpServer::Reply reply, net::Response answer);

}  // namespace pl::platforms
