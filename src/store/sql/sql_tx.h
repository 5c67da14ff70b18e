// ports::Tx over one open transaction, or savepoint, of any SQL store. Its members lie in several
// files, by what they keep.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "ports/store.h"
#include "store/sql/conditions.h"
#include "store/sql/connection.h"
#include "store/sql/row.h"

namespace pl::store {

// The end of a question for rows, said where it is asked: one<core::Caller, "WHERE id = ?">(id).
template <std::size_t size>
struct Ending {
  consteval Ending(const char (&words)[size]) { std::copy(words, words + size, text); }
  char text[size];
};

class SqlTx final : public ports::Tx {
 public:
  explicit SqlTx(Connection& connection) : connection_(connection) {}

  // The first error that any member gave, kNotFound and kCorrupt apart. Whoever owns the
  // transaction must roll it back then, even if the work went on as if nothing had been.
  const std::optional<Error>& spoilt() const { return spoilt_; }
  // Whether a caller was erased: once that is committed, what the log still says of them must go.
  bool has_erased() const { return has_erased_; }
  bool has_written() const override { return has_written_; }

  // callers.cpp
  Result<std::optional<core::Caller>> caller(const core::CallerId& id) override;
  Result<std::optional<core::Caller>> caller_by_number(const core::LineName& line,
                                                       const core::PhoneNumber& number) override;
  Result<std::vector<core::Caller>> callers_with(const core::PhoneNumber& number) override;
  Result<std::vector<core::Caller>> callers_in_chat(const std::string& telegram_chat_id) override;
  Result<std::vector<core::Caller>> callers(const ports::CallerFilter& filter) override;
  Result<void> insert(const core::Caller& caller) override;
  Result<void> update(const core::Caller& caller) override;

  // outreaches.cpp
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

  // calls.cpp
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

  // call_facts.cpp
  Result<bool> has_live_call(const core::PhoneNumber& number, UtcTime now) override;
  Result<int> live_calls(const core::LineName& line, UtcTime now) override;
  Result<std::vector<UtcTime>> dials_to(const core::PhoneNumber& number, UtcTime since) override;
  Result<std::vector<UtcTime>> dials_of(const core::LineName& line, UtcTime since) override;
  Result<std::optional<UtcTime>> last_conversation_end(const core::CallerId& caller) override;

  // texts.cpp
  Result<std::vector<core::TextMessage>> texts_of(const core::OutreachId& outreach) override;
  Result<std::vector<core::TextMessage>> unanswered_texts() override;
  Result<std::optional<core::TextMessage>> text(const core::TextId& id) override;
  Result<std::optional<core::TextMessage>> text_by_channel_id(
      core::Channel channel, const std::string& channel_id) override;
  Result<void> insert(const core::TextMessage& text) override;
  Result<void> update(const core::TextMessage& text) override;
  Result<void> remove(const core::TextId& text) override;

  // platform.cpp
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

  // journal.cpp
  Result<bool> raise(const core::Attention& attention) override;
  Result<std::optional<core::Attention>> attention(const core::AttentionId& id) override;
  Result<std::vector<core::Attention>> open_attention(
      const ports::AttentionFilter& filter) override;
  Result<void> resolve(const core::AttentionId& id, UtcTime now) override;
  Result<void> append(const core::JournalEntry& entry) override;
  Result<std::vector<core::JournalEntry>> journal(std::int64_t after, std::size_t limit) override;

  // access.cpp
  Result<std::vector<ports::ApiKey>> api_keys() override;
  Result<void> insert(const ports::ApiKey& key) override;
  Result<void> update(const ports::ApiKey& key) override;
  Result<std::optional<ports::KeptAnswer>> kept_answer(const core::ApiKeyId& asked_with,
                                                       const std::string& key) override;
  Result<void> insert(const ports::KeptAnswer& answer) override;
  Result<void> drop_kept_answers(UtcTime before) override;

  // outbox.cpp
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

  // privacy.cpp
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

  // set_aside.cpp
  std::vector<ports::Unreadable> unreadable() const override { return unreadable_; }
  Result<std::optional<ports::SetAside>> set_aside(const ports::RowKey& row) override;
  Result<std::vector<ports::SetAside>> due_set_asides(UtcTime now, std::size_t limit) override;
  Result<void> put(const ports::SetAside& row) override;
  Result<void> release(const ports::RowKey& row) override;
  Result<void> beat(UtcTime now) override;

  // erase.cpp
  Result<ports::Erased> erase(const core::CallerId& caller) override;

  // retention.cpp
  Result<std::size_t> drop(ports::Kept kept, UtcTime before, std::size_t limit) override;

 private:
  // Every access to the database goes through these, so that no error escapes unnoticed.
  Result<void> query(std::string_view sql, Cells cells, const Connection::Take& take) {
    return noted(connection_.query(sql, cells, take));
  }
  Result<std::int64_t> change(std::string_view sql, Cells cells) {
    auto rows = noted(connection_.change(sql, cells));
    has_written_ = has_written_ || rows.value_or(0) > 0;
    return rows;
  }
  // The rows that were changed.
  template <class... Values>
  Result<std::int64_t> change(std::string_view sql, const Values&... values) {
    const std::array<Cell, sizeof...(Values)> cells{cell(values)...};
    return change(sql, Cells(cells));
  }

  enum class Nonsense { kLeftOut, kFails };

  // What `read` makes of each row of the answer. One that makes no sense is met() and left out, or
  // the answer is kCorrupt.
  template <class Read, class Met>
  auto collect(std::string_view table, std::string_view sql, Cells cells, Read read,
               Nonsense nonsense, Met met)
      -> Result<std::vector<decltype(read(std::declval<RowReader&>()))>> {
    std::vector<decltype(read(std::declval<RowReader&>()))> found;
    std::optional<Error> wrong;
    const auto take = [&](const Columns& columns) -> Result<void> {
      RowReader reader(columns, table);
      auto row = read(reader);
      if (const auto sound = reader.checked(); !sound) {
        met(columns, sound.error());
        if (!wrong) wrong = sound.error();
      } else {
        found.push_back(std::move(row));
      }
      return {};
    };
    PL_DO(query(sql, cells, std::ref(take)));  // by reference: then nothing is allocated for it
    if (wrong && nonsense == Nonsense::kFails) return tl::unexpected(*std::move(wrong));
    return found;
  }
  template <class Read>
  auto collect(std::string_view table, std::string_view sql, Cells cells, Read read,
               Nonsense nonsense = Nonsense::kLeftOut) {
    return collect(table, sql, cells, read, nonsense, [](const Columns&, const Error&) {});
  }
  template <class T>
  static Result<std::optional<T>> first(Result<std::vector<T>> found) {
    if (!found) return tl::unexpected(std::move(found).error());
    if (found->empty()) return std::optional<T>();
    return std::optional<T>(std::move(found->front()));
  }

  template <class Row>
  Result<std::vector<Row>> rows(std::string_view sql, Cells cells,
                                Nonsense nonsense = Nonsense::kLeftOut) {
    return collect(
        Description<Row>::table, sql, cells, [](RowReader& reader) { return reader.whole<Row>(); },
        nonsense,
        [this](const Columns& columns, const Error& wrong) {
          met_unreadable<Row>(columns, wrong);
        });
  }
  template <class Row>
  void met_unreadable(const Columns& columns, const Error& wrong) {
    if constexpr (requires { Description<Row>::set_aside_as; }) {
      // A row whose very id makes no sense cannot be named.
      const auto id = columns.text(0);
      if (!id || !is_key<Row>(*id)) return;
      note_unreadable({{Description<Row>::set_aside_as, std::string(*id)}, wrong.message});
    }
  }
  template <class Row>
  static bool is_key(std::string_view text) {
    if constexpr (requires(Row row) { row.id; }) {
      return decltype(Row::id)::parse(text).has_value();
    } else {
      return true;
    }
  }
  template <class Row, Ending ending, class... Values>
  Result<std::vector<Row>> all(const Values&... values) {
    return ending_with<Row, ending>(Nonsense::kLeftOut, values...);
  }
  // kCorrupt where one of them makes no sense.
  template <class Row, Ending ending, class... Values>
  Result<std::vector<Row>> every(const Values&... values) {
    return ending_with<Row, ending>(Nonsense::kFails, values...);
  }
  template <class Row, Ending ending, class... Values>
  Result<std::vector<Row>> ending_with(Nonsense nonsense, const Values&... values) {
    static const std::string kSql = row_sql<Row>().select + " " + ending.text;
    const std::array<Cell, sizeof...(Values)> cells{cell(values)...};
    return rows<Row>(kSql, cells, nonsense);
  }
  template <class Row, Ending ending, class... Values>
  Result<std::optional<Row>> one(const Values&... values) {
    return first(every<Row, ending>(values...));
  }
  template <class Row>
  Result<std::vector<Row>> newest(Conditions& wanted, std::size_t limit) {
    const std::string sql = row_sql<Row>().select + wanted.newest_first(limit);
    return rows<Row>(sql, wanted.cells());
  }
  // The first column of an answer, from rows of that table.
  template <class T, class... Values>
  Result<std::vector<T>> each(std::string_view table, std::string_view sql,
                              const Values&... values) {
    const std::array<Cell, sizeof...(Values)> cells{cell(values)...};
    return collect(table, sql, cells, [](RowReader& reader) { return reader.column<T>(); });
  }
  template <class T, class... Values>
  Result<std::optional<T>> value(std::string_view table, std::string_view sql,
                                 const Values&... values) {
    const std::array<Cell, sizeof...(Values)> cells{cell(values)...};
    return first(collect(
        table, sql, cells, [](RowReader& reader) { return reader.column<T>(); }, Nonsense::kFails));
  }

  template <class Row>
  Result<void> insert_row(const Row& row) {
    PL_DO(change(row_sql<Row>().insert, Cells(RowCells(row))));
    return {};
  }
  template <class Row>
  Result<void> put_row(const Row& row) {
    PL_DO(change(row_sql<Row>().put, Cells(RowCells(row))));
    return {};
  }
  // Only columns that differ from what is stored are written: each that is named in an UPDATE costs
  // a page of every index it is in. kNotFound without such a row.
  template <class Row>
  Result<void> update_row(const Row& row) {
    return update_row(row_sql<Row>(), Cells(RowCells(row)));
  }
  Result<void> update_row(const RowSql& sql, Cells cells);
  // kNotFound when the row to change was not there.
  static Result<void> must_be_there(std::int64_t rows, std::string_view what);

  // What a database calls corrupt is itself, and no row of it.
  template <class T>
  Result<T> noted(Result<T> result) {
    if (result) return result;
    Error error = std::move(result).error();
    if (error.code == Code::kCorrupt) error.code = Code::kUnavailable;
    if (!spoilt_) spoilt_ = error;
    return tl::unexpected(std::move(error));
  }
  void note_unreadable(ports::Unreadable met);

  Result<std::vector<GoingCall>> calls_to_erase(const core::Caller& caller);
  // With what was said in it, and what came of it to the inbox.
  Result<void> erase_call(ports::Erased& erased, const GoingCall& call);
  // Runs a DELETE and counts its rows.
  template <class T>
  Result<void> erase_rows(ports::Erased& erased, const char* table, std::string_view condition,
                          const T& value);

  Result<std::vector<core::OutreachId>> due_of(int priority, UtcTime now,
                                               const std::vector<core::LineName>& paused,
                                               std::size_t limit);
  Result<std::size_t> drop_speech(UtcTime before, std::size_t limit);
  Result<std::size_t> drop_history(UtcTime before, std::size_t limit);
  Result<void> drop_outreach(const core::OutreachId& id);
  Result<std::size_t> drop_journal(UtcTime before, std::size_t limit);

  Connection& connection_;
  std::optional<Error> spoilt_;
  std::vector<ports::Unreadable> unreadable_;
  bool has_erased_ = false;
  bool has_written_ = false;
};

}  // namespace pl::store
