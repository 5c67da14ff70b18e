// clang-format off
// The transition table. An event that a row does not name changes nothing in that state; terminal
// states change never.
//
//   from       event                         to
//   waiting    gate open                     dialing: place the call
//   waiting    gate: wait until T            waiting, asked at T; T after the deadline: give up
//   waiting    gate: busy                    waiting, asked again when a call ends; at the deadline
//   waiting    gate: never                   give up
//   waiting,   awaited call ended            the same, due `after_call_end` later; deadline runs
//    held
//   waiting    awaited call lost             give up, attention
//   waiting    deadline passed               give up
//   waiting    paused too long               failed(paused), attention
//   waiting    caller called in              held
//   dialing    accepted                      ringing
//   dialing    unclear                       verifying
//   verifying  accepted (found)              ringing
//   dialing,   answered, or ended            talking
//    ringing,  caller called in              the same; noted for when the leg is judged
//    verifying
//   a leg      that inbound over, goal met   connected via inbound (only where it fulfils)
//   a leg      that inbound over, otherwise  the same; no longer noted
//   a leg      judged: not answered          a retry; held, no retry, while the caller phones
//              judged: answered, goal met    connected
//              judged: answered, goal unmet  a retry (onboarding only)
//              judged: brief, goal unmet     give up (onboarding only)
//              judged: unresolved            give up, attention
//              judged: refused, not for the  waiting, no retry used; held if the caller phones
//               number's sake
//   held       inbound over, goal met        connected via inbound (only where it fulfils)
//   held       inbound over, otherwise       waiting, `after_call_end` later; too late: give up
//   texting    handed over                   texted
//   texting    impossible                    failed, attention
//   any open   withdrawn                     cancelled; stop the leg that is not answered yet
//
//   a retry:   waiting, due max(end + delay, verdict); none left, or past the deadline: give up
//   give up:   texting; failed with attention where the plan says `then: nothing`
// clang-format on
#include "core/outreach.h"

#include <algorithm>

#include "base/check.h"
#include "base/overloaded.h"
#include "base/planted.h"

namespace pl::core {
namespace {

class Stepper {
 public:
  Stepper(Outreach outreach, UtcTime now) : o_(std::move(outreach)), now_(now) {}

  OutreachStep take(const OutreachEvent& event) {
    if (!is_terminal(o_.state)) {
      std::visit([this](const auto& happened) { on(happened); }, event);
    }
    return {std::move(o_), std::move(effects_)};
  }

 private:
  bool in(OutreachState state) const { return o_.state == state; }
  bool before_pickup() const {
    return in(OutreachState::kDialing) || in(OutreachState::kRinging) ||
           in(OutreachState::kVerifying);
  }

  void on(const GateSaid& said) {
    if (!in(OutreachState::kWaiting)) return;
    std::visit(Overloaded{
                   [&](const GateOpen&) {
                     o_.state = OutreachState::kDialing;
                     o_.leg = said.leg;
                     o_.blocked = false;
                     o_.waits_for.clear();
                     effects_.emplace_back(PlaceCall{said.leg});
                   },
                   [&](const GateWait& wait) {
                     if (o_.deadline && wait.until > *o_.deadline) return give_up(wait.why);
                     wait_until(wait.until, wait.why);
                   },
                   [&](const GateBusy& busy) {
                     wait_until(o_.deadline.value_or(UtcTime::max()), busy.why);
                     o_.blocked = true;
                   },
                   [&](const GateNever& never) { give_up(never.why); },
               },
               said.answer);
  }

  void on(const DeadlinePassed&) {
    if (in(OutreachState::kWaiting)) give_up(late());
  }

  void on(const AwaitedCallEnded& ended) {
    if (!in(OutreachState::kWaiting) && !in(OutreachState::kHeld)) return;
    if (!o_.awaits) return;
    o_.awaits.reset();
    o_.due = ended.at + o_.plan.after_call_end;
    o_.deadline = ended.at + o_.plan.deadline;
    if (in(OutreachState::kWaiting)) wait_until(o_.due, "");
  }

  void on(const AwaitedCallLost&) {
    if (!in(OutreachState::kWaiting) || !o_.awaits) return;
    o_.awaits.reset();
    attention(AttentionReason::kCallUnresolved,
              "the call before this hand-over was never seen to end, so it was not dialled",
              "look the call up at the platform; use retry if the caller should be rung");
    give_up("end of the call before was never seen");
  }

  void on(const PausedTooLong&) {
    if (in(OutreachState::kWaiting)) fail("paused");
  }

  void on(const DialAccepted&) {
    if (in(OutreachState::kDialing) || in(OutreachState::kVerifying)) {
      o_.state = OutreachState::kRinging;
    }
  }

  void on(const DialUnclear&) {
    if (in(OutreachState::kDialing)) o_.state = OutreachState::kVerifying;
  }

  void on(const LegAnswered&) { pick_up(); }
  void on(const LegEnded&) { pick_up(); }

  void on(const LegJudged& leg) {
    if (!has_leg(o_.state)) return;
    switch (leg.verdict) {
      case Verdict::kBusy:
      case Verdict::kNoAnswer:
      case Verdict::kFailed:
      case Verdict::kVoicemail:
      case Verdict::kRefusedNumber:
      case Verdict::kNotPlaced:
        o_.error = text_of(leg.verdict);
        if (o_.held_by) return hold();
        return retry(leg.ended_at);
      case Verdict::kAnswered:
      case Verdict::kBrief:
        return answered(leg);
      case Verdict::kRefusedUs:
        return return_unused("the platform did not take the dial");
      case Verdict::kUnresolved:
        attention(AttentionReason::kCallUnresolved,
                  "nobody can say what became of a call that was dialled",
                  "look the call up at the platform; it is not dialled again");
        return give_up(std::string(text_of(leg.verdict)));
    }
  }

  void on(const CallerCalledIn& in_call) {
    if (in(OutreachState::kWaiting)) {
      note_inbound(in_call);
      hold();
    } else if (before_pickup() && !o_.held_by) {
      note_inbound(in_call);
    }
  }

  void on(const InboundOver& over) {
    if (o_.held_by != over.call) return;
    const bool enough = over.goal_met || planted(Bug::kAnyCallInFulfils);
    const bool fulfilled = o_.fulfilling && enough;
    o_.held_by.reset();
    o_.fulfilling = false;
    // A leg that still rings, or is not judged yet, is no reason to ring again: they have talked.
    if (fulfilled && (in(OutreachState::kHeld) || has_leg(o_.state))) {
      o_.conversation = over.conversation;
      return end(OutreachState::kConnected, Via::kInbound);
    }
    if (!in(OutreachState::kHeld)) return;
    if (o_.deadline && now_ > *o_.deadline) return give_up(late());
    o_.state = OutreachState::kWaiting;
    o_.due = std::max(o_.due, over.ended_at + o_.plan.after_call_end);
    wait_until(o_.due, "");
  }

  void on(const Withdrawn& withdrawn) {
    o_.cancelled_by = withdrawn.who;
    o_.error = withdrawn.why;
    if (before_pickup() && o_.leg) effects_.emplace_back(StopRinging{*o_.leg});
    end(OutreachState::kCancelled, Via::kNothing);
  }

  void on(const TextHandedOver& text) {
    if (!in(OutreachState::kTexting)) return;
    o_.text_confirmed = text.confirmed;
    end(OutreachState::kTexted, Via::kText);
  }

  void on(const TextImpossible& text) {
    if (in(OutreachState::kTexting)) fail(o_.error.empty() ? text.why : o_.error + "; " + text.why);
  }

  void pick_up() {
    if (before_pickup()) o_.state = OutreachState::kTalking;
  }

  void answered(const LegJudged& leg) {
    const bool late = now_ - leg.ended_at >= std::chrono::seconds(60);
    if (planted(Bug::kTextsAfterLateVerdict) && late) return give_up("no verdict");
    const bool brief = leg.verdict == Verdict::kBrief;
    if (o_.plan.is_onboarding() && !leg.goal_met) {
      o_.error = brief ? "brief" : "incomplete";
      return brief ? give_up(o_.error) : retry(leg.ended_at);
    }
    o_.brief = brief;
    o_.conversation = leg.conversation;
    end(OutreachState::kConnected, Via::kCall);
  }

  void retry(UtcTime ended_at) {
    o_.leg.reset();
    const auto used = static_cast<std::size_t>(o_.retries);
    if (used >= o_.plan.retry.size()) return give_up(o_.error);
    const UtcTime due = std::max(ended_at + o_.plan.retry[used], now_);
    if (o_.deadline && due > *o_.deadline) return give_up(o_.error);
    if (!planted(Bug::kNotPlacedIsFree) || o_.error != text_of(Verdict::kNotPlaced)) ++o_.retries;
    o_.state = OutreachState::kWaiting;
    o_.due = due;
    wait_until(due, "");
  }

  void return_unused(std::string why) {
    o_.leg.reset();
    if (o_.held_by) return hold();
    o_.state = OutreachState::kWaiting;
    wait_until(std::max(o_.due, now_), std::move(why));
  }

  void note_inbound(const CallerCalledIn& in_call) {
    o_.held_by = in_call.call;
    o_.fulfilling = in_call.fulfils;
  }

  void hold() {
    o_.leg.reset();
    o_.state = OutreachState::kHeld;
    o_.blocked = false;
    o_.waits_for = "the caller phones in";
  }

  void wait_until(UtcTime at, std::string why) {
    o_.ask_at = at;
    o_.blocked = false;
    o_.waits_for = std::move(why);
  }

  // What an outreach past its deadline failed of: its last attempt, or the deadline alone.
  std::string late() const { return o_.error.empty() ? "deadline" : o_.error; }

  void give_up(std::string why) {
    o_.error = std::move(why);
    switch (o_.plan.then) {
      case Fallback::kText:
        o_.leg.reset();
        o_.state = OutreachState::kTexting;
        return wait_until(now_, "");
      case Fallback::kNothing:
        return fail(o_.error);
    }
  }

  void fail(std::string why) {
    attention(AttentionReason::kOutreachFailed, "an outreach failed: " + why,
              "reach the caller another way, or use retry");
    o_.error = std::move(why);
    end(OutreachState::kFailed, Via::kNothing);
  }

  void end(OutreachState state, Via via) {
    PL_CHECK(is_terminal(state));
    o_.state = state;
    o_.via = via;
    o_.leg.reset();
    o_.awaits.reset();
    o_.held_by.reset();
    o_.blocked = false;
    o_.waits_for.clear();
    o_.ended_at = now_;
  }

  void attention(AttentionReason reason, std::string what, std::string todo) {
    effects_.emplace_back(RaiseAttention{reason, std::move(what), std::move(todo)});
  }

  Outreach o_;
  UtcTime now_;
  std::vector<OutreachEffect> effects_;
};

}  // namespace

OutreachStep step(Outreach outreach, const OutreachEvent& event, UtcTime now) {
  return Stepper(std::move(outreach), now).take(event);
}

OutreachResult result_of(const Outreach& outreach) {
  const bool success = outreach.state == OutreachState::kConnected;
  return {success, outreach.retries, success ? "" : outreach.error, outreach.via};
}

}  // namespace pl::core
