#include "engine/failures.h"

#include <algorithm>
#include <set>

#include "engine/dialer.h"

namespace pl::engine {
namespace {

constexpr std::size_t kSilentInARow = 3;
constexpr std::chrono::seconds kOpenLongEnough{5};  // whoever hangs up sooner heard nothing yet

// The platform's words about a call, to be shown to a person.
std::string reason_of(const core::Call& call) {
  return call.failure.empty() ? "no reason given" : call.failure;
}

Result<void> stop_dials(Turn& turn, const core::Call& call, const std::string& why,
                        std::string todo) {
  PL_DO(hold_dialer(turn, call, ports::PauseCause::kFailed, why));
  return turn.raise(call.line, core::AttentionReason::kDialerPaused, call.line.text,
                    call.id.text() + ": " + why, std::move(todo));
}

Result<void> failed_on_us(Turn& turn, const core::Call& call) {
  const std::string why = "the platform ended a call for something of ours: " + reason_of(call);
  const std::string todo = "look at " + core::setting_for(call.failure) +
                           "; then run `partyline platform check`, and resolve this item to dial "
                           "again";
  if (call.direction == core::Direction::kOutbound) return stop_dials(turn, call, why, todo);
  return turn.raise(call.line, core::AttentionReason::kCallFailedOnUs, call.line.text,
                    call.id.text() + ": " + why, todo);
}

bool agent_was_heard(const core::Call& call) {
  return std::any_of(call.transcript.begin(), call.transcript.end(),
                     [](const core::Turn& said) { return said.speaker == core::Speaker::kAgent; });
}

bool was_silent(const core::Call& call) {
  return call.verdict == core::Verdict::kNobody && !agent_was_heard(call) && !call.tool_called &&
         call.duration >= kOpenLongEnough;
}

Result<void> look_for_silence(Turn& turn, const core::Call& call) {
  if (call.direction != core::Direction::kOutbound || !was_silent(call)) return {};
  PL_TRY(const auto last, turn.tx.calls({.line = call.line, .live = false}));
  // Where the platform keeps no transcripts, every call looks silent, and that proves nothing.
  if (std::none_of(last.begin(), last.end(), agent_was_heard)) return {};
  std::set<core::PhoneNumber> numbers;
  for (const core::Call& one : last) {
    if (one.direction != core::Direction::kOutbound || !one.verdict || !one.number) continue;
    if (!was_silent(one)) return {};
    numbers.insert(*one.number);
    if (numbers.size() == kSilentInARow) break;
  }
  if (numbers.size() < kSilentInARow) return {};
  return stop_dials(turn, call, "in three calls in a row our agent said nothing",
                    "listen to the conversations at the platform, and try the agent there; then "
                    "resolve this item to dial again");
}

}  // namespace

Result<void> watch_for_our_failures(Turn& turn, const core::Call& call) {
  if (call.verdict == core::Verdict::kFailedOnUs) return failed_on_us(turn, call);
  return look_for_silence(turn, call);
}

Result<void> number_flagged(Turn& turn, const core::Call& call) {
  return turn.raise(
      call.line, core::AttentionReason::kNumberFlagged, call.line.text,
      "a network declined " + call.id.text() + " for what it thinks of the line's number (SIP 608)",
      "register the number with the registries of call labelling, and look at who "
      "is called how often");
}

}  // namespace pl::engine
