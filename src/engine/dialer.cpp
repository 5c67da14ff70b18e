#include "engine/dialer.h"

#include <algorithm>

#include "base/planted.h"
#include "core/call_birth.h"
#include "engine/calls.h"
#include "engine/texts.h"
#include "engine/whereabouts.h"

namespace pl::engine {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kOutreachesAtOnce = 50;
constexpr Millis kDefaultBackOff = 30s;  // 429 without Retry-After
constexpr Millis kLateBecauseOfLimits = 5min;
constexpr Millis kPausedForGood = 24h;

std::vector<core::LineName> lines_of(const std::map<core::LineName, ports::DialerPause>& pauses) {
  std::vector<core::LineName> lines;
  for (const auto& [line, pause] : pauses) lines.push_back(line);
  return lines;
}

core::Urgency urgency_of(const core::Outreach& outreach) {
  const bool promised = outreach.plan.is_handover() || outreach.retries > 0;
  return promised ? core::Urgency::kPromised : core::Urgency::kOnboarding;
}

// A call that fulfilled the outreach is no dial of it, nor is one that the platform did not take.
bool is_dial(const core::Call& call) {
  return call.direction == core::Direction::kOutbound && call.verdict != core::Verdict::kRefusedUs;
}

struct Ready {
  core::GateAnswer answer;
  std::vector<core::ToolId> tools;
  std::optional<core::Caller> caller;
};

Result<bool> other_dial_open(Turn& turn, const core::Outreach& outreach) {
  PL_TRY(const auto open, turn.open_outreaches(outreach.caller));
  if (open.unreadable && !planted(Bug::kUnreadableIsNotThere)) {
    return fail(Code::kCorrupt, "a dial to the same caller may be open: " +
                                    open.unreadable->text() + " cannot be read");
  }
  for (const core::Outreach& other : open.rows) {
    if (other.id == outreach.id || !other.leg) continue;
    PL_TRY(const auto call, turn.tx.call(*other.leg));
    // One that is over but not judged yet keeps nobody from being called.
    if (call && !call->ended_at) return true;
  }
  return false;
}

// Reads what the gate decides with, in the transaction that would record the attempt.
Result<Ready> ask_gate(Turn& turn, const core::Line& line, const core::Scene& scene,
                       const core::Outreach& outreach) {
  Ready ready;
  PL_TRY(ready.caller, turn.tx.caller(outreach.caller));
  PL_TRY(auto tools, turn.resolved_tools(scene));
  core::GateFacts facts;
  facts.tools_resolved = tools.has_value();
  if (ready.caller) {
    ready.caller = with_number_of_today(turn, *std::move(ready.caller));
    facts.caller = &*ready.caller;
    facts.countries = whereabouts(turn, *ready.caller).countries;
    facts.zones = turn.zones_of(*ready.caller);
    const core::PhoneNumber& number = ready.caller->number.number;
    PL_TRY(facts.live_call_on_number, turn.tx.has_live_call(number, turn.now));
    PL_TRY(facts.number_dials, turn.tx.dials_to(number, turn.now - 24h));
  }
  PL_TRY(facts.other_dial_open, other_dial_open(turn, outreach));
  PL_TRY(facts.live_calls_on_line, turn.tx.live_calls(line.name, turn.now));
  PL_TRY(facts.line_dials, turn.tx.dials_of(line.name, turn.now - 1s));
  ready.answer = core::dial_gate(line.calling, facts, urgency_of(outreach), turn.now);
  if (tools) ready.tools = *std::move(tools);
  const bool never = std::holds_alternative<core::GateNever>(ready.answer);
  if (ready.caller && ready.caller->number.region.empty() && !never) {
    PL_DO(note_unknown_area(turn, line, *ready.caller));
  }
  if (!facts.tools_resolved) {
    PL_DO(turn.raise(
        line.name, core::AttentionReason::kToolsUnresolved, scene.name.text,
        "scene \"" + scene.name.text + "\" names tools the platform does not know",
        "create the tools of the line at the platform; dialling goes on by itself. Where "
        "`platform-refused` stands open, mend that first"));
  }
  return ready;
}

// A call that was met and cannot be read may go on.
Result<void> calls_readable(Turn& turn) {
  for (const ports::Unreadable& met : turn.tx.unreadable()) {
    if (met.row.table != ports::Table::kCall) continue;
    return fail(Code::kCorrupt, "a call may be live: " + met.row.id + " cannot be read");
  }
  return {};
}

struct Attempt {
  core::Call call;
  core::Initiation initiation;
};

Result<Attempt> new_attempt(Turn& turn, const core::Line& line, const core::Scene& scene,
                            const core::Outreach& outreach, Ready& ready, const core::CallId& id) {
  PL_TRY(const auto earlier, turn.tx.calls_of(outreach.id));
  PL_DO(calls_readable(turn));
  const auto dials = std::count_if(earlier.begin(), earlier.end(), is_dial);
  const core::Part part{line,
                        scene,
                        &*ready.caller,
                        core::Trust::kProfile,
                        outreach.variables,
                        outreach.opening,
                        local_time(turn, *ready.caller)};
  core::Initiation initiation = make_initiation(part, std::move(ready.tools), id);
  core::Call call = core::begin_call(
      id, core::Dial{outreach, *ready.caller, scene, 1 + static_cast<int>(dials), initiation},
      turn.now);
  return Attempt{std::move(call), std::move(initiation)};
}

// The row first: the dial leaves when it is durable.
Result<void> open_attempt(Turn& turn, const core::Line& line, const core::Outreach& outreach,
                          Attempt attempt) {
  const core::Call& call = attempt.call;
  PL_DO(turn.tx.insert(call));
  PL_DO(turn.tx.put(call.id, attempt.initiation));
  core::JournalEntry entry = entry_for(call, "call.dialing");
  entry.details = {{"scene", call.scene.text},
                   {"persona", call.persona.text},
                   {"attempt", std::to_string(call.ordinal)}};
  PL_DO(turn.journal(std::move(entry)));
  PlaceDial dial{{.call = call.id,
                  .agent_id = line.agent_id,
                  .phone_number_id = line.phone_number_id,
                  .to = *call.number,
                  .initiation = std::move(attempt.initiation),
                  .ring = outreach.plan.ring,
                  .detection = outreach.plan.detection}};
  return turn.apply(outreach, core::GateSaid{core::GateOpen{}, call.id}, std::move(dial));
}

Result<void> advance_waiting(Turn& turn, const core::Outreach& outreach) {
  if (outreach.awaits) return turn.apply(outreach, core::AwaitedCallLost{});
  if (outreach.deadline && turn.now >= *outreach.deadline) {
    return turn.apply(outreach, core::DeadlinePassed{});
  }
  const core::Line* line = turn.world.lines.find(outreach.line);
  const core::Scene* scene = line == nullptr ? nullptr : line->find_scene(outreach.plan.scene);
  const core::CallId id = turn.new_id<core::CallId>();
  if (scene == nullptr) {
    return turn.apply(outreach,
                      core::GateSaid{core::GateNever{"the line has no such scene any more"}, id});
  }
  PL_TRY(Ready ready, ask_gate(turn, *line, *scene, outreach));
  if (planted(Bug::kHeadBlocksQueue) && std::holds_alternative<core::GateBusy>(ready.answer)) {
    return {};
  }
  if (!std::holds_alternative<core::GateOpen>(ready.answer)) {
    return turn.apply(outreach, core::GateSaid{ready.answer, id});
  }
  PL_TRY(Attempt attempt, new_attempt(turn, *line, *scene, outreach, ready, id));
  return open_attempt(turn, *line, outreach, std::move(attempt));
}

}  // namespace

Result<std::vector<core::OutreachId>> due_outreaches(Turn& turn) {
  PL_TRY(const auto pauses, turn.tx.pauses());
  return turn.tx.due_outreaches(turn.now, lines_of(pauses), kOutreachesAtOnce);
}

Result<void> advance_outreach(Turn& turn, const core::OutreachId& id) {
  PL_TRY(const auto outreach, turn.tx.outreach(id));
  // A step before this one may have moved it, or it was asked for because it was set aside.
  if (!outreach || outreach->ask_at > turn.now) return {};
  if (outreach->state == core::OutreachState::kTexting) return advance_texting(turn, *outreach);
  if (outreach->state != core::OutreachState::kWaiting) return {};
  return advance_waiting(turn, *outreach);
}

Result<void> advance_due_outreaches(Turn& turn) {
  PL_TRY(const auto due, due_outreaches(turn));
  for (const core::OutreachId& id : due) {
    PL_DO(advance_outreach(turn, id));
    if (planted(Bug::kHeadBlocksQueue)) return {};
  }
  return {};
}

Result<void> dial_unclear(Turn& turn, core::Call call, std::string why) {
  if (!core::observe_unclear(call, std::move(why), turn.now)) return {};
  PL_DO(turn.tx.update(call));
  core::JournalEntry entry = entry_for(call, "call.unclear");
  entry.details["why"] = call.failure;
  PL_DO(turn.journal(std::move(entry)));
  if (!call.outreach) return {};
  PL_TRY(const auto outreach, if_readable(turn.tx.outreach(*call.outreach)));
  if (!outreach || outreach->leg != call.id) return {};
  return turn.apply(*outreach, core::DialUnclear{});
}

namespace {

// What stands in for a pause that makes no sense must not be written over it.
bool cannot_read_pause(Turn& turn, const core::LineName& line) {
  const auto unreadable = turn.tx.unreadable();
  return std::any_of(unreadable.begin(), unreadable.end(), [&](const ports::Unreadable& met) {
    return met.row == ports::RowKey{ports::Table::kPause, line.text};
  });
}

}  // namespace

Result<void> pause_dialer(Turn& turn, const core::Call& call, const ports::DialRefusedUs& refused) {
  PL_TRY(const auto pauses, turn.tx.pauses());
  if (cannot_read_pause(turn, call.line)) return {};
  const auto running = pauses.find(call.line);
  ports::DialerPause pause{turn.now, std::nullopt, refused.why, turn.now + kPausedForGood};
  if (running != pauses.end()) {
    pause.since = running->second.since;
    pause.look_at = running->second.look_at;
    pause.cause = running->second.cause;
    if (pause.cause != ports::PauseCause::kRefused) pause.why = running->second.why;
  }
  if (refused.rate_limited || refused.retry_after) {
    pause.until = turn.now + refused.retry_after.value_or(kDefaultBackOff);
    if (running != pauses.end() && !running->second.until) pause.until.reset();
  }
  PL_DO(turn.tx.pause(call.line, pause));
  core::JournalEntry entry = entry_for(call, "dialer.paused");
  entry.details["why"] = refused.why;
  if (pause.until) entry.details["until"] = format_utc(*pause.until);
  PL_DO(turn.journal(std::move(entry)));

  bool late = false;
  if (call.outreach) {
    PL_TRY(const auto outreach, if_readable(turn.tx.outreach(*call.outreach)));
    late = outreach && turn.now - outreach->due >= kLateBecauseOfLimits;
  }
  if (pause.until && *pause.until - turn.now < kLateBecauseOfLimits && !late) return {};
  return turn.raise(call.line, core::AttentionReason::kDialerPaused, call.line.text,
                    "the platform refuses to dial: " + refused.why,
                    pause.until
                        ? "check the network and the plan's limits; dialling goes on by itself"
                        : "check the API key, agent and phone number id, then resolve this "
                          "item or restart the server");
}

Result<void> hold_dialer(Turn& turn, const core::Call& call, ports::PauseCause cause,
                         const std::string& why) {
  if (planted(Bug::kDriftUnheeded)) return {};
  PL_TRY(const auto pauses, turn.tx.pauses());
  const auto running = pauses.find(call.line);
  ports::DialerPause pause{turn.now, std::nullopt, why, turn.now + kPausedForGood, cause};
  if (running != pauses.end()) {
    if (running->second.cause >= cause) return {};
    pause.since = running->second.since;
    pause.look_at = running->second.look_at;
  }
  PL_DO(turn.tx.pause(call.line, pause));
  core::JournalEntry entry = entry_for(call, "dialer.paused");
  entry.details["why"] = why;
  return turn.journal(std::move(entry));
}

Result<void> resume_dialer(Turn& turn, const core::LineName& line) {
  PL_TRY(const auto pauses, turn.tx.pauses());
  const auto pause = pauses.find(line);
  if (pause == pauses.end()) return {};
  PL_TRY(const auto waiting, turn.tx.waiting_outreaches(line));
  for (const core::Outreach& outreach : waiting) {
    PL_DO(turn.apply(outreach, core::DialerResumed{pause->second.since}));
  }
  PL_DO(turn.tx.resume(line));
  for (const auto reason :
       {core::AttentionReason::kDialerPaused, core::AttentionReason::kPersonaDrift}) {
    PL_DO(turn.settle(reason, line));
  }
  core::JournalEntry entry;
  entry.line = line;
  entry.kind = "dialer.resumed";
  return turn.journal(std::move(entry));
}

namespace {

UtcTime next_look(const ports::DialerPause& pause) {
  return std::min(pause.until.value_or(pause.look_at), pause.look_at);
}

// Gives up what has waited through the pause for a day. Whoever comes later has a day of their own.
Result<void> give_up_waiting(Turn& turn, const core::LineName& line, ports::DialerPause pause) {
  pause.look_at = turn.now + kPausedForGood;
  PL_TRY(const auto waiting, turn.tx.waiting_outreaches(line));
  for (const core::Outreach& outreach : waiting) {
    const UtcTime given_up = std::max(pause.since, outreach.created_at) + kPausedForGood;
    if (given_up <= turn.now) {
      PL_DO(turn.apply(outreach, core::PausedTooLong{}));
    } else {
      pause.look_at = std::min(pause.look_at, given_up);
    }
  }
  return turn.tx.pause(line, pause);
}

}  // namespace

Result<void> advance_pause(Turn& turn, const core::LineName& line) {
  PL_TRY(const auto pauses, turn.tx.pauses());
  const auto found = pauses.find(line);
  if (found == pauses.end()) return {};
  const ports::DialerPause& pause = found->second;
  if (pause.until && *pause.until <= turn.now) return resume_dialer(turn, line);
  if (pause.look_at <= turn.now) return give_up_waiting(turn, line, pause);
  return {};
}

Result<std::vector<core::LineName>> due_pauses(Turn& turn) {
  PL_TRY(const auto pauses, turn.tx.pauses());
  std::vector<core::LineName> due;
  for (const auto& [line, pause] : pauses) {
    if (next_look(pause) > turn.now) continue;
    PL_TRY(const auto aside, turn.tx.set_aside({ports::Table::kPause, line.text}));
    if (!aside) due.push_back(line);
  }
  return due;
}

Result<void> advance_pauses(Turn& turn) {
  PL_TRY(const auto due, due_pauses(turn));
  for (const core::LineName& line : due) PL_DO(advance_pause(turn, line));
  return {};
}

Result<std::optional<UtcTime>> next_due(Turn& turn) {
  PL_TRY(const auto pauses, turn.tx.pauses());
  PL_TRY(auto next, turn.tx.next_due(lines_of(pauses)));
  for (const auto& [line, pause] : pauses) {
    const UtcTime at = next_look(pause);
    if (at == UtcTime::max()) continue;
    PL_TRY(const auto aside, turn.tx.set_aside({ports::Table::kPause, line.text}));
    if (!aside) next = std::min(next.value_or(at), at);
  }
  return next;
}

Result<void> lift_pauses(Turn& turn) {
  PL_TRY(const auto pauses, turn.tx.pauses());
  for (const auto& [line, pause] : pauses) {
    const bool restart_lifts = pause.cause == ports::PauseCause::kRefused && !pause.until;
    if (restart_lifts) PL_DO(resume_dialer(turn, line));
  }
  return {};
}

core::Initiation make_initiation(const core::Part& part, std::vector<core::ToolId> tool_ids,
                                 const core::CallId& call) {
  core::Initiation initiation;
  initiation.override = core::make_override(part, std::move(tool_ids));
  initiation.dynamic_variables = part.line.variables;
  initiation.dynamic_variables["partyline_call"] = call.text();
  initiation.user_id = part.caller != nullptr ? part.caller->id.text() : call.text();
  return initiation;
}

}  // namespace pl::engine
