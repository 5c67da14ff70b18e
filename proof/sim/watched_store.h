// The store of a world: a real one, watched. Whatever became durable is told at once, in its order;
// and it can be made to stand still, to fail, or to die between a write and its commit.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "audit/facts.h"
#include "ports/store.h"
#include "sim/mortality.h"
#include "sim/random.h"
#include "sim/virtual_time.h"
#include "sim/watched_tx.h"

namespace pl::sim {

// A store that a world can be played on.
class Backend {
 public:
  virtual ~Backend() = default;
  virtual ports::Store& store() = 0;
  virtual bool run_queued() = 0;
  // The server dies at this moment; whatever it still seems to do, it does not.
  virtual void dying() {}
  // It is dead: what is queued is forgotten, and only what is durable is left.
  virtual void crash() = 0;
  // A commit that the dying server began is there afterwards; otherwise nobody can say.
  virtual bool keeps_what_dies() const = 0;
};

// What one work wrote: in the auditor's words, and in core's what a story tells more of.
struct Written {
  audit::Commit commit;
  std::vector<core::Attention> raised;
};

class WatchedStore final : public ports::Store {
 public:
  // Everything outlives the store.
  WatchedStore(Backend& backend, const VirtualTime& time, const ServerClock& clock,
               Mortality& mortality);

  void submit(ports::Priority priority, Work work, Done done) override;

  // Runs what is queued until nothing is, the server died, or the store stands still.
  void drain();

  // How many works were run.
  int works() const { return works_; }

  // What the next works are said to be asked by, for the reader of a complaint.
  void set_cause(std::string cause) { cause_ = std::move(cause); }

  // Nothing is run before `until`: another program holds the lock, or the disk is slow.
  void hold(UtcTime until) { held_until_ = until; }
  bool held() const { return time_.now() < held_until_; }
  void set_down(bool down) { down_ = down; }
  // The first work that writes as often fails at that write; once.
  void fail_write(int write) { failing_write_ = write; }
  // The next work that writes ends in doubt: it was kept, or it was lost, and nobody is told.
  void doubt_next(bool kept) { doubt_ = kept ? Doubt::kKept : Doubt::kLost; }

  // Rows that are damaged, until they are mended.
  Damage& damage() { return damage_; }

  // From now on some works, drawn by `random`, are run, undone, and run again, as a store may do.
  // `entropy` is what they draw from: it gives the second run what it gave the first, so that a
  // world is no other one for it.
  void run_some_again(Random random, CountingEntropy& entropy);

  // Forgets what is queued, as a new start does.
  void start_anew();

  std::function<void(const Written&)> on_commit;
  // What may have been kept, or not.
  std::function<void(const Written&)> on_doubt;
  // Of each damaged row that a work came upon; may be empty.
  std::function<void(const ports::RowKey&)> on_unreadable;
  // Where a death leaves doubts: the store as it is when it was opened again.
  std::function<Result<void>(ports::Tx&)> on_reopen;

 private:
  enum class Doubt { kNone, kKept, kLost };
  struct Job;

  struct Again {
    Random random;
    CountingEntropy& entropy;
  };

  void run_to_be_undone(ports::Priority priority, const Work& work);
  Result<void> run(const Work& work, ports::Tx& tx, Job& job);
  bool acknowledges_early(const Job& job) const;
  void tell(const Job& job, const Result<void>& result);

  Backend& backend_;
  const VirtualTime& time_;
  const ServerClock& clock_;
  Mortality& mortality_;
  std::optional<Again> again_;
  std::string cause_;
  int works_ = 0;
  int life_ = 0;
  UtcTime held_until_{};
  bool down_ = false;
  int failing_write_ = 0;
  Doubt doubt_ = Doubt::kNone;
  Damage damage_;
};

}  // namespace pl::sim
