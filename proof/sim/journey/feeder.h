// Performs the fed-in lines of a journey in its world.
#pragma once

#include <functional>
#include <string>

#include "core/names.h"
#include "engine/callers.h"
#include "sim/journey/journey_world.h"
#include "sim/journey/reply_words.h"

namespace pl::sim {

class Feeder {
 public:
  explicit Feeder(JourneyWorld& world) : world_(world) {}

  Result<void> register_caller(const CallerLine& caller);
  // kInvalid says what is wrong with the line.
  Result<void> perform(const Fed& fed);

 private:
  // feeder_api.cpp: what the product and its operators ask for.
  Result<void> api(const Fed& fed);
  Result<void> check_agent();
  Result<void> api_about_caller(const Fed& fed, const core::CallerId& id);
  void note_addresses(const engine::CallerFields& fields, const std::string& caller);
  // feeder_requests.cpp: what the platform asks and tells.
  Result<void> tool(const Fed& fed);
  Result<void> inbound(const Fed& fed);
  Result<void> webhook(const Fed& fed);
  Result<void> forged(const Fed& fed);
  // feeder_outside.cpp: how the outside behaves.
  Result<void> phone(const Fed& fed);
  Result<void> platform(const Fed& fed);
  Result<void> telegram(const Fed& fed);
  // feeder_server.cpp: what befalls the server.
  Result<void> server(const Fed& fed);
  Result<void> damage(const Fed& fed, bool mends);

  void answer_by_timer(const Conversation& talk, const std::string& from);
  void ask_before_call(const Conversation& talk, const std::string& from);
  void answered(std::size_t talk, const core::Initiation& initiation, Millis took,
                std::string_view bytes);
  void send(net::Request request);
  template <class Value>
  void ask(ports::Priority priority, std::function<Result<Value>(engine::Turn&)> use_case,
           std::function<void(const Value&)> then = nullptr) {
    Narrator& narrator = world_.narrator;
    if (!world_.server.is_up()) return narrator.happened(std::string("reply ") + kServerIsDown);
    world_.server.engine().run<Value>(
        priority, std::move(use_case), [&narrator, then](const Result<Value>& answer) {
          narrator.happened("reply " +
                            (answer ? reply_words(*answer) : reply_words(answer.error())));
          if (answer && then) then(*answer);
        });
  }
  // Notes who asked, as the API does: a write that fails may be that one.
  template <class Value>
  static std::function<Result<Value>(engine::Turn&)> noted(
      std::function<Result<Value>(engine::Turn&)> use_case) {
    return [use_case = std::move(use_case)](engine::Turn& turn) -> Result<Value> {
      PL_TRY(Value value, use_case(turn));
      core::JournalEntry entry;
      entry.kind = "api.request";
      PL_DO(turn.journal(std::move(entry)));
      return value;
    };
  }
  // What comes over the API.
  template <class Value>
  void demand(std::function<Result<Value>(engine::Turn&)> use_case) {
    ask<Value>(ports::Priority::kRoutine, noted<Value>(std::move(use_case)));
  }
  // "anna"; "o1"; "a1"
  template <class SomeId>
  Result<SomeId> id(const std::string& alias) const {
    const auto meant = SomeId::parse(world_.narrator.meant(alias));
    if (!meant) return fail(Code::kInvalid, "there is no " + alias);
    return *meant;
  }
  // "c1", or the sid of a conversation that the server was never told of.
  Result<Conversation*> conversation(const std::string& alias);

  JourneyWorld& world_;
};

// The word at that place. kInvalid when it is missing.
Result<std::string> word_in(const Fed& fed, std::size_t place);

}  // namespace pl::sim
