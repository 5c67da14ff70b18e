// The numbers that asked to be left alone, in a file beside the database: whatever backup the
// database is restored from, they are not forgotten.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <string>

#include "base/result.h"
#include "locks/mutex.h"
#include "ports/suppression.h"

namespace pl::host {

// The file has a line for each change: "+" or "-" and the number's HMAC-SHA256 in hex.
class SuppressionFile final : public ports::Suppression {
 public:
  // Opens the file, or makes it, readable by its owner alone. `key` is the key of the hashes: with
  // another one nobody is recognised. kUnavailable names the file.
  static Result<std::unique_ptr<SuppressionFile>> open(const std::string& file, std::string key);
  ~SuppressionFile() override;

  // What the file says: whether each hash is suppressed. A line cut short by a crash is passed
  // over.
  Result<std::map<std::string, bool>> noted() const;

  std::string hash_of(const core::PhoneNumber& number) const override;
  // The line is on the disk before this returns, unless has_failed().
  void note(const std::string& hash, bool suppressed) override;
  // Whether a line could not be written: the database alone knows of it then.
  bool has_failed() const { return failed_; }

 private:
  SuppressionFile(std::string file, std::string key, int descriptor)
      : file_(std::move(file)), key_(std::move(key)), descriptor_(descriptor) {}

  const std::string file_;
  const std::string key_;
  Mutex mutex_;  // a line is written whole
  const int descriptor_ PL_GUARDED_BY(mutex_);
  std::atomic<bool> failed_{false};
};

}  // namespace pl::host
