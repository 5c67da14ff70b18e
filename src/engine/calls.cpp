#include "engine/calls.h"

#include <algorithm>

#include "base/planted.h"
#include "engine/dialer.h"
#include "engine/drift.h"
#include "engine/failures.h"
#include "engine/onboarding.h"
#include "engine/webhooks.h"

namespace pl::engine {
namespace {

constexpr std::size_t kPollsAtOnce = 100;
constexpr std::chrono::minutes kUnreadable{2};  // after a call began; then a person is told

// Whom a call is to onboard, and how far that is.
struct Onboarding {
  core::Caller caller;
  bool complete;   // all that is required is known
  bool by_fields;  // which is enough when the call is over
};

// Empty for every other call.
Result<std::optional<Onboarding>> onboarding_of(Turn& turn, const core::Call& call) {
  if (!call.caller || !call.outreach) return std::nullopt;
  PL_TRY(const auto outreach, if_readable(turn.tx.outreach(*call.outreach)));
  if (!outreach || !outreach->plan.is_onboarding()) return std::nullopt;
  PL_TRY(auto caller, if_readable(turn.tx.caller(*call.caller)));
  if (!caller) return std::nullopt;
  const core::Line* line = turn.world.lines.find(call.line, call.started_at);
  const bool complete = line != nullptr && core::required_complete(line->profile, caller->profile);
  const bool by_fields = outreach->plan.complete_when == core::CompleteWhen::kRequiredFields;
  return Onboarding{*std::move(caller), complete, by_fields};
}

Result<void> journal_news(Turn& turn, const core::Call& call, const core::CallNews& news) {
  const auto write = [&](bool happened, const char* kind) -> Result<void> {
    if (!happened) return {};
    core::JournalEntry entry = entry_for(call, kind);
    if (call.verdict && std::string_view(kind) == "call.judged") {
      entry.details["verdict"] = text_of(*call.verdict);
    }
    const std::string_view what = kind;
    if (call.answerer && (what == "call.judged" || what == "call.proved")) {
      entry.details["answerer"] = text_of(*call.answerer);
      entry.details["evidence"] = std::string(text_of(call.evidence)) + ": " + call.shown_by;
    }
    return turn.journal(std::move(entry));
  };
  PL_DO(write(news.placed, "call.placed"));
  PL_DO(write(news.answered, "call.answered"));
  PL_DO(write(news.ended, "call.ended"));
  PL_DO(write(news.judged, "call.judged"));
  return write(news.proved, "call.proved");
}

// The first sign that the onboarding has begun moves the stage; all that is required, known at the
// end of the call, completes the onboarding even if the agent never said so.
Result<void> move_caller(Turn& turn, const core::Call& call, Onboarding& onboarding) {
  if (!core::has_person(call) && !call.tool_called) return {};
  PL_DO(move_stage(turn, onboarding.caller, core::Stage::kOnboarding));
  if (!call.ended_at || !onboarding.by_fields || !onboarding.complete) return {};
  return complete_onboarding(turn, onboarding.caller, &call);
}

// The outreach was withdrawn before the platform's answer to its dial came.
Result<void> stop_if_withdrawn(Turn& turn, const core::Call& call) {
  PL_TRY(const auto outreach, if_readable(turn.tx.outreach(*call.outreach)));
  if (!outreach || outreach->state != core::OutreachState::kCancelled) return {};
  return turn.stop_ringing(call.id);
}

Result<bool> is_onboarded(Turn& turn, const core::Call& call) {
  if (!call.caller) return true;
  PL_TRY(const auto caller, if_readable(turn.tx.caller(*call.caller)));
  return caller && caller->stage == core::Stage::kOnboarded;
}

// It was judged to have reached nobody, and has reached the person.
Result<void> prove(Turn& turn, const core::Call& call) {
  PL_TRY(const auto outreach, if_readable(turn.tx.outreach(*call.outreach)));
  if (!outreach) return {};
  PL_TRY(const bool goal_met, is_onboarded(turn, call));
  return turn.apply(*outreach, core::PersonProved{goal_met, call.conversation});
}

Result<void> move_leg(Turn& turn, const core::Call& call, const core::CallNews& news) {
  const auto tell = [&](bool happened, const core::OutreachEvent& event) -> Result<void> {
    if (!happened) return {};
    PL_TRY(const auto outreach, if_readable(turn.tx.outreach(*call.outreach)));
    if (!outreach || outreach->leg != call.id) return {};
    return turn.apply(*outreach, event);
  };
  if (news.proved) return prove(turn, call);
  PL_DO(tell(news.placed, core::DialAccepted{}));
  if (planted(Bug::kToldTwice)) PL_DO(tell(news.placed, core::DialAccepted{}));
  if (news.placed) PL_DO(stop_if_withdrawn(turn, call));
  PL_DO(tell(news.answered, core::LegAnswered{}));
  if (!news.judged) return tell(news.ended, core::LegEnded{});
  PL_TRY(const bool goal_met, is_onboarded(turn, call));
  return tell(true, core::LegJudged{*call.verdict, call.ended_at.value_or(turn.now), goal_met,
                                    call.conversation});
}

// Tells the outreach what it does not know yet of its leg.
Result<void> catch_up_leg(Turn& turn, const core::Outreach& outreach, const core::Call& call) {
  using enum core::OutreachState;
  const bool dialing = outreach.state == kDialing;
  const bool unplaced = dialing || outreach.state == kVerifying;
  if (!unplaced && outreach.state != kRinging && outreach.state != kTalking) return {};
  if (dialing && call.unclear_at && !call.placed_at) {
    PL_DO(turn.apply(outreach, core::DialUnclear{}));
  }
  return move_leg(turn, call,
                  {.placed = unplaced && call.placed_at.has_value(),
                   .answered = call.answered_at.has_value(),
                   .ended = call.ended_at.has_value(),
                   .judged = call.verdict.has_value()});
}

// An inbound call meets the goal of what it fulfils when it was a conversation; an onboarding wants
// the caller onboarded as well.
Result<void> release_held(Turn& turn, const core::Call& call) {
  PL_TRY(const auto after, turn.tx.outreaches_after(call.id));
  for (const core::Outreach& outreach : after) {
    if (outreach.held_by != call.id) continue;
    bool goal_met = call.verdict == core::Verdict::kAnswered;
    if (goal_met && outreach.plan.is_onboarding()) {
      PL_TRY(const auto caller, if_readable(turn.tx.caller(outreach.caller)));
      goal_met = caller && caller->stage == core::Stage::kOnboarded;
    }
    PL_DO(turn.apply(outreach, core::InboundOver{call.id, call.ended_at.value_or(turn.now),
                                                 goal_met, call.conversation}));
  }
  return {};
}

Result<void> start_clocks(Turn& turn, const core::Call& call) {
  PL_TRY(const auto after, turn.tx.outreaches_after(call.id));
  for (const core::Outreach& outreach : after) {
    if (outreach.awaits != call.id) continue;
    PL_DO(turn.apply(outreach, core::AwaitedCallEnded{*call.ended_at}));
  }
  return {};
}

// A call that was parked until its conversation was known is told what came for it meanwhile.
Result<core::CallNews> take_parked(Turn& turn, core::Call& call) {
  if (!call.conversation) return core::CallNews{};
  PL_TRY(const auto parked, turn.tx.take_parked(*call.conversation));
  for (const ports::InboxItem& item : parked) {
    // The first one settles it; the others would be no news.
    if (item.failure) return core::observe_failure(call, *item.failure, "", turn.now);
  }
  return core::CallNews{};
}

}  // namespace

Result<void> call_changed(Turn& turn, core::Call& call, const core::CallNews& observed) {
  core::CallNews news = observed;
  if (news.placed) {
    PL_TRY(const core::CallNews parked, take_parked(turn, call));
    news.ended = news.ended || parked.ended;
    news.judged = news.judged || parked.judged;
  }
  PL_TRY(auto onboarding, onboarding_of(turn, call));
  const bool eager = onboarding && (call.completed || onboarding->complete);
  core::plan_poll(call, eager, turn.now);
  PL_DO(turn.tx.update(call));
  PL_DO(journal_news(turn, call, news));
  if (onboarding) PL_DO(move_caller(turn, call, *onboarding));
  if (news.judged) PL_DO(watch_for_our_failures(turn, call));
  if (call.direction == core::Direction::kOutbound && call.outreach) {
    PL_DO(move_leg(turn, call, news));
  }
  if (news.judged) PL_DO(release_held(turn, call));
  if (news.ended) PL_DO(start_clocks(turn, call));
  if (!news.ended && !news.judged) return {};
  if (call.number) PL_DO(turn.wake(*call.number));
  return turn.wake(call.line);
}

namespace {

Result<core::CallNews> take_in(Turn& turn, core::Call& call,
                               const core::ConversationReport& report) {
  const core::CallNews news = core::observe(call, report, turn.now);
  // First what stops the line's dials, then what could start one.
  PL_DO(watch_for_drift(turn, call, report));
  return news;
}

}  // namespace

Result<void> call_reported(Turn& turn, core::Call& call, const core::ConversationReport& report) {
  PL_TRY(const core::CallNews news, take_in(turn, call, report));
  return call_changed(turn, call, news);
}

Result<void> dial_ended(Turn& turn, const core::CallId& id, const ports::DialResult& result) {
  PL_TRY(auto found, turn.tx.call(id));
  if (!found) return {};
  core::Call call = *std::move(found);
  if (const auto* placed = std::get_if<ports::DialPlaced>(&result)) {
    const auto news = core::observe_placed(call, placed->conversation, placed->call_sid, turn.now);
    if (planted(Bug::kAcceptedIsAnswered)) {
      const auto answered = core::observe_failure(call, core::Verdict::kAnswered, "", turn.now);
      return call_changed(turn, call, answered);
    }
    return call_changed(turn, call, news);
  }
  if (const auto* refused = std::get_if<ports::DialRefusedNumber>(&result)) {
    const auto news =
        core::observe_refused(call, core::Verdict::kRefusedNumber, refused->why, turn.now);
    return call_changed(turn, call, news);
  }
  if (const auto* refused = std::get_if<ports::DialRefusedUs>(&result)) {
    const auto news =
        core::observe_refused(call, core::Verdict::kRefusedUs, refused->why, turn.now);
    PL_DO(pause_dialer(turn, call, *refused));
    return call_changed(turn, call, news);
  }
  if (planted(Bug::kUnknownIsNotPlaced)) {
    const auto news = core::observe_refused(call, core::Verdict::kNotPlaced, "timeout", turn.now);
    return call_changed(turn, call, news);
  }
  return dial_unclear(turn, call, std::get<ports::DialUnknown>(result).why);
}

namespace {

Result<void> tell_of_unreadable(Turn& turn, const core::CallId& id) {
  PL_TRY(const auto call, turn.tx.call(id));
  if (!call || turn.now - call->started_at < kUnreadable) return {};
  return turn.raise(call->line, core::AttentionReason::kCallUnresolved, id.text(),
                    "what the platform reports of a call cannot be read, so nobody here can say "
                    "how it went",
                    "look the call up at the platform; the log says what is wrong with its report");
}

// Takes in what the platform answered. One that taught nothing changes nothing either: the next
// poll is planned already.
template <class Observe>
Result<void> learn(Turn& turn, const core::CallId& id, Observe observe) {
  PL_TRY(const auto known, turn.tx.call(id));
  if (!known) return {};
  core::Call call = *known;
  PL_TRY(const core::CallNews news, observe(call));
  if (call == *known) return {};
  return call_changed(turn, call, news);
}

}  // namespace

// A failed look-up says nothing, but one that cannot be read will be no better the next time.
Result<void> conversation_answered(Turn& turn, const core::CallId& id,
                                   const Result<core::ConversationReport>& answer) {
  if (!answer && answer.error().code == Code::kCorrupt) return tell_of_unreadable(turn, id);
  if (!answer) return {};
  return learn(turn, id, [&](core::Call& call) { return take_in(turn, call, *answer); });
}

Result<void> find_answered(Turn& turn, const core::CallId& id,
                           const Result<std::optional<core::ConversationReport>>& answer) {
  if (!answer) return {};
  return learn(turn, id, [&](core::Call& call) -> Result<core::CallNews> {
    if (*answer) return take_in(turn, call, **answer);
    return core::observe_absent(call, turn.now);
  });
}

Result<std::vector<core::CallId>> due_polls(Turn& turn) {
  return turn.tx.due_polls(turn.now, kPollsAtOnce);
}

Result<void> poll_call(Turn& turn, const core::CallId& id) {
  PL_TRY(const auto found, turn.tx.call(id));
  if (!found || !found->poll_at || *found->poll_at > turn.now) return {};
  core::Call call = *found;
  if (core::is_dialing(call) && turn.now - call.started_at >= core::kDialPatience) {
    return dial_unclear(turn, call, "the platform's answer never reached the store");
  }
  const core::CallNews news = core::observe_time(call, turn.now);
  PL_DO(call_changed(turn, call, news));
  if (call.reported) return {};
  if (call.conversation) {
    turn.effects.emplace_back(AskConversation{call.id, *call.conversation});
  } else if (!call.user_id.empty() && !call.ended_at) {
    constexpr std::chrono::seconds kBefore{60};  // clocks differ, listings are coarse
    turn.effects.emplace_back(FindCall{call.id, call.user_id, call.started_at - kBefore});
  }
  return {};
}

Result<void> poll_due_calls(Turn& turn) {
  PL_TRY(const auto due, due_polls(turn));
  for (const core::CallId& id : due) PL_DO(poll_call(turn, id));
  return {};
}

Result<void> recover_dial(Turn& turn, const core::CallId& id) {
  PL_TRY(const auto call, turn.tx.call(id));
  if (!call) return {};
  return dial_unclear(turn, *call, "the server stopped before the platform answered");
}

Result<void> recover_dials(Turn& turn) {
  PL_TRY(const auto dials, turn.tx.unanswered_dials());
  for (const core::Call& call : dials) PL_DO(recover_dial(turn, call.id));
  return {};
}

Result<void> catch_up(Turn& turn, const core::OutreachId& id) {
  PL_TRY(const auto missed, turn.tx.outreach(id));
  if (!missed) return {};
  for (const auto& depends_on : {missed->leg, missed->awaits, missed->held_by}) {
    if (!depends_on) continue;
    PL_TRY(const auto call, turn.tx.call(*depends_on));
    if (!call) continue;
    if (missed->leg == call->id) PL_DO(catch_up_leg(turn, *missed, *call));
    if (call->verdict) PL_DO(release_held(turn, *call));
    if (call->ended_at) PL_DO(start_clocks(turn, *call));
  }
  PL_TRY(const auto outreach, turn.tx.outreach(id));
  const bool waits = outreach && outreach->state == core::OutreachState::kWaiting;
  if (!waits || !outreach->blocked) return {};
  return turn.apply(*outreach, core::Woken{turn.now});
}

}  // namespace pl::engine
