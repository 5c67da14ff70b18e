// ports::Tx over one open savepoint. Its members lie in several files, by what they keep.
#pragma once

#include <string_view>

#include "ports/store.h"
#include "store/sqlite/database.h"
#include "store/sqlite/row.h"

namespace pl::store {

// Where the rows of a kind are set aside; none for those that nobody waits for.
template <class T>
inline constexpr std::optional<ports::Table> kTableOf = std::nullopt;
template <>
inline constexpr std::optional<ports::Table> kTableOf<core::Caller> = ports::Table::kCaller;
template <>
inline constexpr std::optional<ports::Table> kTableOf<core::Outreach> = ports::Table::kOutreach;
template <>
inline constexpr std::optional<ports::Table> kTableOf<core::Call> = ports::Table::kCall;
template <>
inline constexpr std::optional<ports::Table> kTableOf<core::TextMessage> = ports::Table::kText;
template <>
inline constexpr std::optional<ports::Table> kTableOf<ports::Delivery> = ports::Table::kDelivery;
template <>
inline constexpr std::optional<ports::Table> kTableOf<ports::Endpoint> = ports::Table::kEndpoint;
template <>
inline constexpr std::optional<ports::Table> kTableOf<ports::Forgetting> =
    ports::Table::kForgetting;

class SqliteTx final : public ports::Tx {
 public:
  explicit SqliteTx(Database& database) : database_(database) {}

  // The first error that any member gave, kNotFound and kCorrupt apart. Whoever owns the savepoint
  // must roll it back then, even if the work went on as if nothing had been.
  const std::optional<Error>& spoilt() const { return spoilt_; }
  // Whether a caller was erased: once that is committed, what the log still says of them must go.
  bool has_erased() const { return has_erased_; }
  bool has_written() const override { return has_written_; }

  // sqlite_callers.cpp
  Result<std::optional<core::Caller>> caller(const core::CallerId& id) override;
  Result<std::optional<core::Caller>> caller_by_number(const core::LineName& line,
                                                       const core::PhoneNumber& number) override;
  Result<std::vector<core::Caller>> callers_with(const core::PhoneNumber& number) override;
  Result<std::vector<core::Caller>> callers_in_chat(const std::string& telegram_chat_id) override;
  Result<std::vector<core::Caller>> callers(const ports::CallerFilter& filter) override;
  Result<void> insert(const core::Caller& caller) override;
  Result<void> update(const core::Caller& caller) override;

  // sqlite_outreaches.cpp
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

  // sqlite_calls.cpp
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

  // sqlite_call_facts.cpp
  Result<bool> has_live_call(const core::PhoneNumber& number, UtcTime now) override;
  Result<int> live_calls(const core::LineName& line, UtcTime now) override;
  Result<std::vector<UtcTime>> dials_to(const core::PhoneNumber& number, UtcTime since) override;
  Result<std::vector<UtcTime>> dials_of(const core::LineName& line, UtcTime since) override;
  Result<std::optional<UtcTime>> last_conversation_end(const core::CallerId& caller) override;

  // sqlite_texts.cpp
  Result<std::vector<core::TextMessage>> texts_of(const core::OutreachId& outreach) override;
  Result<std::vector<core::TextMessage>> unanswered_texts() override;
  Result<std::optional<core::TextMessage>> text(const core::TextId& id) override;
  Result<std::optional<core::TextMessage>> text_by_channel_id(
      core::Channel channel, const std::string& channel_id) override;
  Result<void> insert(const core::TextMessage& text) override;
  Result<void> update(const core::TextMessage& text) override;
  Result<void> remove(const core::TextId& text) override;

  // sqlite_platform.cpp
  Result<bool> insert(const ports::InboxItem& item) override;
  Result<std::vector<ports::InboxItem>> take_parked(
      const core::ConversationId& conversation) override;
  Result<std::optional<ports::ToolEffect>> tool_effect(const core::CallId& call,
                                                       const core::ToolName& tool,
                                                       const std::string& arguments) override;
  Result<void> put(const ports::ToolEffect& effect) override;
  Result<std::map<core::LineName, ports::DialerPause>> pauses() override;
  Result<void> pause(const core::LineName& line, const ports::DialerPause& pause) override;
  Result<void> resume(const core::LineName& line) override;
  Result<std::map<std::string, core::ToolId>> tool_ids() override;
  Result<void> put_tool_ids(const std::map<std::string, core::ToolId>& ids) override;

  // sqlite_journal.cpp
  Result<bool> raise(const core::Attention& attention) override;
  Result<std::optional<core::Attention>> attention(const core::AttentionId& id) override;
  Result<std::vector<core::Attention>> open_attention(
      const ports::AttentionFilter& filter) override;
  Result<void> resolve(const core::AttentionId& id, UtcTime now) override;
  Result<void> append(const core::JournalEntry& entry) override;
  Result<std::vector<core::JournalEntry>> journal(std::int64_t after, std::size_t limit) override;

  // sqlite_access.cpp
  Result<std::vector<ports::ApiKey>> api_keys() override;
  Result<void> insert(const ports::ApiKey& key) override;
  Result<void> update(const ports::ApiKey& key) override;
  Result<std::optional<ports::KeptAnswer>> kept_answer(const core::ApiKeyId& asked_with,
                                                       const std::string& key) override;
  Result<void> insert(const ports::KeptAnswer& answer) override;
  Result<void> drop_kept_answers(UtcTime before) override;

  // sqlite_outbox.cpp
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

  // sqlite_privacy.cpp
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

  // sqlite_set_aside.cpp
  std::vector<ports::Unreadable> unreadable() const override { return unreadable_; }
  Result<std::optional<ports::SetAside>> set_aside(const ports::RowKey& row) override;
  Result<std::vector<ports::SetAside>> due_set_asides(UtcTime now, std::size_t limit) override;
  Result<void> put(const ports::SetAside& row) override;
  Result<void> release(const ports::RowKey& row) override;
  Result<void> beat(UtcTime now) override;

  // sqlite_erase.cpp
  Result<ports::Erased> erase(const core::CallerId& caller) override;

  // sqlite_retention.cpp
  Result<std::size_t> drop(ports::Kept kept, UtcTime before, std::size_t limit) override;

 private:
  // Every access to the database goes through these, so that no error escapes unnoticed. Those that
  // make no sense are left out ...
  template <class T>
  Result<std::vector<T>> all(std::string_view sql, const Cells& cells,
                             Result<T> (*read)(const Query&)) {
    return read_all(sql, cells, read, Nonsense::kLeftOut);
  }
  // ... or one of them is kCorrupt.
  template <class T>
  Result<std::vector<T>> every(std::string_view sql, const Cells& cells,
                               Result<T> (*read)(const Query&)) {
    return read_all(sql, cells, read, Nonsense::kFails);
  }
  template <class T>
  Result<std::optional<T>> one(std::string_view sql, const Cells& cells,
                               Result<T> (*read)(const Query&)) {
    PL_TRY(auto rows, every(sql, cells, read));
    if (rows.empty()) return std::optional<T>();
    return std::optional<T>(std::move(rows.front()));
  }
  // The rows that were changed.
  Result<std::int64_t> change(std::string_view sql, const Cells& cells) {
    auto rows = noted(database_.change(sql, cells));
    has_written_ = has_written_ || rows.value_or(0) > 0;
    return rows;
  }
  // `cells` are those of sql.columns. Only columns that differ from what is stored are written:
  // each that is named in an UPDATE costs a page of every index it is in. kNotFound without such a
  // row.
  Result<void> update_row(const RowSql& sql, const Cells& cells);
  // kNotFound when the row to change was not there.
  static Result<void> must_be_there(std::int64_t rows, std::string_view what);

  enum class Nonsense { kLeftOut, kFails };
  template <class T>
  Result<std::vector<T>> read_all(std::string_view sql, const Cells& cells,
                                  Result<T> (*read)(const Query&), Nonsense nonsense) {
    PL_TRY(Query query, noted(database_.query(sql, cells)));
    std::vector<T> rows;
    while (true) {
      PL_TRY(const bool more, noted(query.next()));
      if (!more) return rows;
      Result<T> row = read(query);
      if (row) {
        rows.push_back(*std::move(row));
        continue;
      }
      if constexpr (kTableOf<T>) {
        // A row whose very id makes no sense cannot be named.
        if (const auto id = query.text(0); id && is_key<T>(*id)) {
          note_unreadable({{*kTableOf<T>, std::string(*id)}, row.error().message});
        }
      }
      if (nonsense == Nonsense::kFails) return tl::unexpected(std::move(row).error());
    }
  }
  // What SQLite calls corrupt is the file, and no row of it.
  template <class T>
  Result<T> noted(Result<T> result) {
    if (result) return result;
    Error error = std::move(result).error();
    if (error.code == Code::kCorrupt) error.code = Code::kUnavailable;
    if (!spoilt_) spoilt_ = error;
    return tl::unexpected(std::move(error));
  }
  template <class T>
  static bool is_key(std::string_view text) {
    if constexpr (requires(T row) { row.id; }) {
      return decltype(T::id)::parse(text).has_value();
    } else {
      return true;
    }
  }
  void note_unreadable(ports::Unreadable met);

  Result<std::optional<std::string>> difference(const RowSql& sql, const Cells& cells,
                                                Cells& changed);
  Result<std::vector<core::OutreachId>> due_of(int priority, UtcTime now,
                                               const std::vector<core::LineName>& paused,
                                               std::size_t limit);

  // A call that goes, with its caller or by age.
  struct GoingCall {
    core::CallId id;
    std::optional<core::PhoneNumber> number;
    std::optional<core::ConversationId> conversation;
  };
  static Result<GoingCall> read_going(const Query& query);
  Result<std::vector<GoingCall>> calls_to_erase(const core::Caller& caller);
  // With what was said in it, and what came of it to the inbox.
  Result<void> erase_call(ports::Erased& erased, const GoingCall& call);
  // Runs a DELETE and counts its rows.
  Result<void> erase_rows(ports::Erased& erased, const char* table, std::string_view condition,
                          const Cells& cells);

  Result<std::size_t> drop_speech(UtcTime before, std::size_t limit);
  Result<std::size_t> drop_history(UtcTime before, std::size_t limit);
  Result<void> drop_outreach(const core::OutreachId& id);
  Result<std::size_t> drop_journal(UtcTime before, std::size_t limit);

  Database& database_;
  std::optional<Error> spoilt_;
  std::vector<ports::Unreadable> unreadable_;
  bool has_erased_ = false;
  bool has_written_ = false;
};

}  // namespace pl::store
