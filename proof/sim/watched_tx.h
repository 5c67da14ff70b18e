// A transaction that is watched: what it writes is told as it is written; its n-th write can be
// made to fail, as a full disk or a busy database would make it; and rows in it can be damaged.
#pragma once

#include "ports/store.h"
#include "sim/damage.h"

namespace pl::sim {

// Told of every row that a transaction wrote, before anybody knows whether it will be committed.
class RowWatcher {
 public:
  virtual ~RowWatcher() = default;
  virtual void wrote(const core::Caller& row) = 0;
  virtual void wrote(const core::Outreach& row) = 0;
  virtual void wrote(const core::Call& row) = 0;
  virtual void wrote(const core::TextMessage& row) = 0;
  virtual void wrote(const core::Attention& row) = 0;
  virtual void wrote(const core::JournalEntry& row) = 0;
  virtual void wrote(const core::CallId& call, const core::Initiation& initiation) = 0;
  virtual void removed(const core::TextId& text) = 0;
  virtual void erased(const core::CallerId& caller) = 0;
  virtual void resolved(const core::AttentionId& attention) = 0;
};

class WatchedTx final : public ports::Tx {
 public:
  // `failing_write` counts from 1; 0: none fails.
  WatchedTx(ports::Tx& tx, RowWatcher& watcher, int failing_write, const Damage& damage)
      : tx_(tx), watcher_(watcher), left_(failing_write), damage_(damage), reads_(damage) {}

  bool failed() const { return failed_; }

  // Reads go through, as far as the rows can be read.
  Result<std::optional<core::Caller>> caller(const core::CallerId& id) override {
    return reads_.one(tx_.caller(id));
  }
  Result<std::optional<core::Caller>> caller_by_number(const core::LineName& line,
                                                       const core::PhoneNumber& number) override {
    return reads_.one(tx_.caller_by_number(line, number));
  }
  Result<std::vector<core::Caller>> callers_with(const core::PhoneNumber& number) override {
    return reads_.readable(tx_.callers_with(number));
  }
  Result<std::vector<core::Caller>> callers_in_chat(const std::string& telegram_chat_id) override {
    return reads_.readable(tx_.callers_in_chat(telegram_chat_id));
  }
  Result<std::vector<core::Caller>> callers(const ports::CallerFilter& filter) override {
    return reads_.readable(tx_.callers(filter));
  }
  Result<std::optional<core::Outreach>> outreach(const core::OutreachId& id) override {
    return reads_.one(tx_.outreach(id));
  }
  Result<std::vector<core::OutreachId>> open_outreaches(const core::CallerId& caller) override {
    return tx_.open_outreaches(caller);
  }
  Result<std::vector<core::Outreach>> outreaches(const ports::OutreachFilter& filter) override {
    return reads_.readable(tx_.outreaches(filter));
  }
  Result<std::vector<core::Outreach>> outreaches_after(const core::CallId& call) override {
    return reads_.readable(tx_.outreaches_after(call));
  }
  Result<std::vector<core::OutreachId>> due_outreaches(UtcTime now,
                                                       const std::vector<core::LineName>& paused,
                                                       std::size_t limit) override {
    return tx_.due_outreaches(now, paused, limit);
  }
  Result<std::vector<core::Outreach>> blocked_outreaches(const core::LineName& line,
                                                         std::size_t limit) override {
    return reads_.readable(tx_.blocked_outreaches(line, limit));
  }
  Result<std::vector<core::Outreach>> blocked_outreaches(const core::PhoneNumber& number,
                                                         std::size_t limit) override {
    return reads_.readable(tx_.blocked_outreaches(number, limit));
  }
  Result<std::vector<core::Outreach>> waiting_outreaches(const core::LineName& line) override {
    return reads_.readable(tx_.waiting_outreaches(line));
  }
  Result<std::optional<core::Call>> call(const core::CallId& id) override {
    return reads_.one(tx_.call(id));
  }
  Result<std::optional<core::Initiation>> initiation(const core::CallId& call) override {
    return tx_.initiation(call);
  }
  Result<std::optional<core::Call>> call_by_conversation(const core::ConversationId& id) override {
    return reads_.one(tx_.call_by_conversation(id));
  }
  Result<std::optional<core::Call>> call_by_sid(const core::CallSid& sid) override {
    return reads_.one(tx_.call_by_sid(sid));
  }
  Result<std::vector<core::Call>> calls(const ports::CallFilter& filter) override {
    return reads_.readable(tx_.calls(filter));
  }
  Result<std::vector<core::Call>> calls_of(const core::OutreachId& outreach) override {
    return reads_.readable(tx_.calls_of(outreach));
  }
  Result<std::vector<core::CallId>> due_polls(UtcTime now, std::size_t limit) override {
    return tx_.due_polls(now, limit);
  }
  Result<std::vector<core::Call>> unanswered_dials() override {
    return reads_.readable(tx_.unanswered_dials());
  }
  Result<bool> has_live_call(const core::PhoneNumber& number, UtcTime now) override {
    return tx_.has_live_call(number, now);
  }
  Result<int> live_calls(const core::LineName& line, UtcTime now) override {
    return tx_.live_calls(line, now);
  }
  Result<std::vector<UtcTime>> dials_to(const core::PhoneNumber& number, UtcTime since) override {
    return tx_.dials_to(number, since);
  }
  Result<std::vector<UtcTime>> dials_of(const core::LineName& line, UtcTime since) override {
    return tx_.dials_of(line, since);
  }
  Result<std::optional<UtcTime>> last_conversation_end(const core::CallerId& caller) override {
    return tx_.last_conversation_end(caller);
  }
  Result<std::vector<core::TextMessage>> texts_of(const core::OutreachId& outreach) override {
    return reads_.every(tx_.texts_of(outreach));
  }
  Result<std::vector<core::TextMessage>> unanswered_texts() override {
    return reads_.readable(tx_.unanswered_texts());
  }
  Result<std::optional<core::TextMessage>> text(const core::TextId& id) override {
    return reads_.one(tx_.text(id));
  }
  Result<std::optional<core::TextMessage>> text_by_channel_id(
      core::Channel channel, const std::string& channel_id) override {
    return reads_.one(tx_.text_by_channel_id(channel, channel_id));
  }
  Result<std::optional<ports::ToolEffect>> tool_effect(const core::CallId& call) override {
    return tx_.tool_effect(call);
  }
  Result<std::map<core::LineName, ports::DialerPause>> pauses() override {
    return reads_.pauses(tx_.pauses());
  }
  Result<std::map<std::string, core::ToolId>> tool_ids() override { return tx_.tool_ids(); }
  Result<std::optional<core::Attention>> attention(const core::AttentionId& id) override {
    return tx_.attention(id);
  }
  Result<std::vector<core::Attention>> open_attention(
      const ports::AttentionFilter& filter) override {
    return tx_.open_attention(filter);
  }
  Result<std::vector<core::JournalEntry>> journal(std::int64_t after, std::size_t limit) override {
    return tx_.journal(after, limit);
  }
  Result<std::vector<ports::ApiKey>> api_keys() override { return tx_.api_keys(); }
  Result<std::optional<ports::KeptAnswer>> kept_answer(const core::ApiKeyId& asked_with,
                                                       const std::string& key) override {
    return tx_.kept_answer(asked_with, key);
  }
  Result<std::vector<ports::Endpoint>> endpoints() override { return tx_.endpoints(); }
  Result<std::optional<ports::Delivery>> delivery(const core::DeliveryId& id) override {
    return tx_.delivery(id);
  }
  Result<std::vector<ports::Delivery>> deliveries(const ports::DeliveryFilter& filter) override {
    return tx_.deliveries(filter);
  }
  Result<std::vector<core::DeliveryId>> due_deliveries(UtcTime now, std::size_t limit) override {
    return tx_.due_deliveries(now, limit);
  }
  Result<std::optional<ports::Erasure>> erasure(const core::ErasureId& id) override {
    return tx_.erasure(id);
  }
  Result<std::vector<core::ConversationId>> due_forgettings(UtcTime now,
                                                            std::size_t limit) override {
    return tx_.due_forgettings(now, limit);
  }
  Result<std::optional<ports::Forgetting>> forgetting(const core::ConversationId& id) override {
    return tx_.forgetting(id);
  }
  Result<std::vector<ports::Forgetting>> forgettings(const core::ErasureId& erasure) override {
    return tx_.forgettings(erasure);
  }
  Result<bool> is_suppressed(const std::string& hash) override { return tx_.is_suppressed(hash); }
  Result<void> beat(UtcTime now) override { return tx_.beat(now); }
  bool has_written() const override { return tx_.has_written(); }
  std::vector<ports::Unreadable> unreadable() const override { return reads_.unreadable(); }
  Result<std::optional<ports::SetAside>> set_aside(const ports::RowKey& row) override {
    return tx_.set_aside(row);
  }
  Result<std::vector<ports::SetAside>> due_set_asides(UtcTime now, std::size_t limit) override {
    return tx_.due_set_asides(now, limit);
  }
  Result<std::optional<UtcTime>> next_due(const std::vector<core::LineName>& paused) override {
    return tx_.next_due(paused);
  }

  // Writes are counted and told.
  Result<void> insert(const core::Caller& caller) override {
    PL_DO(count());
    PL_DO(tx_.insert(caller));
    watcher_.wrote(caller);
    return {};
  }
  Result<void> update(const core::Caller& caller) override {
    PL_DO(count());
    PL_DO(mutable_row(caller));
    PL_DO(tx_.update(caller));
    watcher_.wrote(caller);
    return {};
  }
  Result<void> insert(const core::Outreach& outreach) override {
    PL_DO(count());
    PL_DO(tx_.insert(outreach));
    watcher_.wrote(outreach);
    return {};
  }
  Result<void> update(const core::Outreach& outreach) override {
    PL_DO(count());
    PL_DO(mutable_row(outreach));
    PL_DO(tx_.update(outreach));
    watcher_.wrote(outreach);
    return {};
  }
  Result<void> insert(const core::Call& call) override {
    PL_DO(count());
    PL_DO(tx_.insert(call));
    watcher_.wrote(call);
    return {};
  }
  Result<void> update(const core::Call& call) override {
    PL_DO(count());
    PL_DO(mutable_row(call));
    PL_DO(tx_.update(call));
    watcher_.wrote(call);
    return {};
  }
  Result<void> insert(const core::TextMessage& text) override {
    PL_DO(count());
    PL_DO(tx_.insert(text));
    watcher_.wrote(text);
    return {};
  }
  Result<void> update(const core::TextMessage& text) override {
    PL_DO(count());
    PL_DO(mutable_row(text));
    PL_DO(tx_.update(text));
    watcher_.wrote(text);
    return {};
  }
  Result<void> remove(const core::TextId& text) override {
    PL_DO(count());
    PL_DO(tx_.remove(text));
    watcher_.removed(text);
    return {};
  }
  Result<bool> raise(const core::Attention& attention) override {
    PL_DO(count());
    PL_TRY(const bool is_new, tx_.raise(attention));
    if (is_new) watcher_.wrote(attention);
    return is_new;
  }
  Result<void> resolve(const core::AttentionId& id, UtcTime now) override {
    PL_DO(count());
    PL_DO(tx_.resolve(id, now));
    watcher_.resolved(id);
    return {};
  }
  Result<void> put(const core::CallId& call, const core::Initiation& initiation) override {
    PL_DO(count());
    PL_DO(tx_.put(call, initiation));
    watcher_.wrote(call, initiation);
    return {};
  }
  Result<void> append(const core::JournalEntry& entry) override {
    PL_DO(count());
    PL_DO(tx_.append(entry));
    watcher_.wrote(entry);
    return {};
  }

  // ... or counted alone.
  Result<bool> insert(const ports::InboxItem& item) override {
    PL_DO(count());
    return tx_.insert(item);
  }
  Result<std::vector<ports::InboxItem>> take_parked(
      const core::ConversationId& conversation) override {
    PL_DO(count());
    return tx_.take_parked(conversation);
  }
  Result<void> put(const ports::ToolEffect& effect) override {
    PL_DO(count());
    return tx_.put(effect);
  }
  Result<void> pause(const core::LineName& line, const ports::DialerPause& pause) override {
    PL_DO(count());
    return tx_.pause(line, pause);
  }
  Result<void> resume(const core::LineName& line) override {
    PL_DO(count());
    reads_.gone(line);
    return tx_.resume(line);
  }
  Result<void> put_tool_ids(const std::map<std::string, core::ToolId>& ids) override {
    PL_DO(count());
    return tx_.put_tool_ids(ids);
  }
  Result<void> insert(const ports::ApiKey& key) override { return counted_insert(key); }
  Result<void> update(const ports::ApiKey& key) override { return counted_update(key); }
  Result<void> insert(const ports::KeptAnswer& answer) override { return counted_insert(answer); }
  Result<void> drop_kept_answers(UtcTime before) override {
    PL_DO(count());
    return tx_.drop_kept_answers(before);
  }
  Result<void> insert(const ports::Endpoint& endpoint) override { return counted_insert(endpoint); }
  Result<void> update(const ports::Endpoint& endpoint) override { return counted_update(endpoint); }
  Result<void> remove(const core::EndpointId& endpoint) override {
    return counted_remove(endpoint);
  }
  Result<void> insert(const ports::Delivery& delivery) override { return counted_insert(delivery); }
  Result<void> update(const ports::Delivery& delivery) override { return counted_update(delivery); }
  Result<void> drop_deliveries(UtcTime settled_before) override {
    PL_DO(count());
    return tx_.drop_deliveries(settled_before);
  }
  Result<ports::Erased> erase(const core::CallerId& caller) override {
    PL_DO(count());
    PL_TRY(ports::Erased erased, tx_.erase(caller));
    watcher_.erased(caller);
    return erased;
  }
  Result<std::size_t> drop(ports::Kept kept, UtcTime before, std::size_t limit) override {
    PL_DO(count());
    return tx_.drop(kept, before, limit);
  }
  Result<void> insert(const ports::Erasure& erasure) override { return counted_insert(erasure); }
  Result<void> put(const ports::Forgetting& forgetting) override {
    PL_DO(count());
    return tx_.put(forgetting);
  }
  Result<void> remove(const core::ConversationId& forgotten) override {
    return counted_remove(forgotten);
  }
  Result<void> put(const ports::SetAside& row) override {
    PL_DO(count());
    return tx_.put(row);
  }
  Result<void> release(const ports::RowKey& row) override {
    PL_DO(count());
    return tx_.release(row);
  }
  Result<void> suppress(const std::string& hash, UtcTime now) override {
    PL_DO(count());
    return tx_.suppress(hash, now);
  }
  Result<void> lift_suppression(const std::string& hash) override {
    PL_DO(count());
    return tx_.lift_suppression(hash);
  }

 private:
  template <class Row>
  Result<void> mutable_row(const Row& row) const {
    if (!damage_.is(row, Harm::kImmutable)) return {};
    return fail(Code::kConflict, "the row cannot be changed");
  }
  Result<void> count() {
    if (left_ == 0 || --left_ != 0) return {};
    failed_ = true;
    return fail(Code::kUnavailable, "the disk is full");
  }
  template <class Row>
  Result<void> counted_insert(const Row& row) {
    PL_DO(count());
    return tx_.insert(row);
  }
  template <class Row>
  Result<void> counted_update(const Row& row) {
    PL_DO(count());
    return tx_.update(row);
  }
  template <class Id>
  Result<void> counted_remove(const Id& id) {
    PL_DO(count());
    return tx_.remove(id);
  }

  ports::Tx& tx_;
  RowWatcher& watcher_;
  int left_;
  const Damage& damage_;
  DamagedReads reads_;
  bool failed_ = false;
};

}  // namespace pl::sim
