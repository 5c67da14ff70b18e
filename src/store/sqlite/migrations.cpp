#include "store/sqlite/migrations.h"

#include <fmt/format.h>

#include "store/sql/schema.h"

namespace pl::store {
namespace {

Result<void> take_step(Database& database, std::size_t index) {
  PL_DO(database.run_script("BEGIN IMMEDIATE"));
  const std::string version = fmt::format("PRAGMA user_version = {};", index + 1);
  const std::string owner = fmt::format("PRAGMA application_id = {};", kApplicationId);
  auto done = database.run_script(schema_steps()[index] + version + owner + "COMMIT;");
  if (!done && database.in_transaction()) {
    // The first error is the one to tell; an open transaction ends with the connection anyway.
    (void)database.run_script("ROLLBACK");
  }
  return done;
}

}  // namespace

std::int64_t newest_schema() {
  return static_cast<std::int64_t>(schema_steps().size());
}

Result<void> check_schema(Database& database) {
  PL_TRY(const std::int64_t owner, database.pragma("application_id"));
  PL_TRY(const std::int64_t version, database.pragma("user_version"));
  PL_TRY(auto any_table, database.query("SELECT 1 FROM sqlite_schema LIMIT 1"));
  PL_TRY(const bool used, any_table.next());
  if (owner != kApplicationId && (used || owner != 0 || version != 0)) {
    return fail(Code::kInvalid, "database: the file belongs to another program; name another file");
  }
  if (version < 0 || version > newest_schema()) {
    return fail(Code::kInvalid,
                fmt::format("database: the file has schema {}, this Party Line knows up to {}; run "
                            "the newer Party Line, or restore the backup made before its upgrade",
                            version, newest_schema()));
  }
  return {};
}

Result<void> migrate(Database& database, std::int64_t schema) {
  PL_TRY(const std::int64_t version, database.pragma("user_version"));
  for (std::int64_t step = version; step < schema; ++step) {
    PL_DO(take_step(database, static_cast<std::size_t>(step)));
  }
  return {};
}

}  // namespace pl::store
