#include "store/sqlite/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include "base/check.h"

namespace pl::store {
namespace {

// Updates name the columns that change, so their number depends on what happens.
constexpr std::size_t kStatementsKept = 1000;

Code code_of(int result) {
  switch (result & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_PROTOCOL:
    case SQLITE_NOMEM:
    case SQLITE_INTERRUPT:
      return Code::kUnavailable;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return Code::kCorrupt;
    case SQLITE_CONSTRAINT:
      break;
    default:
      return Code::kInternal;
  }
  // Only a value that is taken can be decided anew. The other constraints guard against ourselves.
  const bool taken = result == SQLITE_CONSTRAINT_UNIQUE || result == SQLITE_CONSTRAINT_PRIMARYKEY;
  return taken ? Code::kConflict : Code::kInternal;
}

std::string_view remedy_of(int result) {
  switch (result & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "; another program holds a lock on it";
    case SQLITE_FULL:
      return "; free some disk space";
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return "; the file and its folder must be writable";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return "; restore it from a backup";
    default:
      return "";
  }
}

tl::unexpected<Error> failure(sqlite3* connection, int result) {
  // SQLite's own words name tables and columns, never a bound value.
  const char* words = connection ? sqlite3_errmsg(connection) : sqlite3_errstr(result);
  return fail(code_of(result),
              fmt::format("database: {} (SQLite {}){}", words, result, remedy_of(result)));
}

int bind(sqlite3_stmt* statement, int parameter, const Cell& cell) {
  if (const auto* number = std::get_if<std::int64_t>(&cell)) {
    return sqlite3_bind_int64(statement, parameter, *number);
  }
  if (const auto* text = std::get_if<std::string_view>(&cell)) {
    const char* bytes = text->data() ? text->data() : "";  // a null pointer would bind NULL
    return sqlite3_bind_text64(statement, parameter, bytes, text->size(), SQLITE_TRANSIENT,
                               SQLITE_UTF8);
  }
  return sqlite3_bind_null(statement, parameter);
}

}  // namespace

Query::Query(sqlite3* connection, Prepared statement, Cells cells)
    : connection_(connection), statement_(std::move(statement)), bind_result_(SQLITE_OK) {
  PL_CHECK(!sqlite3_stmt_busy(statement_.get()));
  PL_CHECK(sqlite3_bind_parameter_count(statement_.get()) == static_cast<int>(cells.size()));
  int parameter = 0;
  for (const Cell& cell : cells) {
    bind_result_ = bind(statement_.get(), ++parameter, cell);
    if (bind_result_ != SQLITE_OK) return;
  }
}

Query::~Query() {
  if (!statement_) return;  // moved from
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
}

Result<bool> Query::next() {
  if (bind_result_ != SQLITE_OK) return failure(connection_, bind_result_);
  const int result = sqlite3_step(statement_.get());
  if (result == SQLITE_ROW) return true;
  if (result == SQLITE_DONE) return false;
  return failure(connection_, result);
}

bool Query::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

std::optional<std::int64_t> Query::integer(int column) const {
  if (sqlite3_column_type(statement_.get(), column) != SQLITE_INTEGER) return std::nullopt;
  return sqlite3_column_int64(statement_.get(), column);
}

std::optional<std::string_view> Query::text(int column) const {
  if (sqlite3_column_type(statement_.get(), column) != SQLITE_TEXT) return std::nullopt;
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  if (!bytes) return std::nullopt;
  return std::string_view(bytes,
                          static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

std::string_view Query::column_name(int column) const {
  const char* name = sqlite3_column_name(statement_.get(), column);
  return name ? name : "";
}

Result<std::unique_ptr<Database>> Database::open(const std::string& path, Millis patience,
                                                 const OpenOptions& options) {
  // Unless it is told before its first use that nobody asks, SQLite counts its memory, under a
  // lock.
  [[maybe_unused]] static const int told = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  sqlite3* connection = nullptr;
  // No mutex: one thread at a time is the owner's promise.
  const int flags =
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  const char* vfs = options.vfs.empty() ? nullptr : options.vfs.c_str();
  const int result = sqlite3_open_v2(path.c_str(), &connection, flags, vfs);
  std::unique_ptr<Database> database(new Database(connection));
  if (result != SQLITE_OK) return failure(connection, result);
  PL_DO(database->configure(patience, options.synchronous));
  return database;
}

Database::~Database() {
  kept_.clear();
  sqlite3_close_v2(connection_);
}

Result<void> Database::configure(Millis patience, Synchronous synchronous) {
  sqlite3_busy_timeout(connection_, static_cast<int>(patience.count()));
  sqlite3_db_config(connection_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  // A misspelt column in double quotes is an error, not a text.
  sqlite3_db_config(connection_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(connection_, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  PL_DO(run_script(synchronous == Synchronous::kFull ? "PRAGMA synchronous = FULL"
                                                     : "PRAGMA synchronous = NORMAL"));
  return run_script(
      "PRAGMA foreign_keys = ON;"
      "PRAGMA trusted_schema = OFF;"
      "PRAGMA cell_size_check = ON;"
      "PRAGMA secure_delete = ON;"
      "PRAGMA temp_store = MEMORY;"
      "PRAGMA journal_size_limit = 67108864;");
}

Result<void> Database::use_write_ahead_log() {
  PL_TRY(auto mode, query("PRAGMA journal_mode = WAL"));
  PL_TRY(const bool row, mode.next());
  const bool in_use = row && (mode.text(0) == "wal" || mode.text(0) == "memory");
  // It is told before it is true: the file is marked when the statement ends, and that can fail.
  PL_DO(mode.next());
  if (in_use) return {};
  return fail(Code::kUnavailable,
              "database: the write-ahead log cannot be used; put the file on a local disk");
}

Result<void> Database::fold_log() {
  PL_TRY(auto folding, query("PRAGMA wal_checkpoint(TRUNCATE)"));
  PL_TRY(const bool row, folding.next());
  const bool blocked = row && folding.integer(0) != 0;
  // As with the mode above, only the end of the statement is the truth.
  PL_DO(folding.next());
  if (!blocked) return {};
  return fail(Code::kUnavailable, "database: another program reads the write-ahead log");
}

Result<Query> Database::query(std::string_view sql, Cells cells) {
  const auto found = kept_.find(sql);
  if (found != kept_.end()) return Query(connection_, found->second, cells);
  sqlite3_stmt* made = nullptr;
  const int result = sqlite3_prepare_v3(connection_, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &made, nullptr);
  if (result != SQLITE_OK) return failure(connection_, result);
  const Query::Prepared statement(made, sqlite3_finalize);
  if (kept_.size() >= kStatementsKept) kept_.clear();
  kept_.emplace(sql, statement);
  return Query(connection_, statement, cells);
}

Result<void> Database::query(std::string_view sql, Cells cells, const Take& take) {
  PL_TRY(Query use, query(sql, cells));
  while (true) {
    PL_TRY(const bool more, use.next());
    if (!more) return {};
    PL_DO(take(use));
  }
}

Result<std::int64_t> Database::change(std::string_view sql, Cells cells) {
  PL_TRY(auto use, query(sql, cells));
  PL_TRY(const bool row, use.next());
  PL_CHECK(!row);
  return sqlite3_changes64(connection_);
}

Result<void> Database::run_script(const std::string& sql) {
  const char* rest = sql.c_str();
  while (*rest != '\0') {
    sqlite3_stmt* made = nullptr;
    const int result = sqlite3_prepare_v2(connection_, rest, -1, &made, &rest);
    if (result != SQLITE_OK) return failure(connection_, result);
    if (!made) continue;  // white space or a comment
    const Query::Prepared statement(made, sqlite3_finalize);
    int step = SQLITE_ROW;
    while (step == SQLITE_ROW) step = sqlite3_step(statement.get());
    if (step != SQLITE_DONE) return failure(connection_, step);
  }
  return {};
}

Result<std::int64_t> Database::pragma(std::string_view name) {
  PL_TRY(auto use, query(fmt::format("PRAGMA {}", name)));
  PL_TRY(const bool row, use.next());
  return row ? use.integer(0).value_or(0) : 0;
}

bool Database::in_transaction() const {
  return sqlite3_get_autocommit(connection_) == 0;
}

bool Database::device_failed() const {
  return (sqlite3_errcode(connection_) & 0xff) == SQLITE_IOERR;
}

std::vector<std::string> Database::kept_statements() const {
  std::vector<std::string> texts;
  for (const auto& [sql, statement] : kept_) texts.push_back(sql);
  return texts;
}

}  // namespace pl::store
