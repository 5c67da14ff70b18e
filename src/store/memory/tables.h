// Everything a MemoryStore holds: the rows, and the indexes by which each question of ports::Tx is
// answered without looking at rows that are no answer.
#pragma once

#include <array>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "store/memory/ordered.h"
#include "store/memory/rows.h"
#include "store/memory/slots.h"
#include "store/memory/small_table.h"

namespace pl::store {

// Times ascend; one a call.
struct OfNumber {
  std::vector<CallerSlot*> callers;  // by id
  CallSlot* ringing = nullptr;       // the outbound call without an end
  std::vector<UtcTime> live;         // when calls without an end lapse
  std::vector<UtcTime> dials;        // when they started; one that was refused us is none
};

using ByPriority = std::array<Ordered<Urgency>, 2>;  // one for Urgency::priority 0, one for 1

struct OfLine {
  std::vector<UtcTime> live;
  std::vector<UtcTime> dials;
  ByPriority waiting;
  Ordered<Urgency> blocked;  // of those that wait
};

using InboxKey = std::pair<std::string, std::string>;     // its key and sha256
using SetAsideKey = std::pair<std::string, std::string>;  // the table's name, and the row's id

struct Tables {
  Rows<core::Caller, CallerSlot> callers;
  Rows<core::Outreach, OutreachSlot> outreaches;
  Rows<core::Call, CallSlot> calls;
  Rows<core::TextMessage, TextSlot> texts;
  Rows<core::Attention, AttentionSlot> attention;

  std::unordered_map<core::PhoneNumber, OfNumber, TextHash> numbers;
  std::map<core::LineName, OfLine> lines;
  std::map<std::string, std::vector<CallerSlot*>> chats;  // by id
  std::vector<CallerSlot*> callers_by_id;
  std::vector<OutreachSlot*> outreaches_by_id;
  ByPriority texting;
  std::unordered_map<core::CallId, std::vector<OutreachSlot*>, IdHash> awaiting;  // by id; the open
  std::unordered_map<core::CallId, std::vector<OutreachSlot*>, IdHash> held;      // by id; the open
  std::vector<CallSlot*> calls_by_id;
  std::vector<CallSlot*> live_calls;        // by id
  std::vector<CallSlot*> unanswered_dials;  // by id
  std::unordered_map<core::ConversationId, CallSlot*, TextHash> conversations;
  std::unordered_map<core::CallSid, std::vector<CallSlot*>, TextHash> sids;  // by id
  Ordered<Poll> polls;
  std::map<std::pair<core::Channel, std::string>, TextSlot*> channel_ids;  // but for empty ones
  std::vector<TextSlot*> unanswered_texts;                                 // by id
  std::vector<AttentionSlot*> open_attention;                              // by id
  std::map<std::pair<core::AttentionReason, std::string>, AttentionSlot*> open_subjects;

  std::unordered_map<InboxKey, ports::InboxItem, TextHash> inbox;
  // In the order of their arrival.
  std::unordered_map<core::ConversationId, std::vector<ports::InboxItem*>, TextHash> parked;
  std::map<core::LineName, ports::DialerPause> pauses;
  std::map<std::string, core::ToolId> tool_ids;

  SmallTable<core::ApiKeyId, ports::ApiKey> api_keys;
  SmallTable<std::pair<core::ApiKeyId, std::string>, ports::KeptAnswer> kept_answers;
  SmallTable<core::EndpointId, ports::Endpoint> endpoints;
  SmallTable<core::DeliveryId, ports::Delivery> deliveries;
  SmallTable<core::ErasureId, ports::Erasure> erasures;
  SmallTable<core::ConversationId, ports::Forgetting> forgettings;
  SmallTable<std::string, UtcTime> suppressions;  // by hash: since when
  SmallTable<SetAsideKey, ports::SetAside> set_aside;

  std::deque<std::unique_ptr<core::JournalEntry>> journal;
  Spares<core::JournalEntry> journal_spares;
  std::int64_t last_seq = 0;  // of the newest entry ever

  // Bring the indexes from what `before` says of the slot to what `after` says. Null: it was not
  // there, or is to go. The slot has a row meanwhile, of the right id.
  void reindex(CallerSlot& slot, const core::Caller* before, const core::Caller* after);
  void reindex(OutreachSlot& slot, const core::Outreach* before, const core::Outreach* after);
  void reindex(CallSlot& slot, const core::Call* before, const core::Call* after);
  void reindex(TextSlot& slot, const core::TextMessage* before, const core::TextMessage* after);
  void reindex(AttentionSlot& slot, const core::Attention* before, const core::Attention* after);

  template <class Slot>
  auto& rows() {
    if constexpr (std::is_same_v<Slot, CallerSlot>) return callers;
    if constexpr (std::is_same_v<Slot, OutreachSlot>) return outreaches;
    if constexpr (std::is_same_v<Slot, CallSlot>) return calls;
    if constexpr (std::is_same_v<Slot, TextSlot>) return texts;
    if constexpr (std::is_same_v<Slot, AttentionSlot>) return attention;
  }
};

}  // namespace pl::store
