#include "sim/calamities.h"

#include <algorithm>

#include "sim/recorder.h"

namespace pl::sim {

using namespace std::chrono_literals;

namespace {

// Which row of theirs the fault is about; none where there is no such row.
std::optional<ports::RowKey> row_of(const Stage& stage, const PersonState& them, int which) {
  using ports::RowKey;
  using ports::Table;
  if (which == 1) return RowKey{Table::kCaller, them.id};
  if (which == 3) return RowKey{Table::kPause, stage.line.name.text};
  if (which == 2) {
    return them.call.empty() ? std::nullopt : std::optional(RowKey{Table::kCall, them.call});
  }
  for (auto one = them.outreaches.rbegin(); one != them.outreaches.rend(); ++one) {
    if (!core::is_terminal(one->state)) return RowKey{Table::kOutreach, one->id};
  }
  return std::nullopt;
}

}  // namespace

void Calamities::store(const Fact& fact) {
  if (stage_.healed()) return;
  stage_.fault(fact);
  if (stage_.recorder != nullptr) stage_.recorder->store(fact);
  switch (fact.how) {
    case How::kHeld:
      stage_.coverage.sometimes(Sometimes::kStoreHeld);
      stage_.last_trouble = stage_.time.now() + fact.length;
      return stage_.server.hold_store(fact.length);
    case How::kDown:
      stage_.coverage.sometimes(Sometimes::kStoreDown);
      store_.set_down(true);
      stage_.time.after(fact.length, [this] {
        if (stage_.recorder != nullptr) stage_.recorder->server("finds-database");
        store_.set_down(false);
        stage_.last_trouble = stage_.time.now();
      });
      stage_.last_trouble = stage_.time.now() + fact.length;
      return;
    case How::kFullAtWrite:
      stage_.coverage.sometimes(Sometimes::kStoreFull);
      stage_.last_trouble = stage_.time.now();
      return store_.fail_write(std::max(1, fact.count));
    case How::kDoubtKept:
      stage_.coverage.sometimes(Sometimes::kDoubtKept);
      return store_.doubt_next(true);
    case How::kDoubtLost:
      stage_.coverage.sometimes(Sometimes::kDoubtLost);
      return store_.doubt_next(false);
    case How::kNonsense:
    case How::kImmutable:
      return damage(fact);
    default:
      return;
  }
}

void Calamities::damage(const Fact& fact) {
  if (fact.caller == 0) return;
  const auto row = row_of(stage_, stage_.state_of(fact.caller), fact.count);
  const Harm how = fact.how == How::kNonsense ? Harm::kNonsense : Harm::kImmutable;
  if (!row || !store_.damage().harm(*row, how)) return;  // it is damaged already
  if (how == Harm::kNonsense) stage_.auditor.damaged(row->id);
  if (stage_.recorder != nullptr) stage_.recorder->damaged(*row, how);
  stage_.time.after(fact.length, [this, row = *row] { mend(row); });
}

void Calamities::mend(const ports::RowKey& row) {
  if (!store_.damage().mend(row)) return;
  stage_.auditor.mended(row.id);
  if (stage_.recorder != nullptr) stage_.recorder->mended(row);
}

void Calamities::platform(const Fact& fact) {
  if (stage_.healed()) return;
  stage_.fault(fact);
  switch (fact.how) {
    case How::kLookUpsFail:
      stage_.platform.look_ups_fail = true;
      platform_changed();
      return stage_.time.after(fact.length, [this] {
        stage_.platform.look_ups_fail = false;
        platform_changed();
      });
    case How::kListsLate:
      stage_.platform.listing_lag = std::chrono::seconds(fact.count);
      platform_changed();
      return stage_.time.after(fact.length, [this] {
        stage_.platform.listing_lag = 0ms;
        platform_changed();
      });
    case How::kFailsCalls:
      stage_.platform.fails_calls = true;
      platform_changed();
      return stage_.time.after(fact.length, [this] {
        stage_.platform.fails_calls = false;
        platform_changed();
      });
    case How::kDropsOverrides:
      using enum core::Aspect;
      stage_.platform.drops =
          fact.count % 2 == 0 ? std::set{kFirstMessage} : std::set{kPrompt, kVoiceId};
      drops_changed();
      return stage_.time.after(fact.length, [this] {
        stage_.platform.drops.clear();
        drops_changed();
      });
    case How::kTakesNoDials:
    case How::kSwallowsDials:
      return fates_.outage(fact.how, stage_.time.now() + fact.length);
    default:
      return;
  }
}

void Calamities::platform_changed() {
  if (stage_.recorder != nullptr) stage_.recorder->platform(stage_.platform);
}

void Calamities::drops_changed() {
  if (stage_.recorder != nullptr) stage_.recorder->drops(stage_.platform);
}

void Calamities::heal() {
  if (!stage_.platform.drops.empty()) {
    stage_.platform.drops.clear();
    drops_changed();
  }
  stage_.platform.look_ups_fail = false;
  stage_.platform.listing_lag = 0ms;
  if (stage_.recorder != nullptr) stage_.recorder->heal(stage_.platform, stage_.server.is_up());
  fates_.heal();
  for (const ports::RowKey& row : store_.damage().rows()) mend(row);
  store_.set_down(false);
  stage_.server.hold_store(0ms);
  store_.fail_write(0);
  mortality_.die_at(0);
  stage_.last_trouble = stage_.time.now();
  if (!stage_.server.is_up()) stage_.server.start();
  stage_.server.drain();
}

}  // namespace pl::sim
