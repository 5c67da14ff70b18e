#include "platforms/text_result.h"

#include <fmt/format.h>

#include <utility>

#include "base/overloaded.h"

namespace pl::platforms {
namespace {

constexpr Millis kLater = std::chrono::seconds(5);

ports::TextResult refusal(wire::TextRefused refused, std::string_view at_fault) {
  switch (refused.cause) {
    case wire::RefusedFor::kUs:
      return ports::TextRefused{fmt::format("{}: {}", at_fault, refused.why)};
    case wire::RefusedFor::kAddress:
    case wire::RefusedFor::kOptOut:
      break;
  }
  return ports::TextRefused{std::move(refused.why)};
}

}  // namespace

ports::TextResult text_result(wire::TextReply reply, std::string_view at_fault) {
  return std::visit(
      Overloaded{[](wire::TextAccepted accepted) -> ports::TextResult {
                   return ports::TextAccepted{std::move(accepted.id)};
                 },
                 [&](wire::TextRefused refused) { return refusal(std::move(refused), at_fault); },
                 [](wire::TextLater later) -> ports::TextResult {
                   return ports::TextLater{later.retry_after, std::move(later.why)};
                 },
                 [](wire::TextUnknown unknown) -> ports::TextResult {
                   return ports::TextUnknown{std::move(unknown.why)};
                 }},
      std::move(reply));
}

ports::TextResult unanswered(const Error& error, std::string_view whose) {
  switch (error.code) {
    case Code::kUnavailable:
      return ports::TextLater{kLater, "no connection was made"};
    case Code::kInvalid:
      return ports::TextRefused{fmt::format("the address of {} is no http(s) URL", whose)};
    case Code::kUnauthorized:
    case Code::kNotFound:
    case Code::kConflict:
    case Code::kOutcomeUnknown:
    case Code::kCorrupt:
    case Code::kInternal:
      break;
  }
  return ports::TextUnknown{"no answer came"};
}

}  // namespace pl::platforms
