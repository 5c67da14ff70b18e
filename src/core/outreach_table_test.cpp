// The transition table, row by row and cell by cell: every event in every state. What a row says is
// read from the table; what makes its case is here.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "../../tests/support/sample_outreach.h"
#include "core/outreach_table.h"

namespace pl::core {
namespace {

using namespace std::chrono_literals;
using pl::testing::describe;
using pl::testing::kSampleNow;
using pl::testing::sample_id;
using pl::testing::sample_outreach;

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
void machine_before(Outreach& o) {
  o.machines = 1;
}
void failed_before(Outreach& o) {
  o.failed_on_us = 1;
}
void noted(Outreach& o) {
  o.held_by = kInbound;
}
void fulfilled_meanwhile(Outreach& o) {
  caller_phones(o);
  o.fulfilling = true;
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

// What brings a case of the table about, in every state of its rows.
struct Example {
  const char* when;
  OutreachEvent event;
  Arrange arrange = as_it_is;
};

std::vector<Example> waiting_examples() {
  const UtcTime deadline = kSampleNow + 10min;
  return {
      {"open", gate(GateOpen{})},
      {"later", gate(GateWait{kSampleNow + 90s, "hours"})},
      {"later", gate(GateWait{deadline, "hours"})},
      {"later than the deadline", gate(GateWait{deadline + 1ms, "hours"})},
      {"busy", gate(GateBusy{"no free slot"})},
      {"never", gate(GateNever{"premium"})},
      {"", DeadlinePassed{}},
      {"", Woken{kSampleNow + 90s}},
      {"it awaits a call", Woken{kSampleNow + 90s}, awaiting},
      {"", DialerResumed{kSampleNow}},
      {"", PausedTooLong{}},
      {"", AwaitedCallEnded{kSampleNow}, awaiting},
      {"it awaits none", AwaitedCallEnded{kSampleNow}},
      {"", AwaitedCallLost{}, awaiting},
      {"it awaits none", AwaitedCallLost{}},
  };
}

std::vector<Example> leg_examples() {
  constexpr const char* kGivesUp = "not answered, no retry left or in time";
  constexpr const char* kIncomplete = "answered, goal unmet, no retry left or in time";
  std::vector<Example> examples{
      {"", DialAccepted{}},
      {"", DialUnclear{}},
      {"", LegAnswered{}},
      {"", LegEnded{}},
      {"a machine", judged(Verdict::kVoicemail), onboarding},
      {kGivesUp, judged(Verdict::kBusy), used_up},
      {kGivesUp, judged(Verdict::kBusy), too_late_to_retry},
      {"answered or brief, goal met", judged(Verdict::kAnswered)},
      {"answered or brief, goal met", judged(Verdict::kAnswered), caller_phones},
      {"answered or brief, goal met", judged(Verdict::kBrief)},
      {"answered or brief, goal met", judged(Verdict::kAnswered, true), onboarding},
      {"answered or brief, goal met", judged(Verdict::kBrief, true), onboarding},
      {"answered, goal unmet", judged(Verdict::kAnswered), onboarding},
      {kIncomplete, judged(Verdict::kAnswered), onboarding_used_up},
      {"brief, goal unmet", judged(Verdict::kBrief), onboarding},
      {"refused, not for the number's sake", judged(Verdict::kRefusedUs)},
      {"refused so, the caller phones", judged(Verdict::kRefusedUs), caller_phones},
      {"unresolved", judged(Verdict::kUnresolved)},
      {"they want no calls", judged(Verdict::kBlocked)},
      {"failed on us", judged(Verdict::kFailedOnUs)},
      {"failed on us again", judged(Verdict::kFailedOnUs), failed_before},
      {"", PersonProved{true, ConversationId{"conv_1"}}},
      {"goal unmet", PersonProved{false, ConversationId{"conv_1"}}, onboarding},
  };
  for (const Verdict verdict : {Verdict::kVoicemail, Verdict::kScreener, Verdict::kMenu}) {
    examples.push_back({"a machine", judged(verdict)});
    examples.push_back({"a second machine in a row", judged(verdict), machine_before});
    examples.push_back({"not answered, the caller phones", judged(verdict), caller_phones});
  }
  for (const Verdict verdict : {Verdict::kNobody, Verdict::kUnsure}) {
    examples.push_back({"nobody, or unsure who", judged(verdict)});
    examples.push_back({"not answered, the caller phones", judged(verdict), caller_phones});
  }
  for (const Verdict verdict : {Verdict::kBusy, Verdict::kNoAnswer, Verdict::kDeclined,
                                Verdict::kFailed, Verdict::kRefusedNumber, Verdict::kNotPlaced}) {
    examples.push_back({"not answered", judged(verdict)});
    examples.push_back({"not answered, the caller phones", judged(verdict), caller_phones});
  }
  return examples;
}

std::vector<Example> person_examples() {
  return {
      {"", CallerCalledIn{kOther, false}},
      {"another call is noted", CallerCalledIn{kOther, true}, caller_phones},
      {"it fulfilled the goal", over(kInbound, true), fulfilled_meanwhile},
      {"it did not", over(kInbound, false), caller_phones},
      {"it did not", over(kInbound, true), caller_phones},
      {"it did not", over(kInbound, false), fulfilled_meanwhile},
      {"it did not, past the deadline", over(kInbound, false), overdue},
      {"", over(kInbound, true), noted},
      {"of another call", over(kOther, true), fulfilled_meanwhile},
      {"", Withdrawn{"caller", "opted out"}},
      {"", TextUnderWay{kSampleNow + 90s}},
      {"", TextPutOff{kSampleNow + 90s, "hours"}},
      {"", TextHandedOver{true}},
      {"", TextHandedOver{false}},
      {"", TextImpossible{"no channel"}},
  };
}

const std::vector<Example>& examples() {
  static const std::vector<Example> kExamples = [] {
    std::vector<Example> all = waiting_examples();
    for (const auto& more : {leg_examples(), person_examples()}) {
      all.insert(all.end(), more.begin(), more.end());
    }
    return all;
  }();
  return kExamples;
}

std::vector<Transition> rows_of(OutreachState state, const OutreachEvent& event) {
  std::vector<Transition> rows;
  for (const Transition& row : transitions()) {
    if (row.event == event.index() && row.from.has(state)) rows.push_back(row);
  }
  return rows;
}

// The row of the example's case; where that state has none, any of the event.
std::vector<Transition> rows_for(const Example& example, OutreachState state) {
  std::vector<Transition> rows = rows_of(state, example.event);
  for (const Transition& row : rows) {
    if (row.when == example.when) return {row};
  }
  return rows;
}

OutreachState target_of(const Transition& row, const Outreach& before) {
  switch (row.target.move) {
    case Move::kNone:
    case Move::kStay:
      return before.state;
    case Move::kTo:
      return row.target.to;
    case Move::kGiveUp:
      return before.plan.then == Fallback::kText ? OutreachState::kTexting : OutreachState::kFailed;
  }
  return before.state;
}

// "texting attention": what a step looks like that does as the row says.
std::string outcome_of(const Transition& row, const Outreach& before) {
  std::string text(text_of(target_of(row, before)));
  switch (row.target.follows) {
    case Follows::kNothing:
      break;
    case Follows::kPlaceCall:
      text += " place-call";
      break;
    case Follows::kStopRinging:
      text += " stop-ringing";
      break;
    case Follows::kAttention:
      text += " attention";
      break;
  }
  const bool failed = row.target.move == Move::kGiveUp && before.plan.then == Fallback::kNothing;
  return failed ? text + " attention" : text;
}

bool does_as_told(const OutreachStep& taken, const Transition& row, const Outreach& before) {
  const bool changed = describe(taken.outreach) != describe(before);
  return changed == (row.target.move != Move::kNone) && describe(taken) == outcome_of(row, before);
}

std::string name_of(const Example& example, OutreachState state) {
  return std::string(kEventNames[example.event.index()]) + ": " + example.when + ", while " +
         std::string(text_of(state));
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

TEST(OutreachTable, EveryEventInEveryStateDoesWhatItsRowSays) {
  for (const Example& example : examples()) {
    for (const OutreachState state : kEvery<OutreachState>) {
      for (const Fallback then : {Fallback::kText, Fallback::kNothing}) {
        SCOPED_TRACE(name_of(example, state));
        Outreach before = standing_in(state);
        example.arrange(before);
        before.plan.then = then;
        const OutreachStep taken = step(before, example.event, kSampleNow + kElapsed);
        if (!is_terminal(state)) expect_consistent(taken.outreach);
        const auto rows = rows_for(example, state);
        if (rows.empty()) {
          EXPECT_EQ(describe(taken), std::string(text_of(state)) + " cannot-happen");
          EXPECT_EQ(describe(taken.outreach), describe(before));
        } else {
          EXPECT_TRUE(std::any_of(rows.begin(), rows.end(), [&](const Transition& row) {
            return does_as_told(taken, row, before);
          })) << describe(taken);
        }
      }
    }
  }
}

TEST(OutreachTable, EveryRowHasAnExample) {
  for (const Transition& row : transitions()) {
    EXPECT_TRUE(std::any_of(examples().begin(), examples().end(),
                            [&](const Example& example) {
                              return example.event.index() == row.event && example.when == row.when;
                            }))
        << kEventNames[row.event] << ": " << row.when;
  }
}

TEST(OutreachTable, EveryExampleIsOfACaseOfTheTable) {
  for (const Example& example : examples()) {
    EXPECT_TRUE(std::any_of(transitions().begin(), transitions().end(),
                            [&](const auto& row) {
                              return example.event.index() == row.event && example.when == row.when;
                            }))
        << kEventNames[example.event.index()] << ": " << example.when;
  }
}

TEST(OutreachTable, OneCaseOfAStateAndEventIsInOneRow) {
  for (const Transition& row : transitions()) {
    for (const OutreachState state : kEvery<OutreachState>) {
      EXPECT_LE(std::count_if(transitions().begin(), transitions().end(),
                              [&](const auto& other) {
                                return other.event == row.event && other.when == row.when &&
                                       row.from.has(state) && other.from.has(state);
                              }),
                1)
          << kEventNames[row.event] << ": " << row.when << ", while " << text_of(state);
    }
  }
}

// Whatever a damaged row may hold.
TEST(OutreachTable, TerminalStatesNeverChange) {
  for (const Example& example : examples()) {
    for (const OutreachState state : kEvery<OutreachState>) {
      if (!is_terminal(state)) continue;
      SCOPED_TRACE(name_of(example, state));
      Outreach before = standing_in(state);
      before.leg = kLeg;
      before.held_by = kInbound;
      example.arrange(before);
      const OutreachStep taken = step(before, example.event, kSampleNow + kElapsed);
      EXPECT_EQ(describe(taken.outreach), describe(before));
      EXPECT_TRUE(taken.effects.empty());
    }
  }
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
      const Example& example = examples()[random() % examples().size()];
      const bool had_leg = has_leg(o.state);
      const int retries = o.retries;
      const OutreachStep taken = step(o, example.event, now);
      const auto rows = rows_of(o.state, example.event);
      ASSERT_TRUE(taken.response == Response::kCannotHappen ||
                  std::any_of(rows.begin(), rows.end(),
                              [&](const Transition& row) {
                                return target_of(row, o) == taken.outreach.state;
                              }))
          << name_of(example, o.state);
      o = taken.outreach;
      expect_consistent(o);
      const bool went_back = o.state == OutreachState::kWaiting || o.state == OutreachState::kHeld;
      if (had_leg && went_back && o.retries == retries) ++unused;
      for (const OutreachEffect& effect : taken.effects) {
        if (std::holds_alternative<PlaceCall>(effect)) ++dials;
      }
      ASSERT_LE(dials, allowed + unused) << example.when;
      ASSERT_GE(o.retries, retries) << example.when;
    }
  }
}

}  // namespace
}  // namespace pl::core
