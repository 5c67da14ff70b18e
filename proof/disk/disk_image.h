// What is on a disk, and what may be on it after a power loss. Knows nothing of SQLite.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace pl::store {

// Random numbers that are the same on every machine (splitmix64).
class DiskRandom {
 public:
  explicit DiskRandom(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  std::uint64_t below(std::uint64_t limit) { return next() % limit; }  // limit > 0

 private:
  std::uint64_t state_;
};

// How much of what was never synced a power loss spares. Drawn anew for each, so that all, nothing
// and everything between is seen.
struct LossOdds {
  explicit LossOdds(DiskRandom& random);
  std::uint64_t sector;  // bytes that are written as one, unless they are torn
  std::uint64_t kept;    // of every four sectors
};

class FileImage {
 public:
  std::size_t size() const { return now_.size(); }
  // Gives how many bytes there were; those behind the end become zeros.
  std::size_t read(std::size_t offset, char* to, std::size_t size) const;
  void write(std::size_t offset, const char* bytes, std::size_t size);
  void truncate(std::size_t size);

  // All that was written so far survives.
  void sync();
  // As on Linux: each of the bytes that were to be synced may be durable or not, no later sync will
  // bother about them again, and yet they are read until the power goes.
  void fail_sync(DiskRandom& random);
  // The file becomes what survived. Costs as much as what was written since it was synced.
  void lose_power(DiskRandom& random);

 private:
  // A write, or, with an empty size, an end of the file.
  struct Change {
    std::size_t offset;
    std::size_t size;
    std::size_t bytes;  // where in pending_bytes_
  };

  // Makes some of what is pending durable.
  void settle(DiskRandom& random);
  void settle_write(const Change& change, const LossOdds& odds, DiskRandom& random);
  void put_durable(std::size_t offset, const char* bytes, std::size_t size);
  void forget_pending();
  // Makes what is read what is durable, where they may differ.
  void read_durable(const Change& change);

  std::vector<char> now_;      // what is read
  std::vector<char> durable_;  // as it was synced last
  std::vector<Change> pending_;
  std::vector<char> pending_bytes_;
  std::vector<Change> doubtful_;  // what syncs that failed left behind
};

// The files of one folder.
class FolderImage {
 public:
  // Shared with those who have it open: a file that is removed lives until it is closed.
  using Entry = std::shared_ptr<FileImage>;

  Entry find(const std::string& name) const;  // null when there is none
  Entry create(const std::string& name);
  bool remove(const std::string& name);  // false when there is none

  // What came and went so far has come and gone for good.
  void sync();
  // Of what came and went since, some has and some has not; and every file loses power.
  void lose_power(DiskRandom& random);

 private:
  static void enter(std::map<std::string, Entry>& entries, const std::string& name, Entry entry);

  std::map<std::string, Entry> now_;
  std::map<std::string, Entry> durable_;
  std::vector<std::pair<std::string, Entry>> pending_;  // null: it went
};

}  // namespace pl::store
