// Where the rows of the tables in memory live, and what hangs on each of them.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "ports/store.h"

namespace pl::store {

struct OutreachSlot;
struct CallSlot;
struct TextSlot;

// In every slot, pointers are in the order of their rows' ids, and times ascend.
struct CallerSlot {
  std::unique_ptr<core::Caller> row;
  std::vector<OutreachSlot*> outreaches;
  std::vector<OutreachSlot*> open;
  std::vector<CallSlot*> calls;
  std::vector<UtcTime> heard;  // the ends of calls in which the caller was heard
};

struct OutreachSlot {
  std::unique_ptr<core::Outreach> row;
  std::vector<CallSlot*> calls;
  std::vector<TextSlot*> texts;
};

// Without an end, lapsed or not.
inline bool lives(const core::Call& call) {
  return !call.ended_at && !call.verdict;
}

struct CallSlot {
  std::unique_ptr<core::Call> row;
  std::optional<ports::ToolEffect> effect;             // of the last tool call
  std::shared_ptr<const core::Initiation> initiation;  // null: nothing was told yet
};

struct TextSlot {
  std::unique_ptr<core::TextMessage> row;
};

struct AttentionSlot {
  std::unique_ptr<core::Attention> row;
};

struct ById {
  template <class Slot>
  bool operator()(const Slot* a, const Slot* b) const {
    return a->row->id < b->row->id;
  }
};

// What was promised, or has begun, goes before what is new; then by ask_at, then by id.
struct Urgency {
  static Urgency of(const core::Outreach& row, OutreachSlot& slot) {
    return {row.plan.is_handover() || row.retries > 0 ? 0U : 1U, row.ask_at, &slot};
  }
  friend bool operator==(const Urgency&, const Urgency&) = default;
  friend bool operator<(const Urgency& a, const Urgency& b) {
    if (a.priority != b.priority) return a.priority < b.priority;
    if (a.ask_at != b.ask_at) return a.ask_at < b.ask_at;
    return ById()(a.slot, b.slot);
  }

  std::size_t priority;
  UtcTime ask_at;
  OutreachSlot* slot;
};

struct Poll {
  friend bool operator==(const Poll&, const Poll&) = default;
  friend bool operator<(const Poll& a, const Poll& b) {
    return a.at != b.at ? a.at < b.at : ById()(a.slot, b.slot);
  }

  UtcTime at;
  CallSlot* slot;
};

}  // namespace pl::store
