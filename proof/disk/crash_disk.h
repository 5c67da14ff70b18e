// A disk in memory for SQLite, which can lose power and fail: for tests and the simulator. After a
// power loss it holds what a real one may hold, and never more than it promised.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace pl::store {

enum class DiskOp { kWrite, kSync, kTruncate, kAny };

enum class DiskFault {
  kFull,    // a write writes some of its bytes at most; a sync or a truncation fails as below
  kDevice,  // an I/O error; what was to be synced may or may not have been
};

enum class Lasting { kOnce, kUntilHealed };

struct DiskState;

// One folder of files, for one thread. A database in it is open once at a time. It is there under
// its name for as long as this object lives, so whoever opened a file must close it before.
//
// A sync makes a file durable, and that of a log or journal which is new makes the folder so too,
// as SQLite's own layer on Linux does. It also tells SQLite what that one tells: 4096 bytes a
// sector, and that a write cut short damages no bytes beside those it was to write.
class CrashDisk {
 public:
  CrashDisk();
  ~CrashDisk();
  CrashDisk(const CrashDisk&) = delete;
  CrashDisk& operator=(const CrashDisk&) = delete;

  // SQLite's name for it, as in OpenOptions::vfs.
  const std::string& vfs() const;

  // What was synced stays. Of every write since, each sector of 512 or 4096 bytes is there, is not,
  // or is torn; so with the ends of files; files that came or went may have or have not. Faults are
  // healed. All open files are dead: their every use fails and changes nothing, and only closing
  // them is left. The same seed and the same operations leave the same bytes. Costs as much as what
  // was written since the last sync.
  //
  // To lose it in the middle of a commit, let every operation from the n-th on fail, and then this.
  void lose_power(std::uint64_t seed);
  // What kill -9 does: open files are dead, and everything that was written is there. Faults stay.
  void kill();

  // The n-th such operation from now on (1: the next one), over all files, fails; and with
  // kUntilHealed every further one too. Replaces what was asked for before. Until it has happened,
  // heal() calls it off.
  void fail_next(DiskOp op, std::uint64_t n, DiskFault how, Lasting lasting = Lasting::kOnce);
  void heal();

  // What a file holds now; empty when there is none.
  std::string bytes(const std::string& file) const;

  // Operations so far, those that failed included.
  std::uint64_t writes() const;
  std::uint64_t syncs() const;
  std::uint64_t truncates() const;

 private:
  std::unique_ptr<DiskState> state_;
};

}  // namespace pl::store
