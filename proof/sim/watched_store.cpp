#include "sim/watched_store.h"

#include "base/check.h"
#include "base/planted.h"
#include "sim/audit_words.h"

namespace pl::sim {
namespace {

// Keeps each row once, as it was written last.
class Notes final : public RowWatcher {
 public:
  explicit Notes(Written& written) : w_(written) {}

  void wrote(const core::Caller& row) override { note(w_.commit.callers, audit_words(row)); }
  void wrote(const core::Outreach& row) override { note(w_.commit.outreaches, audit_words(row)); }
  void wrote(const core::Call& row) override {
    audit::CallRow words = audit_words(row);
    for (const audit::CallRow& known : w_.commit.calls) {
      if (known.id == words.id) words.told = known.told;
    }
    note(w_.commit.calls, std::move(words));
  }
  void wrote(const core::CallId& call, const core::Initiation& initiation) override {
    for (audit::CallRow& row : w_.commit.calls) {
      if (row.id == call.text()) row.told = audit_words(initiation);
    }
  }
  void wrote(const core::TextMessage& row) override { note(w_.commit.texts, audit_words(row)); }
  void wrote(const core::Attention& row) override {
    note(w_.commit.attention, {row.id.text(), std::string(core::text_of(row.reason)), row.subject,
                               !row.resolved_at.has_value()});
    w_.raised.push_back(row);
  }
  void wrote(const core::JournalEntry& row) override {
    audit::JournalRow told;
    told.kind = row.kind;
    if (row.outreach) told.outreach = row.outreach->text();
    if (row.call) told.call = row.call->text();
    if (row.caller) told.caller = row.caller->text();
    told.details = row.details;
    w_.commit.journal.push_back(std::move(told));
  }
  void removed(const core::TextId& text) override {
    w_.commit.removed_texts.push_back(text.text());
  }
  void erased(const core::CallerId& caller) override { w_.commit.erased.push_back(caller.text()); }
  void resolved(const core::AttentionId& attention) override {
    note(w_.commit.attention, {attention.text(), "", "", false});
  }

 private:
  template <class Row>
  void note(std::vector<Row>& rows, Row&& row) {
    for (Row& known : rows) {
      if (known.id != row.id) continue;
      known = std::move(row);
      return;
    }
    rows.push_back(std::move(row));
  }

  Written& w_;
};

// Of a thousand works, how many are run again.
constexpr int kRunAgain = 30;

bool wrote_anything(const audit::Commit& commit) {
  return !commit.callers.empty() || !commit.outreaches.empty() || !commit.calls.empty() ||
         !commit.texts.empty() || !commit.removed_texts.empty() || !commit.attention.empty() ||
         !commit.journal.empty() || !commit.erased.empty();
}

}  // namespace

// One work and what became of it.
struct WatchedStore::Job {
  Written written;
  Done done;
  int life = 0;
  Doubt doubt = Doubt::kNone;
};

WatchedStore::WatchedStore(Backend& backend, const VirtualTime& time, const ServerClock& clock,
                           Mortality& mortality)
    : backend_(backend), time_(time), clock_(clock), mortality_(mortality) {
  mortality_.on_death = [this] { backend_.dying(); };
}

void WatchedStore::submit(ports::Priority priority, Work work, Done done) {
  auto job = std::make_shared<Job>();
  job->life = life_;
  job->done = std::move(done);
  job->written.commit.cause = cause_;
  if (again_ && again_->random.chance(kRunAgain)) run_to_be_undone(priority, work);
  backend_.store().submit(
      priority, [this, job, work = std::move(work)](ports::Tx& tx) { return run(work, tx, *job); },
      [this, job](Result<void> result) {
        if (wrote_anything(job->written.commit)) tell(*job, result);
        if (job->life != life_ || !mortality_.passes()) return;
        if (!job->done) return;
        if (job->doubt == Doubt::kKept) {
          return job->done(fail(Code::kOutcomeUnknown, "the disk did not answer"));
        }
        job->done(std::move(result));
      });
}

void WatchedStore::run_some_again(Random random, CountingEntropy& entropy) {
  again_.emplace(Again{random, entropy});
}

// As a work of its own, right before the one that counts, which fails when it has done everything.
void WatchedStore::run_to_be_undone(ports::Priority priority, const Work& work) {
  backend_.store().submit(
      priority,
      [this, work, life = life_](ports::Tx& tx) -> Result<void> {
        if (life == life_ && !mortality_.dead() && !down_) {
          const CountingEntropy before = again_->entropy;
          Written undone;
          Notes notes(undone);
          WatchedTx watched(tx, notes, 0, damage_);
          (void)work(watched);
          again_->entropy = before;
        }
        return fail(Code::kInternal, "run to be undone");
      },
      [](const Result<void>&) {});
}

void WatchedStore::tell(const Job& job, const Result<void>& result) {
  const bool too_late = mortality_.dead() && !backend_.keeps_what_dies();
  if (result && !too_late) return on_commit(job.written);
  const bool unknown = !result && result.error().code == Code::kOutcomeUnknown;
  if (result || (unknown && job.doubt == Doubt::kNone)) on_doubt(job.written);
}

// A bug that can be planted: the dial leaves before its attempt is durable.
bool WatchedStore::acknowledges_early(const Job& job) const {
  return planted(Bug::kRowAfterDial) && job.written.commit.cause == "pump";
}

Result<void> WatchedStore::run(const Work& work, ports::Tx& tx, Job& job) {
  if (job.life != life_ || !mortality_.passes()) {
    return fail(Code::kUnavailable, "the server is gone");
  }
  ++works_;
  if (down_) return fail(Code::kUnavailable, "the database is gone");
  job.written.commit.true_time = time_.now();
  job.written.commit.at = clock_.now();
  Notes notes(job.written);
  WatchedTx watched(tx, notes, failing_write_, damage_);
  const Result<void> result = work(watched);
  for (const ports::Unreadable& met : watched.unreadable()) {
    if (on_unreadable) on_unreadable(met.row);
  }
  if (watched.failed()) {
    failing_write_ = 0;
    // An error that the engine overlooked would leave half of the work behind.
    PL_CHECK(!result);
  }
  if (!result) job.written = {};
  PL_DO(result);
  if (acknowledges_early(job) && job.done) std::exchange(job.done, nullptr)({});
  if (!mortality_.passes()) return fail(Code::kUnavailable, "the server died");
  if (doubt_ == Doubt::kNone || !wrote_anything(job.written.commit)) return {};
  job.doubt = std::exchange(doubt_, Doubt::kNone);
  if (job.doubt == Doubt::kKept) return {};
  return fail(Code::kOutcomeUnknown, "the disk did not answer");
}

void WatchedStore::drain() {
  while (!mortality_.dead() && !held() && backend_.run_queued()) {
  }
}

void WatchedStore::start_anew() {
  ++life_;
  backend_.crash();
  if (backend_.keeps_what_dies() || !on_reopen) return;
  backend_.store().submit(ports::Priority::kCall, on_reopen,
                          [](const Result<void>& read) { PL_CHECK(read.has_value()); });
  while (backend_.run_queued()) {
  }
}

}  // namespace pl::sim
