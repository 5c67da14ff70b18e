#include "engine/retention.h"

#include <utility>

namespace pl::engine {
namespace {

constexpr std::size_t kAtOnce = 100;  // a pre-call webhook may be waiting for this turn's end

}  // namespace

Result<std::size_t> let_go(Turn& turn, const Retention& retention) {
  const std::pair<ports::Kept, std::chrono::days> periods[] = {
      {ports::Kept::kSpeech, retention.speech},
      {ports::Kept::kHistory, retention.history},
      {ports::Kept::kJournal, retention.journal}};
  for (const auto& [kept, period] : periods) {
    if (period.count() == 0) continue;
    PL_TRY(const std::size_t gone, turn.tx.drop(kept, turn.now - period, kAtOnce));
    if (gone > 0) return gone;
  }
  return std::size_t{0};
}

}  // namespace pl::engine
