#include "platforms/stop.h"

#include "engine/privacy.h"
#include "http/problem.h"

namespace pl::platforms {

void obey_stop(engine::Engine& engine, core::Channel channel, std::string address,
               net::HttpServer::Reply reply, net::Response answer) {
  engine.run(
      ports::Priority::kCall,
      [channel, address = std::move(address)](engine::Turn& turn) {
        return engine::stop_came_in(turn, channel, address);
      },
      [reply = std::move(reply), answer = std::move(answer)](const Result<void>& done) {
        reply(done ? answer : http::problem(done.error()));
      });
}

}  // namespace pl::platforms
