#include "engine/webhooks.h"

#include "engine/calls.h"

namespace pl::engine {
namespace {

Result<std::optional<core::Call>> call_of(Turn& turn, const core::PlatformEvent& event,
                                          const ports::InboxItem& item) {
  if (const auto* report = std::get_if<core::ConversationReport>(&event)) {
    if (report->call) {
      PL_TRY(auto by_id, turn.tx.call(*report->call));
      // The id travels through the platform's hands: it must not contradict what is known.
      if (by_id && (!by_id->conversation || by_id->conversation == report->conversation)) {
        return by_id;
      }
    }
  }
  if (!item.conversation) return std::nullopt;
  return turn.tx.call_by_conversation(*item.conversation);
}

// Asks the platform soon instead of believing the body.
Result<void> ask_soon(Turn& turn, core::Call call) {
  if (call.reported || !call.conversation) return {};
  call.poll_at = turn.now;
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
    const core::CallNews news = core::observe_failure(*call, failed->verdict, turn.now);
    return call_changed(turn, *call, news);
  }
  if (const auto* report = std::get_if<core::ConversationReport>(&event)) {
    const core::CallNews news = core::observe(*call, *report, turn.now);
    return call_changed(turn, *call, news);
  }
  return {};
}

}  // namespace pl::engine
