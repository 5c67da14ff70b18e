// The schema, step by step.
#pragma once

#include <cstdint>

#include "store/sqlite/database.h"

namespace pl::store {

// Marks a file as ours ("PLin"), so that another program's database is never changed.
inline constexpr std::int64_t kApplicationId = 0x504c696e;

std::int64_t newest_schema();

// Changes nothing. kInvalid when the file belongs to another program or to a newer Party Line.
Result<void> check_schema(Database& database);

// Brings a checked database to the newest schema, or an older one, each step in its own
// transaction.
Result<void> migrate(Database& database, std::int64_t schema = newest_schema());

}  // namespace pl::store
