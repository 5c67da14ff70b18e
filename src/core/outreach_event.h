// What can happen to an outreach. Each event is named for what happened; what follows from it is
// the machine's to say.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/gate.h"
#include "core/names.h"
#include "core/report.h"

namespace pl::core {

struct GateSaid {
  static constexpr std::string_view name = "gate-said";
  GateAnswer answer;
  CallId leg;  // the attempt to open if the gate is open
};
struct DeadlinePassed {
  static constexpr std::string_view name = "deadline-passed";
};
struct Woken {  // what the gate said may be otherwise now
  static constexpr std::string_view name = "woken";
  UtcTime earliest;
};
struct DialerResumed {
  static constexpr std::string_view name = "dialer-resumed";
  UtcTime stood_since;
};
struct PausedTooLong {  // the dialer stood still for a day
  static constexpr std::string_view name = "paused-too-long";
};
struct AwaitedCallEnded {
  static constexpr std::string_view name = "awaited-call-ended";
  UtcTime at;
};
struct AwaitedCallLost {  // its end was never seen
  static constexpr std::string_view name = "awaited-call-lost";
};
struct DialAccepted {  // by the platform, or found there later
  static constexpr std::string_view name = "dial-accepted";
};
struct DialUnclear {
  static constexpr std::string_view name = "dial-unclear";
};
struct LegAnswered {
  static constexpr std::string_view name = "leg-answered";
};
struct LegEnded {  // seen to be over; the verdict is still open
  static constexpr std::string_view name = "leg-ended";
};
struct LegJudged {
  static constexpr std::string_view name = "leg-judged";
  Verdict verdict;
  UtcTime ended_at;
  bool goal_met = false;  // of an onboarding: the caller's stage is `onboarded`
  std::optional<ConversationId> conversation;
};
struct PersonProved {  // at the other end of a leg that was judged to have reached nobody
  static constexpr std::string_view name = "person-proved";
  bool goal_met = false;
  std::optional<ConversationId> conversation;
};
struct CallerCalledIn {
  static constexpr std::string_view name = "caller-called-in";
  CallId call;
  bool fulfils = false;
};
struct InboundOver {
  static constexpr std::string_view name = "inbound-over";
  CallId call;
  UtcTime ended_at;
  bool goal_met = false;
  std::optional<ConversationId> conversation;
};
struct Withdrawn {
  static constexpr std::string_view name = "withdrawn";
  std::string who;
  std::string why;
};
struct TextUnderWay {  // a channel has it, or is asked whether it has
  static constexpr std::string_view name = "text-under-way";
  UtcTime answer_by;
};
struct TextPutOff {  // nobody has it: the hour is not decent, or the channel did not take it
  static constexpr std::string_view name = "text-put-off";
  UtcTime until;
  std::string why;  // why it must wait; empty where it need not
};
struct TextHandedOver {
  static constexpr std::string_view name = "text-handed-over";
  bool confirmed = true;
};
struct TextImpossible {
  static constexpr std::string_view name = "text-impossible";
  std::string why;
};

using OutreachEvent =
    std::variant<GateSaid, DeadlinePassed, Woken, DialerResumed, PausedTooLong, AwaitedCallEnded,
                 AwaitedCallLost, DialAccepted, DialUnclear, LegAnswered, LegEnded, LegJudged,
                 PersonProved, CallerCalledIn, InboundOver, Withdrawn, TextUnderWay, TextPutOff,
                 TextHandedOver, TextImpossible>;

template <class... Events>
constexpr std::array<std::string_view, sizeof...(Events)> names_of(const std::variant<Events...>*) {
  return {Events::name...};
}
// By OutreachEvent::index().
inline constexpr auto kEventNames = names_of(static_cast<const OutreachEvent*>(nullptr));

// The index of an event.
template <class Event>
inline constexpr auto kOf = static_cast<std::size_t>(std::find(kEventNames.begin(),
                                                               kEventNames.end(), Event::name) -
                                                     kEventNames.begin());

}  // namespace pl::core
