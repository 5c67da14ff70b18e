// ports::Tx over the tables in memory. Its members lie in several files, by what they keep.
#pragma once

#include <optional>

#include "ports/store.h"
#include "store/memory/undo_log.h"

namespace pl::store {

// What SQLite's constraints would refuse is refused: kConflict for what is taken, kInternal for
// what would belong to nothing. A refused change has changed nothing.
class MemoryTx final : public ports::Tx {
 public:
  MemoryTx(Tables& tables, UndoLog& log) : tables_(tables), log_(log), steps_before_(log.size()) {}

  // The first error that any member gave, kNotFound apart: the work must be undone then, even if it
  // went on as if nothing had been.
  const std::optional<Error>& spoilt() const { return spoilt_; }

  // memory_callers.cpp
  Result<std::optional<core::Caller>> caller(const core::CallerId& id) override;
  Result<std::optional<core::Caller>> caller_by_number(const core::LineName& line,
                                                       const core::PhoneNumber& number) override;
  Result<std::vector<core::Caller>> callers_with(const core::PhoneNumber& number) override;
  Result<std::vector<core::Caller>> callers_in_chat(const std::string& telegram_chat_id) override;
  Result<std::vector<core::Caller>> callers(const ports::CallerFilter& filter) override;
  Result<void> insert(const core::Caller& caller) override;
  Result<void> update(const core::Caller& caller) override;

  // memory_outreaches.cpp
  Result<std::optional<core::Outreach>> outreach(const core::OutreachId& id) override;
  Result<std::vector<core::OutreachId>> open_outreaches(const core::CallerId& caller) override;
  Result<std::vector<core::Outreach>> outreaches(const ports::OutreachFilter& filter) override;
  Result<std::vector<core::Outreach>> outreaches_after(const core::CallId& call) override;
  Result<std::vector<core::OutreachId>> due_outreaches(UtcTime now,
                                                       const std::vector<core::LineName>& paused,
                                                       std::size_t limit) override;
  Result<std::vector<core::Outreach>> blocked_outreaches(const core::LineName& line,
                                                         std::size_t limit) override;
  Result<std::vector<core::Outreach>> blocked_outreaches(const core::PhoneNumber& number,
                                                         std::size_t limit) override;
  Result<std::vector<core::Outreach>> waiting_outreaches(const core::LineName& line) override;
  Result<void> insert(const core::Outreach& outreach) override;
  Result<void> update(const core::Outreach& outreach) override;
  Result<std::optional<UtcTime>> next_due(const std::vector<core::LineName>& paused) override;

  // memory_calls.cpp
  Result<std::optional<core::Call>> call(const core::CallId& id) override;
  Result<std::optional<core::Call>> call_by_conversation(const core::ConversationId& id) override;
  Result<std::optional<core::Call>> call_by_sid(const core::CallSid& sid) override;
  Result<std::vector<core::Call>> calls(const ports::CallFilter& filter) override;
  Result<std::vector<core::Call>> calls_of(const core::OutreachId& outreach) override;
  Result<std::vector<core::CallId>> due_polls(UtcTime now, std::size_t limit) override;
  Result<std::vector<core::Call>> unanswered_dials() override;
  Result<void> insert(const core::Call& call) override;
  Result<void> update(const core::Call& call) override;
  Result<std::optional<core::Initiation>> initiation(const core::CallId& call) override;
  Result<void> put(const core::CallId& call, const core::Initiation& initiation) override;

  // memory_call_facts.cpp
  Result<bool> has_live_call(const core::PhoneNumber& number, UtcTime now) override;
  Result<int> live_calls(const core::LineName& line, UtcTime now) override;
  Result<std::vector<UtcTime>> dials_to(const core::PhoneNumber& number, UtcTime since) override;
  Result<std::vector<UtcTime>> dials_of(const core::LineName& line, UtcTime since) override;
  Result<std::optional<UtcTime>> last_conversation_end(const core::CallerId& caller) override;

  // memory_texts.cpp
  Result<std::vector<core::TextMessage>> texts_of(const core::OutreachId& outreach) override;
  Result<std::vector<core::TextMessage>> unanswered_texts() override;
  Result<std::optional<core::TextMessage>> text(const core::TextId& id) override;
  Result<std::optional<core::TextMessage>> text_by_channel_id(
      core::Channel channel, const std::string& channel_id) override;
  Result<void> insert(const core::TextMessage& text) override;
  Result<void> update(const core::TextMessage& text) override;
  Result<void> remove(const core::TextId& text) override;

  // memory_platform.cpp
  Result<bool> insert(const ports::InboxItem& item) override;
  Result<std::vector<ports::InboxItem>> take_parked(
      const core::ConversationId& conversation) override;
  Result<std::optional<ports::ToolEffect>> tool_effect(const core::CallId& call) override;
  Result<void> put(const ports::ToolEffect& effect) override;
  Result<std::map<core::LineName, ports::DialerPause>> pauses() override;
  Result<void> pause(const core::LineName& line, const ports::DialerPause& pause) override;
  Result<void> resume(const core::LineName& line) override;
  Result<std::map<std::string, core::ToolId>> tool_ids() override;
  Result<void> put_tool_ids(const std::map<std::string, core::ToolId>& ids) override;

  // memory_journal.cpp
  Result<bool> raise(const core::Attention& attention) override;
  Result<std::optional<core::Attention>> attention(const core::AttentionId& id) override;
  Result<std::vector<core::Attention>> open_attention(
      const ports::AttentionFilter& filter) override;
  Result<void> resolve(const core::AttentionId& id, UtcTime now) override;
  Result<void> append(const core::JournalEntry& entry) override;
  Result<std::vector<core::JournalEntry>> journal(std::int64_t after, std::size_t limit) override;

  // memory_access.cpp
  Result<std::vector<ports::ApiKey>> api_keys() override;
  Result<void> insert(const ports::ApiKey& key) override;
  Result<void> update(const ports::ApiKey& key) override;
  Result<std::optional<ports::KeptAnswer>> kept_answer(const core::ApiKeyId& asked_with,
                                                       const std::string& key) override;
  Result<void> insert(const ports::KeptAnswer& answer) override;
  Result<void> drop_kept_answers(UtcTime before) override;

  // memory_outbox.cpp
  Result<std::vector<ports::Endpoint>> endpoints() override;
  Result<void> insert(const ports::Endpoint& endpoint) override;
  Result<void> update(const ports::Endpoint& endpoint) override;
  Result<void> remove(const core::EndpointId& endpoint) override;
  Result<std::optional<ports::Delivery>> delivery(const core::DeliveryId& id) override;
  Result<std::vector<ports::Delivery>> deliveries(const ports::DeliveryFilter& filter) override;
  Result<std::vector<core::DeliveryId>> due_deliveries(UtcTime now, std::size_t limit) override;
  Result<void> insert(const ports::Delivery& delivery) override;
  Result<void> update(const ports::Delivery& delivery) override;
  Result<void> drop_deliveries(UtcTime settled_before) override;

  // memory_privacy.cpp
  Result<std::optional<ports::Erasure>> erasure(const core::ErasureId& id) override;
  Result<void> insert(const ports::Erasure& erasure) override;
  Result<std::vector<core::ConversationId>> due_forgettings(UtcTime now,
                                                            std::size_t limit) override;
  Result<std::optional<ports::Forgetting>> forgetting(const core::ConversationId& id) override;
  Result<std::vector<ports::Forgetting>> forgettings(const core::ErasureId& erasure) override;
  Result<void> put(const ports::Forgetting& forgetting) override;
  Result<void> remove(const core::ConversationId& forgotten) override;
  Result<bool> is_suppressed(const std::string& hash) override;
  Result<void> suppress(const std::string& hash, UtcTime now) override;
  Result<void> lift_suppression(const std::string& hash) override;

  // memory_set_aside.cpp
  std::vector<ports::Unreadable> unreadable() const override { return {}; }
  Result<std::optional<ports::SetAside>> set_aside(const ports::RowKey& row) override;
  Result<std::vector<ports::SetAside>> due_set_asides(UtcTime now, std::size_t limit) override;
  Result<void> put(const ports::SetAside& row) override;
  Result<void> release(const ports::RowKey& row) override;
  Result<void> beat(UtcTime) override { return {}; }
  bool has_written() const override { return log_.size() > steps_before_; }

  // memory_erase.cpp
  Result<ports::Erased> erase(const core::CallerId& caller) override;

  // memory_retention.cpp
  Result<std::size_t> drop(ports::Kept kept, UtcTime before, std::size_t limit) override;

 private:
  // Whether nothing forbids that a row becomes `row`. Null: it is a new one.
  Result<void> allow(const core::Caller& row, const CallerSlot* slot);
  Result<void> allow(const core::Outreach& row, const OutreachSlot* slot);
  Result<void> allow(const core::Call& row, const CallSlot* slot);
  Result<void> allow(const core::TextMessage& row, const TextSlot* slot);
  Result<void> allow(const core::Attention& row, const AttentionSlot* slot);

  template <class Slot, class Row>
  Result<void> insert_row(const Row& row) {
    auto& rows = tables_.rows<Slot>();
    if (rows.find(row.id) != nullptr) return taken("the id is taken");
    PL_DO(allow(row, nullptr));
    Slot& slot = rows.insert(row);
    tables_.reindex(slot, nullptr, slot.row.get());
    log_.inserted(slot);
    return {};
  }
  template <class Slot, class Row>
  Result<void> update_row(const Row& row, const char* what) {
    Slot* slot = tables_.rows<Slot>().find(row.id);
    if (slot == nullptr) return absent(what);
    PL_DO(allow(row, slot));
    std::unique_ptr<Row> old_row = tables_.rows<Slot>().replace(*slot, row);
    tables_.reindex(*slot, old_row.get(), slot->row.get());
    log_.replaced(*slot, std::move(old_row));
    return {};
  }

  template <class Slot>
  void remove_row(Slot& slot) {
    tables_.reindex(slot, slot.row.get(), nullptr);
    tables_.rows<Slot>().unlink(slot);
    log_.removed(slot);
  }

  // Empty: it is removed.
  template <class Key, class Row>
  void set(SmallTable<Key, Row>& table, const Key& key, std::optional<Row> row) {
    log_.did([&table, key, before = table.set(key, std::move(row))] { table.set(key, before); });
  }
  // Removes all that are `unwanted`, and gives how many there were.
  template <class Key, class Row, class Unwanted>
  std::size_t remove_if(SmallTable<Key, Row>& table, Unwanted unwanted) {
    std::vector<Key> keys;
    for (const auto& [key, row] : table.rows()) {
      if (unwanted(row)) keys.push_back(key);
    }
    for (const Key& key : keys) set(table, key, std::optional<Row>());
    return keys.size();
  }

  bool is_set_aside(ports::Table table, std::string_view id) const;

  // Whether another key has its sha256.
  bool is_taken(const ports::ApiKey& key) const;

  std::vector<CallSlot*> calls_to_erase(const CallerSlot& caller);
  void erase_call(CallSlot& call, ports::Erased& erased);
  void erase_inbox(const core::ConversationId& conversation, ports::Erased& erased);
  void erase_item(const InboxKey& key);  // it is there

  Result<std::size_t> drop_speech(UtcTime before, std::size_t limit);
  Result<std::size_t> drop_history(UtcTime before, std::size_t limit);
  Result<void> drop_outreach(OutreachSlot& outreach);
  Result<std::size_t> drop_journal(UtcTime before, std::size_t limit);

  static tl::unexpected<Error> absent(const char* what);
  tl::unexpected<Error> taken(const char* why);
  tl::unexpected<Error> belongs_to_nothing(const char* what);

  Tables& tables_;
  UndoLog& log_;
  const std::size_t steps_before_;  // what the log held before
  std::optional<Error> spoilt_;
};

}  // namespace pl::store
