// The SQLite C API, safe to hold: nothing leaks, every failure is an Error, and no error message
// holds what a row says, because values are only ever bound.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "store/sql/connection.h"

struct sqlite3;
struct sqlite3_stmt;

namespace pl::store {

// One use of a prepared statement; it ends, and the statement is free again, with this object.
class Query final : public Columns {
 public:
  Query(Query&&) = default;
  Query& operator=(Query&&) = delete;
  ~Query();

  // Goes to the next row; false after the last one, or at once for a statement without rows.
  Result<bool> next();

  // Of the row. A text lives until next().
  bool is_null(int column) const override;
  std::optional<std::int64_t> integer(int column) const override;
  std::optional<std::string_view> text(int column) const override;
  std::string_view column_name(int column) const override;

 private:
  friend class Database;
  // Shared with the connection, which may stop keeping a statement while it is used.
  using Prepared = std::shared_ptr<sqlite3_stmt>;
  Query(sqlite3* connection, Prepared statement, Cells cells);

  sqlite3* connection_;
  Prepared statement_;
  int bind_result_;
};

// How far a commit goes before it is acknowledged.
enum class Synchronous {
  kNormal,  // a power loss takes the last ones back: for those who test that this is noticed
  kFull,
};

struct OpenOptions {
  std::string vfs;  // SQLite's name of what stands between it and the disk; empty: its own
  Synchronous synchronous = Synchronous::kFull;
};

// One connection, for one thread at a time.
class Database final : public Connection {
 public:
  // Opens or creates a file, or ":memory:". Every commit is synced, foreign keys are on, what is
  // deleted is overwritten, and another connection's lock is waited for at most `patience`. Opening
  // alone changes nothing in the file.
  static Result<std::unique_ptr<Database>> open(const std::string& path, Millis patience,
                                                const OpenOptions& options = {});
  ~Database() override;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // Keeps what is written in a write-ahead log, as the file remembers from then on.
  Result<void> use_write_ahead_log();
  // Moves all of the log into the file and empties it, so that nothing older than what the file
  // says is left. kUnavailable while another program reads it.
  Result<void> fold_log();

  // The statement is prepared once and kept, as long as there are not too many. Only one use of a
  // statement at a time.
  Result<Query> query(std::string_view sql, Cells cells = {});
  Result<void> query(std::string_view sql, Cells cells, const Take& take) override;
  Result<std::int64_t> change(std::string_view sql, Cells cells = {}) override;
  // Several statements without parameters, not kept.
  Result<void> run_script(const std::string& sql);
  Result<std::int64_t> pragma(std::string_view name);

  bool in_transaction() const;
  // Whether the last statement failed of reading, writing or syncing the device.
  bool device_failed() const;
  // The text of every statement that was prepared and kept.
  std::vector<std::string> kept_statements() const;

 private:
  struct TextHash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  explicit Database(sqlite3* connection) : connection_(connection) {}
  Result<void> configure(Millis patience, Synchronous synchronous);

  sqlite3* connection_;
  std::unordered_map<std::string, Query::Prepared, TextHash, std::equal_to<>> kept_;
};

}  // namespace pl::store
