// The transition table of outreach.cpp, cell by cell: every event in every state.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "../../tests/support/sample_outreach.h"
#include "core/outreach.h"

namespace pl::core {
namespace {

using namespace std::chrono_literals;
using pl::testing::describe;
using pl::testing::kSampleNow;
using pl::testing::sample_id;
using pl::testing::sample_outreach;

constexpr OutreachState kOpen[] = {OutreachState::kWaiting,   OutreachState::kDialing,
                                   OutreachState::kRinging,   OutreachState::kTalking,
                                   OutreachState::kVerifying, OutreachState::kHeld,
                                   OutreachState::kTexting};
constexpr OutreachState kTerminal[] = {OutreachState::kConnected, OutreachState::kTexted,
                                       OutreachState::kFailed, OutreachState::kCancelled};

const CallId kLeg = sample_id<CallId>(1);
const CallId kNextLeg = sample_id<CallId>(2);
const CallId kInbound = sample_id<CallId>(3);
const CallId kOther = sample_id<CallId>(4);

// A hand-over that used one of its three retries, as it may stand in `state`.
Outreach standing_in(OutreachState state) {
  Outreach o = sample_outreach("handoff");
  o.state = state;
  o.retries = 1;
  o.error = "busy";
  if (has_leg(state)) o.leg = kLeg;
  if (state == OutreachState::kHeld) o.held_by = kInbound;
  if (is_terminal(state)) o.ended_at = kSampleNow;
  return o;
}

using Arrange = void (*)(Outreach&);
void as_it_is(Outreach&) {}
void awaiting(Outreach& o) {
  o.awaits = kOther;
  o.deadline.reset();
}
void fulfilling(Outreach& o) {
  o.fulfilling = true;
}
void used_up(Outreach& o) {
  o.retries = 3;
}
void overdue(Outreach& o) {
  o.deadline = kSampleNow + 59s;
}
void too_late_to_retry(Outreach& o) {
  o.deadline = kSampleNow + 61s;
}
void caller_phones(Outreach& o) {
  if (has_leg(o.state)) o.held_by = kInbound;
}
void fulfilled_meanwhile(Outreach& o) {
  caller_phones(o);
  o.fulfilling = true;
}
void without_text(Outreach& o) {
  o.plan.then = Fallback::kNothing;
}
void without_text_used_up(Outreach& o) {
  without_text(o);
  used_up(o);
}
void onboarding(Outreach& o) {
  o.plan = sample_outreach("onboarding").plan;
  o.deadline = kSampleNow + o.plan.deadline;
}
void onboarding_used_up(Outreach& o) {
  onboarding(o);
  used_up(o);
}

GateSaid gate(GateAnswer answer) {
  return {std::move(answer), kNextLeg};
}
LegJudged judged(Verdict verdict, bool goal_met = false) {
  return {verdict, kSampleNow + 50s, goal_met, ConversationId{"conv_1"}};
}
InboundOver over(CallId call, bool goal_met) {
  return {call, kSampleNow + 50s, goal_met, ConversationId{"conv_2"}};
}

using States = std::vector<OutreachState>;
const States kWaiting{OutreachState::kWaiting};
const States kDialing{OutreachState::kDialing};
const States kUnanswered{OutreachState::kDialing, OutreachState::kRinging,
                         OutreachState::kVerifying};
const States kLegs{OutreachState::kDialing, OutreachState::kRinging, OutreachState::kVerifying,
                   OutreachState::kTalking};
const States kHeld{OutreachState::kHeld};
const States kTexting{OutreachState::kTexting};
const States kAnyOpen(std::begin(kOpen), std::end(kOpen));

// "same": changed, but still in that state.
struct Move {
  States from;
  const char* to;  // and the effects
};

struct Case {
  const char* name;
  OutreachEvent event;
  Arrange arrange;
  std::vector<Move> moves;  // in every state they do not name, nothing at all may change

  std::string expected(OutreachState state) const {
    for (const Move& move : moves) {
      if (std::find(move.from.begin(), move.from.end(), state) == move.from.end()) continue;
      return move.to == std::string("same") ? std::string(text_of(state)) : move.to;
    }
    return "";
  }
};

std::vector<Case> waiting_cases() {
  const UtcTime deadline = kSampleNow + 10min;
  return {
      {"gate open", gate(GateOpen{}), as_it_is, {{kWaiting, "dialing place-call"}}},
      {"gate: wait", gate(GateWait{kSampleNow + 90s, "hours"}), as_it_is, {{kWaiting, "same"}}},
      {"gate: wait to the deadline",
       gate(GateWait{deadline, "hours"}),
       as_it_is,
       {{kWaiting, "same"}}},
      {"gate: wait beyond it",
       gate(GateWait{deadline + 1ms, "hours"}),
       as_it_is,
       {{kWaiting, "texting"}}},
      {"gate: wait beyond it, no text",
       gate(GateWait{deadline + 1ms, "hours"}),
       without_text,
       {{kWaiting, "failed attention"}}},
      {"gate: busy", gate(GateBusy{"no free slot"}), as_it_is, {{kWaiting, "same"}}},
      {"gate: never", gate(GateNever{"premium"}), as_it_is, {{kWaiting, "texting"}}},
      {"gate: never, no text",
       gate(GateNever{"premium"}),
       without_text,
       {{kWaiting, "failed attention"}}},
      {"deadline passed", DeadlinePassed{}, as_it_is, {{kWaiting, "texting"}}},
      {"deadline passed, no text",
       DeadlinePassed{},
       without_text,
       {{kWaiting, "failed attention"}}},
      {"awaited call ended",
       AwaitedCallEnded{kSampleNow},
       awaiting,
       {{kWaiting, "same"}, {kHeld, "same"}}},
      {"a call ended that is not awaited", AwaitedCallEnded{kSampleNow}, as_it_is, {}},
      {"awaited call lost", AwaitedCallLost{}, awaiting, {{kWaiting, "texting attention"}}},
      {"a call lost that is not awaited", AwaitedCallLost{}, as_it_is, {}},
      {"paused too long", PausedTooLong{}, as_it_is, {{kWaiting, "failed attention"}}},
  };
}

std::vector<Case> leg_cases() {
  return {
      {"accepted",
       DialAccepted{},
       as_it_is,
       {{{OutreachState::kDialing, OutreachState::kVerifying}, "ringing"}}},
      {"unclear", DialUnclear{}, as_it_is, {{kDialing, "verifying"}}},
      {"answered", LegAnswered{}, as_it_is, {{kUnanswered, "talking"}}},
      {"ended", LegEnded{}, as_it_is, {{kUnanswered, "talking"}}},
      {"busy", judged(Verdict::kBusy), as_it_is, {{kLegs, "waiting"}}},
      {"no answer", judged(Verdict::kNoAnswer), as_it_is, {{kLegs, "waiting"}}},
      {"failed", judged(Verdict::kFailed), as_it_is, {{kLegs, "waiting"}}},
      {"voicemail", judged(Verdict::kVoicemail), as_it_is, {{kLegs, "waiting"}}},
      {"number refused", judged(Verdict::kRefusedNumber), as_it_is, {{kLegs, "waiting"}}},
      {"not placed", judged(Verdict::kNotPlaced), as_it_is, {{kLegs, "waiting"}}},
      {"refused", judged(Verdict::kRefusedUs), as_it_is, {{kLegs, "waiting"}}},
      {"busy, caller phones", judged(Verdict::kBusy), caller_phones, {{kLegs, "held"}}},
      {"refused, caller phones", judged(Verdict::kRefusedUs), caller_phones, {{kLegs, "held"}}},
      {"busy, retries used", judged(Verdict::kBusy), used_up, {{kLegs, "texting"}}},
      {"busy, retries used, no text",
       judged(Verdict::kBusy),
       without_text_used_up,
       {{kLegs, "failed attention"}}},
      {"busy, too late to retry", judged(Verdict::kBusy), too_late_to_retry, {{kLegs, "texting"}}},
      {"answered", judged(Verdict::kAnswered), as_it_is, {{kLegs, "connected"}}},
      {"answered, caller phones",
       judged(Verdict::kAnswered),
       caller_phones,
       {{kLegs, "connected"}}},
      {"brief", judged(Verdict::kBrief), as_it_is, {{kLegs, "connected"}}},
      {"unresolved", judged(Verdict::kUnresolved), as_it_is, {{kLegs, "texting attention"}}},
      {"incomplete", judged(Verdict::kAnswered), onboarding, {{kLegs, "waiting"}}},
      {"incomplete, retries used",
       judged(Verdict::kAnswered),
       onboarding_used_up,
       {{kLegs, "texting"}}},
      {"complete", judged(Verdict::kAnswered, true), onboarding, {{kLegs, "connected"}}},
      {"brief onboarding", judged(Verdict::kBrief), onboarding, {{kLegs, "texting"}}},
      {"brief but complete", judged(Verdict::kBrief, true), onboarding, {{kLegs, "connected"}}},
      {"onboarding voicemail", judged(Verdict::kVoicemail), onboarding, {{kLegs, "waiting"}}},
  };
}

std::vector<Case> person_cases() {
  return {
      {"called in",
       CallerCalledIn{kOther, false},
       as_it_is,
       {{kWaiting, "held"}, {kUnanswered, "same"}}},
      {"called in again", CallerCalledIn{kOther, true}, caller_phones, {{kWaiting, "held"}}},
      {"inbound over", over(kInbound, false), as_it_is, {{kHeld, "waiting"}}},
      {"inbound over, met, not fulfilling", over(kInbound, true), as_it_is, {{kHeld, "waiting"}}},
      {"inbound over, fulfilled", over(kInbound, true), fulfilling, {{kHeld, "connected"}}},
      {"inbound over, unmet", over(kInbound, false), fulfilling, {{kHeld, "waiting"}}},
      {"inbound over, too late", over(kInbound, false), overdue, {{kHeld, "texting"}}},
      {"inbound over while a leg is out",
       over(kInbound, true),
       caller_phones,
       {{kLegs, "same"}, {kHeld, "waiting"}}},
      {"inbound over, fulfilled, while a leg is out",
       over(kInbound, true),
       fulfilled_meanwhile,
       {{kLegs, "connected"}, {kHeld, "connected"}}},
      {"another inbound over", over(kOther, true), fulfilling, {}},
      {"withdrawn",
       Withdrawn{"caller", "opted out"},
       as_it_is,
       {{kUnanswered, "cancelled stop-ringing"}, {kAnyOpen, "cancelled"}}},
      {"text handed over", TextHandedOver{true}, as_it_is, {{kTexting, "texted"}}},
      {"text unconfirmed", TextHandedOver{false}, as_it_is, {{kTexting, "texted"}}},
      {"text impossible", TextImpossible{"no channel"}, as_it_is, {{kTexting, "failed attention"}}},
  };
}

const std::vector<Case>& cases() {
  static const std::vector<Case> kCases = [] {
    std::vector<Case> all = waiting_cases();
    for (const auto& more : {leg_cases(), person_cases()}) {
      all.insert(all.end(), more.begin(), more.end());
    }
    return all;
  }();
  return kCases;
}

constexpr UtcTime::duration kElapsed = 1min;

// What holds of every outreach, wherever it stands.
void expect_consistent(const Outreach& o) {
  EXPECT_EQ(o.leg.has_value(), has_leg(o.state)) << describe(o);
  EXPECT_EQ(o.ended_at.has_value(), is_terminal(o.state)) << describe(o);
  EXPECT_LE(static_cast<std::size_t>(o.retries), o.plan.retry.size()) << describe(o);
  EXPECT_TRUE(o.state != OutreachState::kHeld || o.held_by.has_value()) << describe(o);
  if (is_terminal(o.state)) {
    EXPECT_FALSE(o.awaits || o.held_by || o.blocked || !o.waits_for.empty()) << describe(o);
  }
}

TEST(OutreachTable, EveryEventLeadsFromEveryOpenStateWhereTheTableSays) {
  for (const Case& c : cases()) {
    for (const OutreachState state : kOpen) {
      SCOPED_TRACE(std::string(c.name) + " while " + std::string(text_of(state)));
      Outreach before = standing_in(state);
      c.arrange(before);
      const OutreachStep taken = step(before, c.event, kSampleNow + kElapsed);
      expect_consistent(taken.outreach);
      const std::string expected = c.expected(state);
      if (expected.empty()) {
        EXPECT_EQ(describe(taken.outreach), describe(before));
        EXPECT_TRUE(taken.effects.empty());
      } else {
        EXPECT_EQ(describe(taken), expected);
        EXPECT_NE(describe(taken.outreach), describe(before));
      }
    }
  }
}

TEST(OutreachTable, TerminalStatesNeverChange) {
  for (const Case& c : cases()) {
    for (const OutreachState state : kTerminal) {
      SCOPED_TRACE(std::string(c.name) + " while " + std::string(text_of(state)));
      Outreach before = standing_in(state);
      before.leg = kLeg;  // whatever a damaged row may hold
      before.held_by = kInbound;
      c.arrange(before);
      const OutreachStep taken = step(before, c.event, kSampleNow + kElapsed);
      EXPECT_EQ(describe(taken.outreach), describe(before));
      EXPECT_TRUE(taken.effects.empty());
    }
  }
}

TEST(OutreachTable, NamesEveryEvent) {
  std::vector<bool> named(std::variant_size_v<OutreachEvent>, false);
  for (const Case& c : cases()) named[c.event.index()] = true;
  for (std::size_t i = 0; i < named.size(); ++i) EXPECT_TRUE(named[i]) << "event " << i;
}

// However events arrive: one end, no more dials than the plan allows, and nothing after the end.
TEST(OutreachTable, RandomEventsNeverBreakAPromise) {
  std::mt19937 random(20260212);
  for (int walk = 0; walk < 20'000; ++walk) {
    Outreach o = sample_outreach(walk % 2 == 0 ? "handoff" : "onboarding");
    const auto allowed = o.plan.retry.size() + 1;
    std::size_t dials = 0;
    std::size_t unused = 0;  // legs that were not dials, or gave way to the caller
    UtcTime now = kSampleNow;
    for (int i = 0; i < 60 && !is_terminal(o.state); ++i, now += 7s) {
      const Case& c = cases()[random() % cases().size()];
      const bool had_leg = has_leg(o.state);
      const int retries = o.retries;
      const OutreachStep taken = step(std::move(o), c.event, now);
      o = taken.outreach;
      expect_consistent(o);
      const bool went_back = o.state == OutreachState::kWaiting || o.state == OutreachState::kHeld;
      if (had_leg && went_back && o.retries == retries) ++unused;
      for (const OutreachEffect& effect : taken.effects) {
        if (std::holds_alternative<PlaceCall>(effect)) ++dials;
      }
      ASSERT_LE(dials, allowed + unused) << c.name;
      ASSERT_GE(o.retries, retries) << c.name;
    }
  }
}

}  // namespace
}  // namespace pl::core
