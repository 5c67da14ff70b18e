#include "engine/webhooks.h"

#include "engine/calls.h"
#include "engine/failures.h"

namespace pl::engine {
namespace {

bool contradicts(const core::Call& call, const core::ConversationReport& report) {
  const bool other = call.conversation && call.conversation != report.conversation;
  return other || (call.call_sid && report.call_sid && call.call_sid != report.call_sid);
}

Result<std::optional<core::Call>> call_of(Turn& turn, const core::PlatformEvent& event,
                                          const ports::InboxItem& item) {
  if (const auto* report = std::get_if<core::ConversationReport>(&event)) {
    if (report->call) {
      PL_TRY(auto by_id, turn.tx.call(*report->call));
      // The id travels through the platform's hands: it must not contradict what is known.
      if (by_id && !contradicts(*by_id, *report)) return by_id;
    }
  }
  if (!item.conversation) return std::nullopt;
  PL_TRY(auto by_conversation, turn.tx.call_by_conversation(*item.conversation));
  const auto* report = std::get_if<core::ConversationReport>(&event);
  if (by_conversation || report == nullptr || !report->call_sid) return by_conversation;
  // What was said in it may have been another call's, with that call's id.
  PL_TRY(auto by_sid, turn.tx.call_by_sid(*report->call_sid));
  if (by_sid && contradicts(*by_sid, *report)) return std::nullopt;
  return by_sid;
}

// Asks the platform soon instead of believing the body.
Result<void> ask_soon(Turn& turn, core::Call call) {
  if (!core::hurry_poll(call, turn.now)) return {};
  return turn.tx.update(call);
}

}  // namespace

Result<void> post_call_event(Turn& turn, ports::InboxItem item, const core::PlatformEvent& event,
                             Freshness freshness) {
  PL_TRY(auto call, call_of(turn, event, item));
  const auto* failed = std::get_if<core::DialFailed>(&event);
  if (!call && failed != nullptr && freshness == Freshness::kFresh) {
    item.parked = true;
    item.failure = failed->verdict;
  }
  PL_TRY(const bool is_new, turn.tx.insert(item));
  if (!is_new || !call) return {};
  if (freshness == Freshness::kHint) return ask_soon(turn, *std::move(call));
  if (failed != nullptr) {
    const core::CallNews news =
        core::observe_failure(*call, failed->verdict, failed->reason, turn.now);
    if (failed->sip == core::kSipNumberFlagged) PL_DO(number_flagged(turn, *call));
    return call_changed(turn, *call, news);
  }
  if (const auto* detected = std::get_if<core::MachineDetected>(&event)) {
    const core::CallNews news = core::observe_answerer(
        *call, {detected->answerer, core::Evidence::kDetection, detected->word}, turn.now);
    return call_changed(turn, *call, news);
  }
  if (const auto* report = std::get_if<core::ConversationReport>(&event)) {
    return call_reported(turn, *call, *report);
  }
  return {};
}

}  // namespace pl::engine
