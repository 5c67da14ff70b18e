// The engine: one event, one transaction, effects after the commit. It has no thread, no clock of
// its own and no memory: everything it knows is in the store.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <utility>

#include "engine/agent_check.h"
#include "engine/turn.h"
#include "ports/carrier.h"
#include "ports/clock.h"
#include "ports/store.h"
#include "ports/text_channel.h"
#include "ports/voice_platform.h"

namespace pl::engine {

struct Ports {
  ports::Store& store;
  ports::VoicePlatform& voice;
  std::map<core::Channel, ports::TextChannel*> text;  // a channel that is absent refuses
  const ports::Clock& clock;
  const ports::Zones& zones;
  const ports::Numbers& numbers;
  ports::Entropy& entropy;
  ports::Carrier* carrier = nullptr;          // null: what rings for nothing rings to its end
  ports::EventSink* events = nullptr;         // null: nobody is told
  ports::Suppression* suppression = nullptr;  // null: nothing outlives an erasure
  std::string operator_chat = {};             // see World
  // For whoever counts, after the commit: a step of the outreach machine, from that state.
  std::function<void(core::OutreachState, const core::OutreachEvent&)> on_step = nullptr;
  // ... and a call of that line that was found to be other than it was asked for.
  std::function<void(const core::LineName&)> on_drift = nullptr;
  // Told of every commit that changed something, before its effects: something may be due earlier.
  std::function<void()> on_written = nullptr;
};

// Every reference outlives the engine, and the engine every completion of its ports.
class Engine {
 public:
  Engine(const Lines& lines, Ports ports);

  // Runs `use_case` as one transaction and hands its result to `done` once it is durable, as are
  // the notes of who is left alone; then performs the other effects. From any thread; both run on
  // the store's. `use_case` is a work of the store: it may be given up, and run once or again.
  template <class Value>
  void run(ports::Priority priority, std::function<Result<Value>(Turn&)> use_case,
           std::function<void(Result<Value>)> done) {
    auto value = std::make_shared<std::optional<Value>>();
    run(
        priority,
        [value, use_case = std::move(use_case)](Turn& turn) -> Result<void> {
          PL_TRY(*value, use_case(turn));
          return {};
        },
        [value, done = std::move(done)](Result<void> result) {
          if (!result) return done(fail(result.error().code, result.error().message));
          done(*std::move(*value));
        });
  }
  void run(ports::Priority priority, std::function<Result<void>(Turn&)> use_case,
           std::function<void(Result<void>)> done);

  // Everything that is due now: pauses, polls, dials, texts. `done` is told when to come back;
  // empty when nothing waits for time. A row that cannot be advanced is set aside, and keeps nobody
  // else waiting: an error is the store's alone. Overlapping pumps are safe, and useless.
  void pump(std::function<void(Result<std::optional<UtcTime>>)> done);

  // Once at start-up, before the first pump: what a crash left behind.
  void recover(std::function<void(Result<void>)> done);

  // Asks the platform for the ids of the tools that the lines name, and stores them.
  void resolve_tools(std::function<void(Result<void>)> done);

  // Asks the platform what the agent of each line allows, and takes in what it says. The checks, in
  // the order of the lines; an error only where the store failed.
  void check_agents(AskedBy by, std::function<void(Result<std::vector<AgentCheck>>)> done) {
    check_next({}, by, std::move(done));
  }

  const World& world() const { return world_; }
  UtcTime now() const { return ports_.clock.now(); }

 private:
  using Checked = std::function<void(Result<std::vector<AgentCheck>>)>;
  void check_next(std::vector<AgentCheck> checks, AskedBy by, Checked done);

  // pump.cpp
  using Step = Result<void> (*)(Turn&, const ports::RowKey&);
  // Takes the step for each row in a transaction of its own, and sets aside those that fail of
  // themselves. `done` is told of the last error that the store gave.
  void each_alone(const std::vector<ports::RowKey>& rows, Step step,
                  std::function<void(Result<void>)> done);
  // Tells of what a use case that failed could not read.
  void tell_unreadable(const std::vector<ports::Unreadable>& met);

  // effects.cpp
  void perform(PlaceDial& dial);
  void perform(StopRinging& stop);
  void perform(AskConversation& ask);
  void perform(FindCall& find);
  void perform(SendText& send);
  void perform(FindText& find);
  void perform(SendNotice& notice);
  void perform(PostEvent& event);
  void perform(ForgetConversation& forget);
  void perform(NoteSuppression& note);
  void perform(CountDrift& drift);
  void perform(CountStep& step);
  ports::TextChannel* channel(core::Channel channel) const;  // null where it is not set up
  // For events that answer nobody: the platform's replies. A store that is busy is tried again by
  // the poll that is due anyway.
  void feed(std::function<Result<void>(Turn&)> use_case);

  Ports ports_;
  World world_;
};

}  // namespace pl::engine
