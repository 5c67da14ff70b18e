// Operator items: what a person must look at, and what to do about it.
#pragma once

#include <optional>
#include <string>

#include "base/time.h"
#include "base/words.h"
#include "core/names.h"

namespace pl::core {

enum class AttentionReason {
  kOutreachFailed,    // an outreach ended `failed`
  kCallUnresolved,    // nobody can say whether a call took place, or how it ended
  kTextUnconfirmed,   // a text may or may not have been delivered
  kDialerPaused,      // the platform refuses to dial for us
  kToolsUnresolved,   // a scene's tools are not known to the platform
  kWebhookRefused,    // requests for our own agent carry a wrong secret: callers are hung up on
  kTextUndelivered,   // a text that was accepted did not arrive
  kEventUndelivered,  // an event for the owning product was given up
  kErasureStuck,      // the platform does not delete an erased caller's conversation
  kLinesRefused,      // the lines' files were read again and are not good
  kPersonaDrift,      // a call was not as it was asked for; the line's dialer stands still
  kOverridesOff,      // the agent's settings do not allow what the line needs
  kPlatformRefused,   // the platform refuses our key, or knows no such agent
  kRowSetAside,       // a stored row that nobody can work with; it is tried again
  kCallFailedOnUs,    // the platform ended somebody's call for something of ours
  kNumberFlagged,     // networks decline the line's calls for what they think of its number
  kZonesOld,          // the system's time zones are more than a year old
  kAreaUnknown,       // numbers are dialled in an area that the numbering plans do not know
};
constexpr auto words_of(AttentionReason) {
  using enum AttentionReason;
  return word_table<AttentionReason>({{kOutreachFailed, "outreach-failed"},
                                      {kCallUnresolved, "call-unresolved"},
                                      {kTextUnconfirmed, "text-unconfirmed"},
                                      {kDialerPaused, "dialer-paused"},
                                      {kToolsUnresolved, "tools-unresolved"},
                                      {kWebhookRefused, "webhook-refused"},
                                      {kTextUndelivered, "text-undelivered"},
                                      {kEventUndelivered, "event-undelivered"},
                                      {kErasureStuck, "erasure-stuck"},
                                      {kLinesRefused, "lines-refused"},
                                      {kPersonaDrift, "persona-drift"},
                                      {kOverridesOff, "overrides-off"},
                                      {kPlatformRefused, "platform-refused"},
                                      {kRowSetAside, "row-set-aside"},
                                      {kCallFailedOnUs, "call-failed-on-us"},
                                      {kNumberFlagged, "number-flagged"},
                                      {kZonesOld, "zones-old"},
                                      {kAreaUnknown, "area-unknown"}});
}

struct Attention {
  AttentionId id;
  LineName line;
  AttentionReason reason = AttentionReason::kOutreachFailed;
  std::string subject;  // the id of what it is about; one open item a reason and subject
  std::string what;     // free of personal data
  std::string todo;
  UtcTime raised_at;
  std::optional<UtcTime> resolved_at;
};

}  // namespace pl::core
