// Everything a journey takes place in: the real engine on the real embedded store, with fakes for
// the outside and a clock that obeys.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "audit.h"
#include "engine/engine.h"
#include "fake_platform.h"
#include "fake_text_channel.h"
#include "narrator.h"
#include "ports/numbers.h"
#include "ports/zones.h"
#include "virtual_time.h"
#include "watched_store.h"

namespace pl::journeys {

// What every journey may share: it has no memory.
struct Shared {
  const engine::Lines& lines;
  const ports::Zones& zones;
  const ports::Numbers& numbers;
};

class World {
 public:
  World(const Shared& shared, UtcTime start);

  // The server, as it is started after a crash too.
  void start_server();
  // Where the server is to die when it next dials.
  enum class Death { kBeforePost, kAfterPost, kBeforeCommit };
  void plan_death(Death death) { death_ = death; }
  void crash();
  bool is_up() const { return engine_.has_value(); }

  // One event: its transaction, then `tell`, then its effects.
  template <class Value>
  void run(std::function<Result<Value>(engine::Turn&)> use_case,
           std::function<void(Result<Value>)> tell) {
    if (!engine_) return tell(fail(Code::kUnavailable, "the server is down"));
    engine_->run<Value>(ports::Priority::kCall, std::move(use_case), std::move(tell));
    settle();
  }
  const engine::World& engine_world() const { return engine_->world(); }

  // Lets everything happen that is due until `time`, each at its own instant.
  void run_until(UtcTime time);
  // ... until nothing is due any more. False when that takes days.
  bool run_out();

  bool narrating = false;
  VirtualTime time;
  CountingEntropy entropy;
  FakePlatform platform;
  FakeTextChannel telegram;
  WatchedStore store;
  Narrator narrator;
  Audit audit;

 private:
  // Pumps as often as the engine asks for it at this instant.
  void settle();
  std::optional<UtcTime> next() const;
  bool posted(const Posted& posted);
  bool lives_to_see_reply();
  void die(const char* where);

  Shared shared_;
  std::optional<engine::Engine> engine_;
  std::optional<UtcTime> next_pump_;
  std::optional<Death> death_;
};

}  // namespace pl::journeys
