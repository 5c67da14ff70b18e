#include "watched_store.h"

#include "../support/failing_tx.h"
#include "base/check.h"

namespace pl::journeys {

WatchedStore::WatchedStore() {
  auto opened = store::SqliteStore::open(":memory:");
  PL_CHECK(opened.has_value());
  store_ = *std::move(opened);
}

void WatchedStore::submit(ports::Priority priority, Work work, Done done) {
  auto news = std::make_shared<std::vector<News>>();
  store_->submit(
      priority,
      [this, news, life = life_, work = std::move(work)](ports::Tx& tx) -> Result<void> {
        if (life != life_ || died_) return fail(Code::kUnavailable, "the server is gone");
        return run(work, tx, *news);
      },
      [this, news, life = life_, done = std::move(done)](Result<void> result) {
        if (life != life_ || died_) return;
        if (result) {
          for (const News& one : *news) {
            // Works of one batch each see the entries of those before them.
            if (one.entry.seq <= told_) continue;
            told_ = one.entry.seq;
            on_news(one);
          }
        }
        done(std::move(result));
      });
}

void WatchedStore::drain() {
  while (!died_ && store_->run_queued()) {
  }
}

void WatchedStore::start_anew() {
  ++life_;
  while (store_->run_queued()) {
  }
  died_ = false;
}

Result<void> WatchedStore::run(const Work& work, ports::Tx& tx, std::vector<News>& news) {
  ++works_;
  if (down_) return fail(Code::kUnavailable, "the database is gone");
  if (failing_write_) {
    testing::FailingTx failing(tx, *failing_write_);
    const Result<void> result = work(failing);
    if (failing.failed()) {
      failing_write_.reset();
      // An error that the engine overlooked would leave half of the work behind.
      PL_CHECK(!result);
    }
    PL_DO(result);
  } else {
    PL_DO(work(tx));
  }
  if (dies_) {
    dies_ = false;
    died_ = true;
    return fail(Code::kUnavailable, "the server died");
  }
  PL_TRY(news, read_news(tx));
  return {};
}

Result<std::vector<News>> WatchedStore::read_news(ports::Tx& tx) const {
  std::vector<News> news;
  PL_TRY(const auto entries, tx.journal(told_, 1000));
  for (const core::JournalEntry& entry : entries) {
    News one{entry, {}, {}, {}, {}};
    if (const auto id = entry.details.find("id"); id != entry.details.end()) {
      if (const auto attention = core::AttentionId::parse(id->second)) {
        PL_TRY(one.attention, tx.attention(*attention));
      }
    }
    if (entry.caller) {
      PL_TRY(one.caller, tx.caller(*entry.caller));
    }
    if (entry.outreach) {
      PL_TRY(one.outreach, tx.outreach(*entry.outreach));
    }
    if (entry.call) {
      PL_TRY(one.call, tx.call(*entry.call));
    }
    news.push_back(std::move(one));
  }
  return news;
}

}  // namespace pl::journeys
