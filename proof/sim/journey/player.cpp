#include "sim/journey/player.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/journey/feeder.h"
#include "sim/journey/journey_world.h"
#include "sim/log_scan.h"

namespace pl::sim {
namespace {

// The final rows.
struct Ending {
  std::vector<core::Outreach> outreaches;
  std::vector<core::Call> calls;
};

Result<Ending> read_ending(engine::Turn& turn, const std::set<std::string>& callers) {
  Ending read;
  PL_TRY(read.calls, turn.tx.calls({.caller = {}, .live = {}, .limit = 1000}));
  for (const std::string& caller : callers) {
    PL_TRY(const auto outreaches,
           turn.tx.outreaches({.caller = core::CallerId::parse(caller), .limit = 100}));
    read.outreaches.insert(read.outreaches.end(), outreaches.begin(), outreaches.end());
  }
  const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
  std::sort(read.calls.begin(), read.calls.end(), by_id);
  std::sort(read.outreaches.begin(), read.outreaches.end(), by_id);
  return read;
}

std::string show(const core::OutreachResult& result) {
  const std::string via(text_of(result.via));
  std::string text = fmt::format("{{\"success\":{},\"retries\":{}", result.success, result.retries);
  if (!result.error.empty()) text += fmt::format(",\"error\":\"{}\"", result.error);
  return text + (via.empty() ? ",\"via\":null}" : fmt::format(",\"via\":\"{}\"}}", via));
}

void tell_ending(JourneyWorld& world, const Ending& ending) {
  Narrator& narrator = world.narrator;
  for (const core::Outreach& outreach : ending.outreaches) {
    std::string state(text_of(outreach.state));
    if (outreach.brief) state += " brief";
    if (!outreach.text_confirmed) state += " unconfirmed";
    if (!outreach.cancelled_by.empty()) state += " by=" + outreach.cancelled_by;
    narrator.end(
        narrator.shorten(fmt::format("outreach {} {} {} {}", outreach.id.text(),
                                     outreach.plan.name.text, state, show(result_of(outreach)))));
  }
  for (const core::Call& call : ending.calls) {
    const auto verdict = call.verdict ? text_of(*call.verdict) : "unjudged";
    narrator.end(
        narrator.shorten(fmt::format("call {} {} {} {} {}", call.id.text(), call.scene.text,
                                     call.persona.text, state_of(call), verdict)));
  }
  const auto& conversations = world.platform.conversations();
  const auto rings = std::count_if(conversations.begin(), conversations.end(),
                                   [](const Conversation& one) { return !one.inbound; });
  narrator.end(fmt::format("ledger rings={} inbound={} texts={}", rings,
                           conversations.size() - static_cast<std::size_t>(rings),
                           world.texts_arrived));
}

Result<void> feed(JourneyWorld& world, const Transcript& transcript) {
  Feeder feeder(world);
  world.start_server();
  for (const CallerLine& caller : transcript.callers) PL_DO(feeder.register_caller(caller));
  world.narrating = true;
  for (const Fed& fed : transcript.fed) {
    world.run_until(transcript.start + fed.at, fed.order);
    world.narrator.fed(fed.source);
    PL_DO(feeder.perform(fed));
  }
  world.run_out();
  if (!world.server.is_up()) return fail(Code::kInvalid, "the server must be up at the end");
  return {};
}

}  // namespace

Result<JourneyResult> play_journey(std::string_view source, const JourneyUniverse& universe) {
  PL_TRY(const Transcript transcript, parse_transcript(source));
  PL_TRY(const core::Line line, universe.line(transcript.line));
  const LogScan log;
  JourneyWorld world(line, universe.facilities, universe.zone_table, transcript);
  const Result<void> fed = feed(world, transcript);
  if (!fed) return fail(fed.error().code, world.narrator.written() + fed.error().message);
  Result<Ending> ending = fail(Code::kUnavailable, "the server must be able to read at the end");
  world.server.engine().run<Ending>(
      ports::Priority::kRoutine,
      [&](engine::Turn& turn) { return read_ending(turn, world.callers); },
      [&](Result<Ending> read) { ending = std::move(read); });
  world.server.drain();
  if (!ending) return fail(ending.error().code, world.narrator.written() + ending.error().message);
  tell_ending(world, *ending);
  world.rest();
  for (const std::string& leak : log.leaks()) world.complain("INV-27: a log line: " + leak);
  return JourneyResult{transcript.head + world.narrator.written(), world.broken(), world.journal};
}

}  // namespace pl::sim
