// The doorways of the engine, as small as they can be: a clock that stands, a timer that fires when
// it is told to, zones and numbers that agree to everything, and nobody on the phone.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "engine/engine.h"
#include "held_store.h"
#include "sample_line.h"
#include "small_outside.h"

namespace pl::testing {

class StandingClock final : public ports::Clock {
 public:
  UtcTime now() const override { return time; }
  UtcTime time = kSampleNow;
};

class EveryZone final : public ports::Zones {
 public:
  std::optional<std::string> find(std::string_view written) const override {
    return std::string(written);
  }
  std::optional<core::ZoneOffsets> offsets(std::string_view, UtcTime from) const override {
    return core::ZoneOffsets{
        {from, from + core::kZoneHorizon + std::chrono::hours(1), std::chrono::minutes(60)}};
  }
  std::vector<std::string> of_region(std::string_view) const override { return {"Europe/Zurich"}; }
  core::Edition edition() const override { return made; }

  core::Edition made{"2026f", kSampleNow};
};

class PlainNumbers final : public ports::Numbers {
 public:
  Result<core::NumberFacts> read(std::string_view written) const override {
    const auto number = core::PhoneNumber::from_e164(written);
    if (!number) return fail(Code::kInvalid, "not a phone number; write it as +41780000000");
    return core::NumberFacts{*number, core::NumberClass::kOrdinary, "CH"};
  }
  core::NumberArea area_of(const core::PhoneNumber&) const override { return {"+41 780", {"CH"}}; }
  core::Edition edition() const override { return {"8.12", kSampleNow}; }
};

class CountingEntropy final : public ports::Entropy {
 public:
  std::array<std::uint64_t, 2> draw() override { return {7, ++drawn_}; }

 private:
  std::uint64_t drawn_ = 0;
};

class NobodyOnThePhone final : public ports::VoicePlatform {
 public:
  void dial(ports::DialRequest, std::function<void(ports::DialResult)>) override { ++dials; }
  void conversation(core::ConversationId,
                    std::function<void(Result<core::ConversationReport>)>) override {}
  void find(core::CallId, std::string, UtcTime,
            std::function<void(Result<std::optional<core::ConversationReport>>)>) override {}
  void tools(std::function<void(Result<std::map<std::string, core::ToolId>>)>) override {}
  void forget(core::ConversationId id, std::function<void(Result<void>)> done) override {
    forgotten.push_back(id);
    done(forgets);
  }
  void agent(std::string, std::function<void(Result<core::AgentSwitches>)> done) override {
    done(switches);
  }
  Result<void> forgets;
  Result<core::AgentSwitches> switches;
  int dials = 0;
  std::vector<core::ConversationId> forgotten;
};

// Keeps what was to be done later.
class HeldTimer {
 public:
  std::function<void(Millis, std::function<void()>)> taker() {
    return [this](Millis delay, std::function<void()> task) {
      tasks_.push_back({delay, std::move(task)});
    };
  }
  std::size_t pending() const { return tasks_.size(); }
  Millis delay(std::size_t index) const { return tasks_.at(index).delay; }

  // Everything that is held now; what these ask for is kept for the next time.
  void fire() {
    for (Task& task : std::exchange(tasks_, {})) task.run();
  }

 private:
  struct Task {
    Millis delay;
    std::function<void()> run;
  };
  std::vector<Task> tasks_;
};

// An engine for the sample line, and the sample caller on it.
struct SmallWorld {
  SmallWorld();
  ~SmallWorld();

  StandingClock clock;
  EveryZone zones;
  PlainNumbers numbers;
  CountingEntropy entropy;
  NobodyOnThePhone voice;
  HeldStore store;
  HeldTimer timer;
  engine::Lines lines = *engine::Lines::create({sample_line()});
  RememberingChannel telegram;
  RememberingChannel sms;
  RememberingSink events;
  PlainSuppression suppression;
  engine::Engine engine{
      lines,
      {.store = store,
       .voice = voice,
       .text = {{core::Channel::kTelegram, &telegram}, {core::Channel::kSms, &sms}},
       .clock = clock,
       .zones = zones,
       .numbers = numbers,
       .entropy = entropy,
       .events = &events,
       .suppression = &suppression}};
};

}  // namespace pl::testing
