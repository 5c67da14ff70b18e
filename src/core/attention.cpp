#include "core/attention.h"

namespace pl::core {

std::string_view text_of(AttentionReason reason) {
  switch (reason) {
    case AttentionReason::kOutreachFailed:
      return "outreach-failed";
    case AttentionReason::kCallUnresolved:
      return "call-unresolved";
    case AttentionReason::kTextUnconfirmed:
      return "text-unconfirmed";
    case AttentionReason::kDialerPaused:
      return "dialer-paused";
    case AttentionReason::kToolsUnresolved:
      return "tools-unresolved";
    case AttentionReason::kWebhookRefused:
      return "webhook-refused";
    case AttentionReason::kTextUndelivered:
      return "text-undelivered";
    case AttentionReason::kEventUndelivered:
      return "event-undelivered";
    case AttentionReason::kErasureStuck:
      return "erasure-stuck";
    case AttentionReason::kLinesRefused:
      return "lines-refused";
    case AttentionReason::kPersonaDrift:
      return "persona-drift";
    case AttentionReason::kOverridesOff:
      return "overrides-off";
    case AttentionReason::kPlatformRefused:
      return "platform-refused";
    case AttentionReason::kRowSetAside:
      return "row-set-aside";
  }
  return "";
}

std::optional<AttentionReason> attention_reason_from(std::string_view text) {
  for (const AttentionReason reason :
       {AttentionReason::kOutreachFailed, AttentionReason::kCallUnresolved,
        AttentionReason::kTextUnconfirmed, AttentionReason::kDialerPaused,
        AttentionReason::kToolsUnresolved, AttentionReason::kWebhookRefused,
        AttentionReason::kTextUndelivered, AttentionReason::kEventUndelivered,
        AttentionReason::kErasureStuck, AttentionReason::kLinesRefused,
        AttentionReason::kPersonaDrift, AttentionReason::kOverridesOff,
        AttentionReason::kPlatformRefused, AttentionReason::kRowSetAside}) {
    if (text_of(reason) == text) return reason;
  }
  return std::nullopt;
}

}  // namespace pl::core
