#include "http/rate_limit.h"

#include <algorithm>

namespace pl::http {
namespace {
// A rate of n a second fills n thousandths of a token in a millisecond.
constexpr std::int64_t kToken = 1000;
}  // namespace

std::int64_t RateLimit::filled(const Bucket& bucket, UtcTime now) const {
  // A clock that was set back fills nothing.
  const auto passed = std::max(now - bucket.filled_at, Millis(0));
  const std::int64_t missing = rate_.burst * kToken - bucket.millitokens;
  if (passed.count() >= missing / rate_.per_second + 1) return rate_.burst * kToken;
  return bucket.millitokens + passed.count() * rate_.per_second;
}

void RateLimit::forget_full_ones(UtcTime now) {
  std::erase_if(buckets_, [&](const auto& named) {
    return filled(named.second, now) >= rate_.burst * kToken;
  });
  // So many that are all in use are an attack: who comes now is counted from anew.
  if (buckets_.size() >= kMostNames) buckets_.clear();
}

std::size_t RateLimit::names() const {
  const Lock lock(mutex_);
  return buckets_.size();
}

std::optional<Millis> RateLimit::take(const std::string& name, UtcTime now) {
  if (rate_.per_second == 0) return std::nullopt;
  const Lock lock(mutex_);
  if (buckets_.size() >= kMostNames) forget_full_ones(now);
  const auto [place, is_new] = buckets_.try_emplace(name, Bucket{rate_.burst * kToken, now});
  Bucket& bucket = place->second;
  bucket = {filled(bucket, now), now};
  if (bucket.millitokens < kToken) {
    const std::int64_t missing = kToken - bucket.millitokens;
    return Millis((missing + rate_.per_second - 1) / rate_.per_second);
  }
  bucket.millitokens -= kToken;
  return std::nullopt;
}

}  // namespace pl::http
