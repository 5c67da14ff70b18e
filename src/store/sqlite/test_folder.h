// For the tests of this room: files that go away, and a way to the store's own connection.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <memory>
#include <string>

#include "base/check.h"
#include "store/sqlite/sqlite_store.h"

namespace pl::store {

struct SqliteStoreProbe {
  static Database& database(SqliteStore& store) { return *store.database_; }
};

class TestFolder {
 public:
  TestFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "store-XXXXXX").string();
    PL_CHECK(::mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  ~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  std::string file(const std::string& name = "partyline.db") const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

inline std::unique_ptr<SqliteStore> open_or_stop(const std::string& path,
                                                 const OpenOptions& options = {}) {
  auto store = SqliteStore::open(path, options);
  PL_CHECK(store.has_value());
  return *std::move(store);
}

}  // namespace pl::store
