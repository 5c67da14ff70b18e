#include "core/outreach.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/overloaded.h"
#include "base/planted.h"
#include "core/outreach_table.h"

namespace pl::core {
namespace {

constexpr int kMachinesInARow = 2;  // then its dials end
constexpr int kFailuresOnUs = 2;    // likewise

// As a plan speaks of it; empty for what is no miss, or nobody's to choose about.
std::optional<Miss> miss_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::kBusy:
      return Miss::kBusy;
    case Verdict::kNoAnswer:
      return Miss::kNoAnswer;
    case Verdict::kDeclined:
      return Miss::kDeclined;
    case Verdict::kVoicemail:
      return Miss::kMailbox;
    case Verdict::kScreener:
      return Miss::kScreener;
    case Verdict::kMenu:
      return Miss::kMenu;
    case Verdict::kNobody:
      return Miss::kNobody;
    case Verdict::kUnsure:
      return Miss::kUnsure;
    case Verdict::kFailed:
      return Miss::kFailed;
    case Verdict::kAnswered:
    case Verdict::kBrief:
    case Verdict::kBlocked:
    case Verdict::kFailedOnUs:
    case Verdict::kRefusedNumber:
    case Verdict::kRefusedUs:
    case Verdict::kNotPlaced:
    case Verdict::kUnresolved:
      return std::nullopt;
  }
  return std::nullopt;
}

// What an event does to a state that takes it. That it does is decided by the table, so each
// on() knows where it is called: what it asks of the state tells one case of its event from
// another.
class Stepper {
 public:
  Stepper(Outreach outreach, UtcTime now) : o_(std::move(outreach)), now_(now) {}

  OutreachStep take(const OutreachEvent& event) {
    std::visit([this](const auto& happened) { on(happened); }, event);
    return {std::move(o_), std::move(effects_)};
  }

 private:
  bool in(OutreachState state) const { return o_.state == state; }

  void on(const GateSaid& said) {
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

  void on(const DeadlinePassed&) { give_up(late()); }

  void on(const Woken& woken) {
    if (!o_.awaits) ask_from(woken.earliest);
  }

  void on(const DialerResumed& resumed) {
    if (o_.deadline) *o_.deadline += now_ - std::max(resumed.stood_since, o_.created_at);
    if (o_.blocked) ask_from(now_);
  }

  void on(const PausedTooLong&) { fail("paused"); }

  void on(const AwaitedCallEnded& ended) {
    if (!o_.awaits) return;
    o_.awaits.reset();
    o_.due = ended.at + o_.plan.after_call_end;
    o_.deadline = ended.at + o_.plan.deadline;
    if (in(OutreachState::kWaiting)) wait_until(o_.due, "");
  }

  void on(const AwaitedCallLost&) {
    if (!o_.awaits) return;
    o_.awaits.reset();
    attention(AttentionReason::kCallUnresolved,
              "the call before this hand-over was never seen to end, so it was not dialled",
              "look the call up at the platform; use retry if the caller should be rung");
    give_up("end of the call before was never seen");
  }

  void on(const DialAccepted&) { o_.state = OutreachState::kRinging; }
  void on(const DialUnclear&) { o_.state = OutreachState::kVerifying; }
  void on(const LegAnswered&) { o_.state = OutreachState::kTalking; }
  void on(const LegEnded&) { o_.state = OutreachState::kTalking; }

  void on(const LegJudged& leg) {
    const int machines = std::exchange(o_.machines, 0);
    switch (leg.verdict) {
      case Verdict::kVoicemail:
      case Verdict::kScreener:
      case Verdict::kMenu:
        o_.machines = machines + 1;
        return missed(leg, o_.machines < kMachinesInARow);
      case Verdict::kBusy:
      case Verdict::kNoAnswer:
      case Verdict::kDeclined:
      case Verdict::kFailed:
      case Verdict::kRefusedNumber:
      case Verdict::kNotPlaced:
        return missed(leg, true);
      case Verdict::kNobody:
      case Verdict::kUnsure:
        return missed(leg, false);
      case Verdict::kBlocked:
        return give_up(std::string(text_of(leg.verdict)));
      case Verdict::kAnswered:
      case Verdict::kBrief:
        return answered(leg);
      case Verdict::kFailedOnUs:
        o_.error = text_of(leg.verdict);
        if (++o_.failed_on_us >= kFailuresOnUs) return give_up(o_.error);
        return return_unused("the platform ended the call for something of ours");
      case Verdict::kRefusedUs:
        return return_unused("the platform did not take the dial");
      case Verdict::kUnresolved:
        attention(AttentionReason::kCallUnresolved,
                  "nobody can say what became of a call that was dialled",
                  "look the call up at the platform; it is not dialled again");
        return give_up(std::string(text_of(leg.verdict)));
    }
  }

  void on(const PersonProved& proved) {
    // An onboarding goes on as after any talk that was not enough.
    if (o_.plan.is_onboarding() && !proved.goal_met) return;
    o_.conversation = proved.conversation;
    end(OutreachState::kConnected, Via::kCall);
  }

  void on(const CallerCalledIn& in_call) {
    if (in(OutreachState::kWaiting)) {
      note_inbound(in_call);
      hold();
    } else if (!o_.held_by) {
      note_inbound(in_call);
    }
  }

  void on(const InboundOver& over) {
    if (o_.held_by != over.call) return;
    const bool enough = over.goal_met || planted(Bug::kAnyCallInFulfils);
    const bool fulfilled = o_.fulfilling && enough;
    o_.held_by.reset();
    o_.fulfilling = false;
    // The leg that was followed first has decided.
    if (in(OutreachState::kWaiting) || in(OutreachState::kTexting)) return;
    // A leg that still rings, or is not judged yet, is no reason to ring again: they have talked.
    if (fulfilled) {
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
    if (o_.leg && !in(OutreachState::kTalking)) effects_.emplace_back(StopRinging{*o_.leg});
    end(OutreachState::kCancelled, Via::kNothing);
  }

  void on(const TextUnderWay& text) { wait_until(text.answer_by, ""); }

  void on(const TextPutOff& text) { wait_until(text.until, text.why); }

  void on(const TextHandedOver& text) {
    o_.text_confirmed = text.confirmed;
    end(OutreachState::kTexted, Via::kText);
  }

  void on(const TextImpossible& text) {
    fail(o_.error.empty() ? text.why : o_.error + "; " + text.why);
  }

  void answered(const LegJudged& leg) {
    const bool late = now_ - leg.ended_at >= std::chrono::seconds(60);
    if (planted(Bug::kTextsAfterLateVerdict) && late) return give_up("no verdict");
    const bool brief = leg.verdict == Verdict::kBrief;
    if (o_.plan.is_onboarding() && !leg.goal_met) {
      o_.error = brief ? "brief" : "incomplete";
      return brief ? give_up(o_.error) : retry(leg.ended_at, o_.plan.retry);
    }
    o_.brief = brief;
    o_.conversation = leg.conversation;
    end(OutreachState::kConnected, Via::kCall);
  }

  // `again`: it is retried where the plan does not say otherwise.
  void missed(const LegJudged& leg, bool again) {
    // Whoever told all that was wanted was reached, whatever was heard of them.
    if (o_.plan.is_onboarding() && leg.goal_met) return answered(leg);
    o_.error = text_of(leg.verdict);
    if (o_.held_by) return hold();
    const auto miss = miss_of(leg.verdict);
    const auto& rules = o_.plan.retry_on;
    const auto rule = std::find_if(rules.begin(), rules.end(),
                                   [&](const RetryRule& one) { return one.on == miss; });
    if (rule != rules.end()) return retry(leg.ended_at, rule->after);
    if (!again) return give_up(o_.error);
    retry(leg.ended_at, o_.plan.retry);
  }

  void retry(UtcTime ended_at, const std::vector<Millis>& delays) {
    o_.leg.reset();
    const auto used = static_cast<std::size_t>(o_.retries);
    if (used >= delays.size()) return give_up(o_.error);
    const UtcTime due = std::max(ended_at + delays[used], now_);
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

  void ask_from(UtcTime earliest) {
    o_.ask_at = std::max(o_.due, earliest);
    o_.blocked = false;
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
  const Response response = response_of(outreach.state, event.index());
  if (response != Response::kTakes) return {std::move(outreach), {}, response};
  return Stepper(std::move(outreach), now).take(event);
}

OutreachResult result_of(const Outreach& outreach) {
  const bool success = outreach.state == OutreachState::kConnected;
  return {success, outreach.retries, success ? "" : outreach.error, outreach.via};
}

}  // namespace pl::core
