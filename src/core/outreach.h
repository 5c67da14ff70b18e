// The outreach machine: one intention to reach a caller, carried through dials, inbound calls and a
// text to exactly one end. Pure: the same state, event and time give the same step. How one begins
// is in outreach_birth.h, what each state makes of each event in outreach_table.h; nobody else
// changes one.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/attention.h"
#include "core/line.h"
#include "core/names.h"
#include "core/outreach_event.h"
#include "core/outreach_state.h"

namespace pl::core {

struct Outreach {
  OutreachId id;
  LineName line;
  CallerId caller;
  Plan plan;                        // as it stood when the outreach was made
  Variables variables;              // `variables.<key>` for its templates; clean() values
  std::optional<Template> opening;  // said in place of the scene's
  std::optional<OutreachId> redo;   // the ended one that this one tries again
  UtcTime created_at;

  OutreachState state = OutreachState::kWaiting;
  UtcTime due;                      // no dial before this instant
  UtcTime ask_at;                   // when to look at it next, while waiting or texting
  std::optional<UtcTime> deadline;  // absent while it awaits a call's end
  std::optional<CallId> awaits;     // a hand-over: the call whose end starts its clock
  std::optional<CallId> leg;        // the open attempt
  std::optional<CallId> held_by;    // the inbound call that came first
  bool fulfilling = false;          // ... and plays this outreach's scene
  int retries = 0;                  // used so far
  int machines = 0;                 // the last so many legs were taken by machines
  int failed_on_us = 0;             // legs that the platform ended for something of ours
  bool blocked = false;             // a call's end, or the dialer's resumption, moves it forward
  std::string waits_for;            // why it must wait, for people
  std::string error;                // what the last attempt failed of, or why it gave up

  Via via = Via::kNothing;
  bool brief = false;
  bool text_confirmed = true;  // false: `texted`, but nobody knows whether it arrived
  std::optional<ConversationId> conversation;  // the one that connected
  std::string cancelled_by;                    // who
  std::optional<UtcTime> ended_at;
};

// What must follow a step.
struct PlaceCall {
  CallId leg;
};
// Nobody wants that leg any more, and nobody has answered it yet.
struct StopRinging {
  CallId leg;
};
struct RaiseAttention {
  AttentionReason reason;
  std::string what;
  std::string todo;
};
using OutreachEffect = std::variant<PlaceCall, StopRinging, RaiseAttention>;

// What a state makes of an event.
enum class Response {
  kTakes,
  kIgnores,       // late, repeated, out of order, or of no concern: nothing changes
  kCannotHappen,  // whoever told of it is wrong; nothing changes either
};

struct OutreachStep {
  Outreach outreach;
  std::vector<OutreachEffect> effects;
  Response response = Response::kTakes;
};

OutreachStep step(Outreach outreach, const OutreachEvent& event, UtcTime now);

// What the owning product is told.
struct OutreachResult {
  bool success = false;
  int retries = 0;
  std::string error;  // empty on success
  Via via = Via::kNothing;
};
OutreachResult result_of(const Outreach& outreach);

}  // namespace pl::core
