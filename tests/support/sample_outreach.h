// Outreaches of the sample line, and a way to read them in a failed test.
#pragma once

#include <fmt/format.h>

#include <string>
#include <variant>

#include "base/overloaded.h"
#include "core/outreach.h"
#include "sample_line.h"

namespace pl::testing {

// An outreach of the sample line's plan, made at kSampleNow and due at once.
inline core::Outreach sample_outreach(const std::string& plan_name) {
  const core::Line line = sample_line();
  const core::Plan* plan = line.find_plan({plan_name});
  PL_CHECK(plan != nullptr);
  core::Outreach made{.id = sample_id<core::OutreachId>(1),
                      .line = line.name,
                      .caller = sample_id<core::CallerId>(1),
                      .plan = *plan,
                      .created_at = kSampleNow};
  made.due = made.ask_at = kSampleNow;
  made.deadline = kSampleNow + plan->deadline;
  return made;
}

namespace sample {

inline std::string show(const std::optional<UtcTime>& time) {
  return time ? format_utc(*time) : "-";
}

template <class Id>
std::string show_id(const std::optional<Id>& id) {
  return id ? id->text() : "-";
}

}  // namespace sample

// Everything of an outreach that a step may change, one `key=value` a line: equal texts, equal
// outreaches.
inline std::string describe(const core::Outreach& o) {
  const std::string conversation = o.conversation ? o.conversation->text : "-";
  return fmt::format(
      "state={}\ndue={}\nask_at={}\ndeadline={}\nawaits={}\nleg={}\nheld_by={}\nfulfilling={}\n"
      "retries={}\nblocked={}\nwaits_for={}\nerror={}\nvia={}\nbrief={}\ntext_confirmed={}\n"
      "conversation={}\ncancelled_by={}\nended_at={}\n",
      text_of(o.state), to_ms(o.due), to_ms(o.ask_at), sample::show(o.deadline),
      sample::show_id(o.awaits), sample::show_id(o.leg), sample::show_id(o.held_by), o.fulfilling,
      o.retries, o.blocked, o.waits_for, o.error, text_of(o.via), o.brief, o.text_confirmed,
      conversation, o.cancelled_by, sample::show(o.ended_at));
}

// "texting attention": the state a step led to, and the effects that must follow. "held
// cannot-happen": a step that nobody may ask for.
inline std::string describe(const core::OutreachStep& step) {
  std::string text(text_of(step.outreach.state));
  for (const core::OutreachEffect& effect : step.effects) {
    text += std::visit(Overloaded{[](const core::PlaceCall&) { return " place-call"; },
                                  [](const core::StopRinging&) { return " stop-ringing"; },
                                  [](const core::RaiseAttention&) { return " attention"; }},
                       effect);
  }
  return step.response == core::Response::kCannotHappen ? text + " cannot-happen" : text;
}

}  // namespace pl::testing
