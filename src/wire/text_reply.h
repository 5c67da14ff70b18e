// What a provider said about the one POST that a text is.
#pragma once

#include <string>
#include <variant>

#include "base/time.h"

namespace pl::wire {

enum class RefusedFor {
  kAddress,  // nothing reaches this address; another channel may
  kOptOut,   // its owner told the provider to let nothing of ours through
  kUs,       // our account, sender or text is at fault: the address may be fine
};

struct TextAccepted {
  std::string id;  // the provider's for the message; empty when nothing is asked about it later
};
struct TextRefused {
  std::string why;
  RefusedFor cause = RefusedFor::kAddress;
};
struct TextLater {
  Millis retry_after{0};
  std::string why;
};
struct TextUnknown {
  std::string why;
};
// Every `why` is free of personal data, see safe_reason().
using TextReply = std::variant<TextAccepted, TextRefused, TextLater, TextUnknown>;

}  // namespace pl::wire
