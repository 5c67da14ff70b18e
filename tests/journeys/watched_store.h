// The store of a journey: the real one, watched. Whatever became durable is told at once, in its
// order; and it can be made to fail, or to die between a write and its commit.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "ports/store.h"
#include "store/sqlite/sqlite_store.h"

namespace pl::journeys {

// A journal entry that became durable, with the rows it speaks of as they then were.
struct News {
  core::JournalEntry entry;
  std::optional<core::Attention> attention;
  std::optional<core::Caller> caller;
  std::optional<core::Outreach> outreach;
  std::optional<core::Call> call;
};

class WatchedStore final : public ports::Store {
 public:
  WatchedStore();

  void submit(ports::Priority priority, Work work, Done done) override;

  // Runs what is queued until nothing is, or the server died.
  void drain();

  // How many works were run.
  int works() const { return works_; }

  // The first work that writes as often fails at that write; once.
  void fail_write(int write) { failing_write_ = write; }
  // Every work fails until told otherwise.
  void set_down(bool down) { down_ = down; }

  // The next work is run, but never committed: the server dies before that.
  void die_before_commit() { dies_ = true; }
  void die_now() { died_ = true; }
  bool died() const { return died_; }
  // Forgets what is queued, as a new start does.
  void start_anew();

  std::function<void(const News&)> on_news;

 private:
  Result<void> run(const Work& work, ports::Tx& tx, std::vector<News>& news);
  Result<std::vector<News>> read_news(ports::Tx& tx) const;

  std::unique_ptr<store::SqliteStore> store_;
  std::int64_t told_ = 0;  // the last journal entry that was told
  int works_ = 0;
  int life_ = 0;
  std::optional<int> failing_write_;
  bool down_ = false;
  bool dies_ = false;
  bool died_ = false;
};

}  // namespace pl::journeys
