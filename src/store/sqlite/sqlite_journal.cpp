// What people read: items for their attention, and the record of everything.
#include "store/sqlite/codec.h"
#include "store/sqlite/sqlite_tx.h"

namespace pl::store {
namespace {

constexpr const char* kAttentionColumns =
    "id, line, reason, subject, what, todo, raised_at, resolved_at";

const RowSql& sql() {
  static const RowSql made = row_sql("attention", kAttentionColumns);
  return made;
}

Result<core::Attention> read_attention(const Query& query) {
  Row row(query, "attention");
  core::Attention attention{
      .id = row.get<core::AttentionId>(),
      .line = row.get<core::LineName>(),
      .reason = row.get<core::AttentionReason>(),
      .subject = row.get<std::string>(),
      .what = row.get<std::string>(),
      .todo = row.get<std::string>(),
      .raised_at = row.get<UtcTime>(),
      .resolved_at = row.get<std::optional<UtcTime>>(),
  };
  return row.checked(std::move(attention));
}

Result<core::JournalEntry> read_entry(const Query& query) {
  Row row(query, "journal");
  core::JournalEntry entry{
      .seq = row.get<std::int64_t>(),
      .at = row.get<UtcTime>(),
      .line = row.get<core::LineName>(),
      .kind = row.get<std::string>(),
      .caller = row.get<std::optional<core::CallerId>>(),
      .outreach = row.get<std::optional<core::OutreachId>>(),
      .call = row.get<std::optional<core::CallId>>(),
      .details = row.json(texts_from),
  };
  return row.checked(std::move(entry));
}

}  // namespace

Result<bool> SqliteTx::raise(const core::Attention& a) {
  static const std::string kRaise =
      sql().insert + " ON CONFLICT (reason, subject) WHERE resolved_at IS NULL DO NOTHING";
  PL_TRY(const std::int64_t rows,
         change(kRaise, {cell(a.id), cell(a.line), cell(a.reason), cell(a.subject), cell(a.what),
                         cell(a.todo), cell(a.raised_at), cell(a.resolved_at)}));
  return rows == 1;
}

Result<std::optional<core::Attention>> SqliteTx::attention(const core::AttentionId& id) {
  static const std::string kById = sql().select + " WHERE id = ?";
  return one(kById, {cell(id)}, read_attention);
}

Result<std::vector<core::Attention>> SqliteTx::open_attention(
    const ports::AttentionFilter& filter) {
  Conditions wanted;
  wanted.add("resolved_at IS NULL");
  if (filter.line) wanted.add("line = ?", cell(*filter.line));
  if (filter.reason) wanted.add("reason = ?", cell(*filter.reason));
  if (filter.before) wanted.add("id < ?", cell(*filter.before));
  return all(sql().select + wanted.newest_first(filter.limit), wanted.cells(), read_attention);
}

Result<void> SqliteTx::resolve(const core::AttentionId& id, UtcTime now) {
  // Resolved a second time, it keeps its first time.
  PL_TRY(const std::int64_t rows,
         change("UPDATE attention SET resolved_at = coalesce(resolved_at, ?2) WHERE id = ?1",
                {cell(id), cell(now)}));
  return must_be_there(rows, "attention item");
}

Result<void> SqliteTx::append(const core::JournalEntry& entry) {
  const std::string details = to_json(entry.details);
  PL_DO(
      change("INSERT INTO journal (at, line, kind, caller_id, outreach_id, call_id, details)"
             " VALUES (?, ?, ?, ?, ?, ?, ?)",
             {cell(entry.at), cell(entry.line), cell(entry.kind), cell(entry.caller),
              cell(entry.outreach), cell(entry.call), cell(details)}));
  return {};
}

Result<std::vector<core::JournalEntry>> SqliteTx::journal(std::int64_t after, std::size_t limit) {
  return all(
      "SELECT seq, at, line, kind, caller_id, outreach_id, call_id, details FROM journal"
      " WHERE seq > ? ORDER BY seq LIMIT ?",
      {cell(after), cell_of_limit(limit)}, read_entry);
}

}  // namespace pl::store
