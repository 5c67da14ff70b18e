#include "core/outreach_table.h"

#include <algorithm>
#include <array>

namespace pl::core {
namespace {

using enum OutreachState;

constexpr States kUnanswered = kDialing | kRinging | kVerifying;
constexpr States kLeg = kUnanswered | kTalking;
constexpr States kEnded = kConnected | kTexted | kFailed | kCancelled;

constexpr Target kIgnored{Move::kNone};
constexpr Target kStays{Move::kStay};
constexpr Target kGivesUp{Move::kGiveUp};
constexpr Target kGivesUpLoudly{Move::kGiveUp, {}, Follows::kAttention};
constexpr Target to(OutreachState state, Follows follows = Follows::kNothing) {
  return {Move::kTo, state, follows};
}

constexpr Transition kTransitions[] = {
    // what it waits for
    {kOf<GateSaid>, kWaiting, "open", to(kDialing, Follows::kPlaceCall), ""},
    {kOf<GateSaid>, kWaiting, "later", kStays, "asked again then"},
    {kOf<GateSaid>, kWaiting, "later than the deadline", kGivesUp, ""},
    {kOf<GateSaid>, kWaiting, "busy", kStays, "asked again when woken, or at the deadline"},
    {kOf<GateSaid>, kWaiting, "never", kGivesUp, ""},
    {kOf<DeadlinePassed>, kWaiting, "", kGivesUp, ""},
    {kOf<Woken>, kWaiting, "", kStays, "asks the gate again"},
    {kOf<Woken>, kWaiting, "it awaits a call", kIgnored, ""},
    {kOf<Woken>, kLeg | kHeld | kTexting, "", kIgnored, ""},
    {kOf<DialerResumed>, kWaiting, "", kStays, "gets back the time that it stood still"},
    {kOf<PausedTooLong>, kWaiting, "", to(kFailed, Follows::kAttention), ""},
    {kOf<AwaitedCallEnded>, kWaiting | kHeld, "", kStays, "due `after_call_end` later"},
    {kOf<AwaitedCallEnded>, kWaiting | kHeld, "it awaits none", kIgnored, ""},
    {kOf<AwaitedCallLost>, kWaiting, "", kGivesUpLoudly, ""},
    {kOf<AwaitedCallLost>, kWaiting, "it awaits none", kIgnored, ""},

    // its leg
    {kOf<DialAccepted>, kDialing | kVerifying, "", to(kRinging), ""},
    {kOf<DialUnclear>, kDialing, "", to(kVerifying), ""},
    {kOf<LegAnswered>, kRinging, "", to(kTalking), ""},
    {kOf<LegAnswered>, kTalking, "", kIgnored, ""},
    {kOf<LegEnded>, kRinging, "", to(kTalking), ""},
    {kOf<LegEnded>, kTalking, "", kIgnored, ""},
    {kOf<LegJudged>, kLeg, "not answered", to(kWaiting), "a retry"},
    {kOf<LegJudged>, kLeg, "not answered, no retry left or in time", kGivesUp, ""},
    {kOf<LegJudged>, kLeg, "not answered, the caller phones", to(kHeld), "no retry used"},
    {kOf<LegJudged>, kLeg, "a machine", to(kWaiting), "a retry"},
    {kOf<LegJudged>, kLeg, "a second machine in a row", kGivesUp, ""},
    {kOf<LegJudged>, kLeg, "nobody, or unsure who", kGivesUp, "unless `retry_on` says otherwise"},
    {kOf<LegJudged>, kLeg, "they want no calls", kGivesUp, ""},
    {kOf<LegJudged>, kLeg, "failed on us", to(kWaiting), "no retry used; the dialer is paused"},
    {kOf<LegJudged>, kLeg, "failed on us again", kGivesUp, ""},
    {kOf<LegJudged>, kLeg, "answered or brief, goal met", to(kConnected), ""},
    {kOf<LegJudged>, kLeg, "answered, goal unmet", to(kWaiting), "a retry"},
    {kOf<LegJudged>, kLeg, "answered, goal unmet, no retry left or in time", kGivesUp, ""},
    {kOf<LegJudged>, kLeg, "brief, goal unmet", kGivesUp, ""},
    {kOf<LegJudged>, kLeg, "refused, not for the number's sake", to(kWaiting), "no retry used"},
    {kOf<LegJudged>, kLeg, "refused so, the caller phones", to(kHeld), "no retry used"},
    {kOf<LegJudged>, kLeg, "unresolved", kGivesUpLoudly, ""},
    {kOf<PersonProved>, kWaiting, "", to(kConnected), "the redial is withdrawn"},
    {kOf<PersonProved>, kWaiting, "goal unmet", kIgnored, ""},
    {kOf<PersonProved>, kLeg | kHeld | kTexting, "", kIgnored, "too late"},

    // the caller, and whoever asked for it
    {kOf<CallerCalledIn>, kWaiting, "", to(kHeld), ""},
    {kOf<CallerCalledIn>, kUnanswered, "", kStays, "noted for when the leg is judged"},
    {kOf<CallerCalledIn>, kUnanswered, "another call is noted", kIgnored, ""},
    {kOf<CallerCalledIn>, kTalking | kHeld | kTexting, "", kIgnored, ""},
    {kOf<InboundOver>, kLeg | kHeld, "it fulfilled the goal", to(kConnected), "via inbound"},
    {kOf<InboundOver>, kHeld, "it did not", to(kWaiting), "due `after_call_end` later at least"},
    {kOf<InboundOver>, kHeld, "it did not, past the deadline", kGivesUp, ""},
    {kOf<InboundOver>, kLeg, "it did not", kStays, "no longer noted"},
    {kOf<InboundOver>, kWaiting | kTexting, "", kStays, "no longer noted"},
    {kOf<InboundOver>, kLeg | kHeld | kWaiting | kTexting, "of another call", kIgnored, ""},
    {kOf<Withdrawn>, kUnanswered, "", to(kCancelled, Follows::kStopRinging), ""},
    {kOf<Withdrawn>, kWaiting | kTalking | kHeld | kTexting, "", to(kCancelled), ""},
    {kOf<Withdrawn>, kEnded, "", kIgnored, ""},
    {kOf<PersonProved>, kEnded, "", kIgnored, "nothing is undone"},

    // its text
    {kOf<TextUnderWay>, kTexting, "", kStays, "looked at again when it must be answered"},
    {kOf<TextPutOff>, kTexting, "", kStays, "tried again then"},
    {kOf<TextPutOff>, kEnded, "", kIgnored, ""},
    {kOf<TextHandedOver>, kTexting, "", to(kTexted), ""},
    {kOf<TextHandedOver>, kEnded, "", kIgnored, ""},
    {kOf<TextImpossible>, kTexting, "", to(kFailed, Follows::kAttention), ""},
};

using Responses =
    std::array<std::array<Response, kEventNames.size()>, kEvery<OutreachState>.size()>;

// A state takes an event if one of its cases changes anything.
constexpr Responses kResponses = [] {
  Responses all{};
  for (auto& row : all) row.fill(Response::kCannotHappen);
  for (const Transition& row : kTransitions) {
    for (const OutreachState state : kEvery<OutreachState>) {
      if (!row.from.has(state)) continue;
      Response& response = all[static_cast<std::size_t>(state)][row.event];
      if (response != Response::kTakes) {
        response = row.target.move == Move::kNone ? Response::kIgnores : Response::kTakes;
      }
    }
  }
  return all;
}();

constexpr bool every_event_is_taken_somewhere() {
  for (std::size_t event = 0; event < kEventNames.size(); ++event) {
    if (std::none_of(kResponses.begin(), kResponses.end(),
                     [&](const auto& row) { return row[event] == Response::kTakes; })) {
      return false;
    }
  }
  return true;
}
static_assert(every_event_is_taken_somewhere());

constexpr bool what_has_ended_takes_nothing() {
  return std::all_of(std::begin(kEvery<OutreachState>), std::end(kEvery<OutreachState>),
                     [](auto state) {
                       const auto& row = kResponses[static_cast<std::size_t>(state)];
                       return !kEnded.has(state) ||
                              std::find(row.begin(), row.end(), Response::kTakes) == row.end();
                     });
}
static_assert(what_has_ended_takes_nothing());

}  // namespace

std::span<const Transition> transitions() {
  return kTransitions;
}

Response response_of(OutreachState state, std::size_t event) {
  return kResponses[static_cast<std::size_t>(state)][event];
}

}  // namespace pl::core
