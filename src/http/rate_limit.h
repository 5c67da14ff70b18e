// How often somebody may ask.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "base/time.h"
#include "locks/mutex.h"

namespace pl::http {

// A bucket of tokens for each name: it holds `burst` and fills with `per_second`. From any thread.
class RateLimit {
 public:
  struct Rate {
    int per_second = 0;  // 0: no limit
    int burst = 0;
  };
  explicit RateLimit(Rate rate) : rate_(rate) {}

  // Takes one token; when there is none, how long until there is.
  std::optional<Millis> take(const std::string& name, UtcTime now);

  // How many are remembered; at most kMostNames.
  std::size_t names() const;
  static constexpr std::size_t kMostNames = 10'000;

 private:
  struct Bucket {
    std::int64_t millitokens = 0;
    UtcTime filled_at;
  };
  void forget_full_ones(UtcTime now) PL_UNDER(mutex_);
  std::int64_t filled(const Bucket& bucket, UtcTime now) const;

  const Rate rate_;
  mutable Mutex mutex_;
  std::map<std::string, Bucket> buckets_ PL_GUARDED_BY(mutex_);
};

}  // namespace pl::http
