// A text's result as one line, to be compared.
#pragma once

#include <string>
#include <variant>

#include "base/overloaded.h"
#include "ports/text_channel.h"

namespace pl::platforms {

inline std::string show_result(const ports::TextResult& result) {
  return std::visit(
      Overloaded{[](const ports::TextAccepted&) -> std::string { return "accepted"; },
                 [](const ports::TextRefused& refused) { return "refused: " + refused.why; },
                 [](const ports::TextLater& later) {
                   return "in " + format_duration(later.retry_after) + ": " + later.why;
                 },
                 [](const ports::TextUnknown& unknown) { return "unknown: " + unknown.why; }},
      result);
}

}  // namespace pl::platforms
