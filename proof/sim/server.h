// The server of a world: the real engine behind the real front door, started and killed as often as
// the world likes.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "engine/engine.h"
#include "http/front.h"
#include "sim/messenger.h"
#include "sim/platform.h"
#include "sim/watched_store.h"

namespace pl::sim {

// What every world may share: it has no memory that matters.
struct Facilities {
  const ports::Zones& zones;
  const ports::Numbers& numbers;
};

class Server {
 public:
  struct Surroundings {
    const engine::Lines& lines;
    Facilities facilities;
    VirtualTime& time;
    ServerClock& clock;
    Mortality& mortality;
    WatchedStore& store;
    Platform& platform;
    Messenger& messenger;
    ports::Carrier* carrier;  // null: nobody can stop a ring
    ports::Entropy& entropy;
    decltype(engine::Ports::on_step) on_step;
  };

  // `tick`: how often the real server looks whether something is due; 0: at once.
  Server(Surroundings around, Millis tick);

  void start();
  bool is_up() const { return life_ != nullptr; }
  engine::Engine& engine() { return life_->engine; }

  // A request over the wire, and what follows from it at once. Without an answer when the server
  // dies; when it is down, `reply` is told of status 0, at once. Not from a reply.
  void request(net::Request request, std::function<void(const net::Response&)> reply);

  // Its clock jumps, and it looks at once whether something is due by it.
  void step_clock(Millis by);
  // Nothing is stored for so long; 0: it is stored again, from the next drain on.
  void hold_store(Millis length);
  void kill();

  // Runs what was handed to the store. Not from a reply.
  void drain();
  // ... and looks whether something is due: the last thing that happens at an instant.
  void settle();
  // When to settle next, if nothing else happens.
  std::optional<UtcTime> next() const { return pumping_ ? std::nullopt : next_pump_; }

  std::function<void()> on_death;

 private:
  // What lives between a start and a death.
  struct Life {
    engine::Engine engine;
    http::Front front;
    Life(const Surroundings& around, const http::After& after);
  };

  void resolve_tools();
  void pump();
  void plan(UtcTime pump);
  void bury();
  UtcTime tick_after(UtcTime time) const;

  Surroundings around_;
  Millis tick_;
  std::unique_ptr<Life> life_;
  int lives_ = 0;
  int works_seen_ = 0;
  bool pumping_ = false;
  bool draining_ = false;
  std::optional<UtcTime> next_pump_;
};

}  // namespace pl::sim
