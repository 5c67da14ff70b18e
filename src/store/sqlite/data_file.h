// The database file on disk: private, local, and of one process alone.
#pragma once

#include <string>

#include "base/result.h"

namespace pl::store {

// Holds an exclusive lock on "<database>.lock" until it goes. The kernel frees it with the process,
// however that ends; the file stays, because removing it would let two openers lock two files.
class DataFile {
 public:
  // kUnavailable when another process has it, or it cannot be made; kInvalid on a network file
  // system, where neither the lock nor the write-ahead log can be relied upon. The database file is
  // there afterwards, readable and writable by its owner alone. ":memory:" locks nothing.
  static Result<DataFile> take(const std::string& path);

  // For a file that is on no disk of this machine: as it is named, and without a lock.
  static DataFile elsewhere(const std::string& path) { return {path, -1}; }

  DataFile(DataFile&& other) noexcept;
  DataFile& operator=(DataFile&&) = delete;
  ~DataFile();

  // Absolute, symbolic links resolved: two names of a file are locked once.
  const std::string& path() const { return path_; }

 private:
  DataFile(std::string path, int lock) : path_(std::move(path)), lock_(lock) {}

  std::string path_;
  int lock_;
};

}  // namespace pl::store
