// One conversation on the phone, as the facts observed of it. Facts are only ever added, and only
// here: an event that comes late, twice or out of order cannot take one back. How a call begins is
// in call_birth.h.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/aspect.h"
#include "core/evidence.h"
#include "core/line.h"
#include "core/names.h"
#include "core/number.h"
#include "core/override.h"
#include "core/report.h"

namespace pl::core {

enum class Direction { kInbound, kOutbound };
constexpr auto words_of(Direction) {
  using enum Direction;
  return word_table<Direction>({{kInbound, "inbound"}, {kOutbound, "outbound"}});
}

struct Call {
  CallId id;
  LineName line;
  Direction direction = Direction::kInbound;
  std::optional<PhoneNumber> number;   // the person's; empty where it was withheld
  std::optional<CallerId> caller;      // empty for a stranger
  std::optional<OutreachId> outreach;  // outbound: whose attempt it is; inbound: which it fulfils
  int ordinal = 0;                     // outbound: the outreach's dials, from 1
  SceneName scene;
  PersonaName persona;
  std::optional<Stage> stage;  // of the caller, in the transaction that recorded the call
  std::string user_id;         // the platform's name for whom the call is with
  bool safe_scene = false;     // the time budget of the pre-call webhook ran out
  UtcTime started_at;          // outbound: before the POST; inbound: the pre-call webhook
  UtcTime lapses_at;           // without an observed end it no longer counts as live after this

  std::optional<ConversationId> conversation;
  std::optional<CallSid> call_sid;
  std::optional<UtcTime> unclear_at;  // outbound: the POST's outcome became unknown
  std::optional<UtcTime> placed_at;   // outbound: accepted, or found
  std::optional<UtcTime> answered_at;
  // Who was reached, as far as is known: what decided, and what it was. Empty: nobody knows yet.
  std::optional<Answerer> answerer;
  Evidence evidence = Evidence::kNone;
  std::string shown_by;             // free of personal data
  bool tool_called = false;         // seen by our own tool endpoint
  bool completed = false;           // its tool completed the onboarding
  std::optional<UtcTime> ended_at;  // first observation of the end; a lapse is none
  std::optional<Verdict> verdict;
  std::optional<UtcTime> judged_at;
  bool reported = false;   // the platform's final report was seen: nothing more to learn
  std::string failure;     // the platform's or our reason, where there is one
  std::set<Aspect> drift;  // what was reported to be other than it was asked for
  std::chrono::seconds duration{0};
  std::vector<Turn> transcript;

  std::optional<UtcTime> first_negative_at;  // look-up: read everything, found nothing
  std::optional<UtcTime> poll_at;            // when to ask the platform next; empty: never

  friend bool operator==(const Call&, const Call&) = default;
};

inline constexpr std::chrono::seconds kDialPatience{30};  // after the POST; then it is unclear
inline constexpr std::chrono::minutes kUnjudgedCall{2};   // after its end; then nobody knows
inline constexpr std::chrono::minutes kLookupLimit{10};   // after the POST; then unresolved
inline constexpr std::chrono::seconds kLookupSettle{
    180};                                                // after the POST, for a negative to count
inline constexpr std::chrono::seconds kLookupApart{30};  // between the two negatives

// What an observation changed.
struct CallNews {
  bool placed = false;
  bool answered = false;
  bool ended = false;
  bool judged = false;
  bool proved = false;  // a person was reached after all: it was judged to be nobody before
  bool any() const { return placed || answered || ended || judged || proved; }
};

// Takes in what the platform reports. `now` is when it was observed.
CallNews observe(Call& call, const ConversationReport& report, UtcTime now);

// A dial that reached nobody, known from the platform's own event. `why`: its reason; may be empty.
CallNews observe_failure(Call& call, Verdict verdict, std::string_view why, UtcTime now);

// A tool was called in it: the call was placed, something picked up, and the agent speaks. Who
// listens, that does not say. A conversation that is known already stands.
CallNews observe_tool(Call& call, const std::optional<ConversationId>& conversation, UtcTime now);
// What somebody or something else than the words says of who picked up.
CallNews observe_answerer(Call& call, const Judgement& judgement, UtcTime now);
// That tool has completed the onboarding.
void observe_completion(Call& call);

// What was found to be other than it was asked for; returns what of it is new.
std::set<Aspect> observe_drift(Call& call, const std::set<Aspect>& found);

// The reply to the POST, or its absence.
CallNews observe_placed(Call& call, ConversationId conversation, std::optional<CallSid> call_sid,
                        UtcTime now);
CallNews observe_refused(Call& call, Verdict verdict, std::string why, UtcTime now);
// False where it is no news: something else has told what became of the POST.
bool observe_unclear(Call& call, std::string why, UtcTime now);

// A complete look-up found nothing. After two of them, far enough apart and late enough, the call
// never was; its end is then the last of them. (An inbound one was announced by a forged webhook,
// or hung up before the platform began a conversation.)
CallNews observe_absent(Call& call, UtcTime now);

// What time alone decides: an end never seen, a verdict that never came, a look-up without result.
CallNews observe_time(Call& call, UtcTime now);

// When to ask the platform next; empty when there is nothing more to learn. `eager`: an onboarding
// that may end at any moment is asked every 2 s.
std::optional<UtcTime> next_poll(const Call& call, bool eager, UtcTime now);
void plan_poll(Call& call, bool eager, UtcTime now);
// Something that is not proved says that there is news: ask at once. False where nothing is to be
// learnt, or nobody can be asked.
bool hurry_poll(Call& call, UtcTime now);

// A person was reached: the words of a person were heard, or stronger evidence says so.
bool has_person(const Call& call);

// On the phone, or may be: no end observed, not judged without one, and not lapsed.
bool is_live(const Call& call, UtcTime now);
// The POST's reply is neither here nor given up.
bool is_dialing(const Call& call);
bool is_verifying(const Call& call);

// "dialing", "verifying", "ringing", "talking", "ended", "over"
std::string_view state_of(const Call& call);

}  // namespace pl::core
