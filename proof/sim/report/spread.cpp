#include "sim/report/spread.h"

#include <algorithm>

namespace pl::sim::report {
namespace {

// By nearest rank; `sorted` is not empty.
Millis percentile(const std::vector<Millis>& sorted, std::size_t percent) {
  const std::size_t rank = (sorted.size() * percent + 99) / 100;
  return sorted[std::max<std::size_t>(rank, 1) - 1];
}

}  // namespace

Spread spread_of(std::vector<Millis> lengths) {
  Spread spread;
  if (lengths.empty()) return spread;
  std::sort(lengths.begin(), lengths.end());
  spread.count = static_cast<int>(lengths.size());
  spread.p50 = percentile(lengths, 50);
  spread.p90 = percentile(lengths, 90);
  spread.p95 = percentile(lengths, 95);
  spread.p99 = percentile(lengths, 99);
  spread.max = lengths.back();
  for (const Millis length : lengths) {
    const auto* const end = std::upper_bound(kBucketEnds.begin(), kBucketEnds.end(), length);
    ++spread.buckets[static_cast<std::size_t>(end - kBucketEnds.begin())];
  }
  return spread;
}

}  // namespace pl::sim::report
