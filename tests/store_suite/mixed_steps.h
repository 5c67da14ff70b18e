// Random changes and questions of every kind, with answers that can be compared between stores.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "rows.h"

namespace pl::store_suite {

// One thing to do in a transaction; its answer as text. It can be done again, and elsewhere.
using Step = std::function<Result<std::string>(ports::Tx&)>;

// What a store answered, or that it did.
template <class T>
Result<std::string> shown(const Result<T>& result) {
  if (!result) return tl::unexpected(result.error());
  if constexpr (std::is_void_v<T>) {
    return std::string("done");
  } else if constexpr (std::is_same_v<T, ports::Erased>) {
    return show(result->rows) + show(result->conversations);
  } else {
    return show(*result);
  }
}

// Few ids, numbers, lines and instants, so that everything meets everything.
class MixedSteps {
 public:
  explicit MixedSteps(std::uint64_t seed);

  Random& random() { return random_; }
  Step step();

 private:
  template <class T>
  const T& one_of(const std::vector<T>& values) {
    return values[random_.below(values.size())];
  }
  const core::LineName& line() { return one_of(lines_); }
  UtcTime soon() { return from_ms(static_cast<int>(random_.below(12))); }
  std::string digit() { return std::to_string(random_.below(4)) + "' OR '1'='1"; }
  std::size_t limit() { return random_.flag() ? 100 : random_.below(4); }
  std::vector<core::LineName> paused();

  core::Caller caller();
  core::Outreach outreach();
  core::Call call();
  core::TextMessage text();
  core::Attention attention();
  ports::InboxItem item();
  ports::OutreachFilter outreach_filter();

  Step change();
  Step rare_change();
  Step question();
  Step question_about_calls();
  Step rare_question();
  // mixed_steps_beside_calls.cpp
  ports::ApiKey key();
  ports::Endpoint endpoint();
  ports::Delivery delivery();
  ports::AttentionFilter attention_filter();
  ports::CallerFilter caller_filter();
  ports::DeliveryFilter delivery_filter();
  ports::RowKey row_key();
  Step change_beside_calls();
  Step change_of_privacy();
  Step question_beside_calls();
  Step question_of_privacy();

  Random random_;
  std::vector<core::CallerId> callers_;
  std::vector<core::OutreachId> outreaches_;
  std::vector<core::CallId> calls_;
  std::vector<core::TextId> texts_;
  std::vector<core::AttentionId> attention_;
  std::vector<core::ApiKeyId> keys_;
  std::vector<core::EndpointId> endpoints_;
  std::vector<core::DeliveryId> deliveries_;
  std::vector<core::ErasureId> erasures_;
  std::vector<core::PhoneNumber> numbers_;
  std::vector<core::LineName> lines_{{"alpha"}, {"' OR '1'='1"}, {"\" OR 1=1; --"}};
};

}  // namespace pl::store_suite
