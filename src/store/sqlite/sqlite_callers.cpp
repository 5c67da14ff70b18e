#include "store/sqlite/codec.h"
#include "store/sqlite/sqlite_tx.h"

namespace pl::store {
namespace {

const RowSql& sql() {
  static const RowSql made = row_sql(
      "caller",
      "id, line, number, number_class, region, name, stage, profile, timezone, context, "
      "consent_voice, consent_text, consent_source, consent_wording, consent_at, opted_out_at, "
      "telegram_chat_id, created_at, updated_at");
  return made;
}

Result<core::Caller> read_caller(const Query& query) {
  Row row(query, "caller");
  core::Caller caller{
      .id = row.get<core::CallerId>(),
      .line = row.get<core::LineName>(),
      .number = {.number = row.get<core::PhoneNumber>(),
                 .number_class = row.get<core::NumberClass>(),
                 .region = row.get<std::string>()},
      .name = row.get<std::string>(),
      .stage = row.get<core::Stage>(),
      .profile = row.json(profile_from),
      .timezone = row.get<std::optional<std::string>>(),
      .context = row.json(texts_from),
      .consent = {.voice = row.get<bool>(),
                  .text = row.get<bool>(),
                  .source = row.get<std::string>(),
                  .wording = row.get<std::string>(),
                  .at = row.get<std::optional<UtcTime>>()},
      .opted_out_at = row.get<std::optional<UtcTime>>(),
      .telegram_chat_id = row.get<std::optional<std::string>>(),
      .created_at = row.get<UtcTime>(),
      .updated_at = row.get<UtcTime>(),
  };
  return row.checked(std::move(caller));
}

// The texts that the cells of a caller refer to.
struct Json {
  explicit Json(const core::Caller& caller)
      : profile(to_json(caller.profile)), context(to_json(caller.context)) {}
  std::string profile;
  std::string context;
};

Cells cells_of(const core::Caller& c, const Json& json) {
  return {cell(c.id),
          cell(c.line),
          cell(c.number.number),
          cell(c.number.number_class),
          cell(c.number.region),
          cell(c.name),
          cell(c.stage),
          cell(json.profile),
          cell(c.timezone),
          cell(json.context),
          cell(c.consent.voice),
          cell(c.consent.text),
          cell(c.consent.source),
          cell(c.consent.wording),
          cell(c.consent.at),
          cell(c.opted_out_at),
          cell(c.telegram_chat_id),
          cell(c.created_at),
          cell(c.updated_at)};
}

}  // namespace

Result<std::optional<core::Caller>> SqliteTx::caller(const core::CallerId& id) {
  static const std::string kById = sql().select + " WHERE id = ?";
  return one(kById, {cell(id)}, read_caller);
}

Result<std::optional<core::Caller>> SqliteTx::caller_by_number(const core::LineName& line,
                                                               const core::PhoneNumber& number) {
  static const std::string kByNumber = sql().select + " WHERE number = ? AND line = ?";
  return one(kByNumber, {cell(number), cell(line)}, read_caller);
}

Result<std::vector<core::Caller>> SqliteTx::callers_with(const core::PhoneNumber& number) {
  static const std::string kWithNumber = sql().select + " WHERE number = ? ORDER BY id";
  return all(kWithNumber, {cell(number)}, read_caller);
}

Result<std::vector<core::Caller>> SqliteTx::callers_in_chat(const std::string& telegram_chat_id) {
  static const std::string kInChat = sql().select + " WHERE telegram_chat_id = ? ORDER BY id";
  return all(kInChat, {cell(telegram_chat_id)}, read_caller);
}

Result<std::vector<core::Caller>> SqliteTx::callers(const ports::CallerFilter& filter) {
  Conditions wanted;
  if (filter.stage) wanted.add("stage = ?", cell(*filter.stage));
  // Few lines have many callers each, so a stage is the better index: no index has this expression.
  if (filter.line) wanted.add(filter.stage ? "line || '' = ?" : "line = ?", cell(*filter.line));
  if (filter.before) wanted.add("id < ?", cell(*filter.before));
  return all(sql().select + wanted.newest_first(filter.limit), wanted.cells(), read_caller);
}

Result<void> SqliteTx::insert(const core::Caller& caller) {
  PL_DO(change(sql().insert, cells_of(caller, Json(caller))));
  return {};
}

Result<void> SqliteTx::update(const core::Caller& caller) {
  return update_row(sql(), cells_of(caller, Json(caller)));
}

}  // namespace pl::store
