// Rows of every kind, filled at random to the edges, and compared field by field.
#pragma once

#include <random>

#include "ports/store.h"

namespace pl::store_suite {

class Random {
 public:
  explicit Random(std::uint64_t seed) : bits_(seed) {}

  std::uint64_t below(std::uint64_t limit) { return bits_() % limit; }
  bool flag() { return below(2) == 1; }
  int small() { return static_cast<int>(below(1000)); }
  // Empty, plain, quoted, with a NUL, or beyond ASCII.
  std::string text();
  // As hostile to a statement as it can be.
  std::string word() { return "w'\"" + std::to_string(bits_()); }
  UtcTime time() { return from_ms(static_cast<std::int64_t>(below(4'000'000'000'000))); }
  std::chrono::seconds seconds() { return std::chrono::seconds(small()); }
  core::PhoneNumber number();
  template <class Id>
  Id id() {
    return Id::make(time(), {bits_(), bits_()});
  }
  template <class Name>
  Name name() {
    return Name{word()};
  }
  template <class Enum>
  Enum one_of(std::uint64_t count) {
    return static_cast<Enum>(below(count));
  }
  template <class Make>
  auto maybe(Make make) -> std::optional<decltype(make())> {
    if (flag()) return std::nullopt;
    return make();
  }
  std::optional<UtcTime> maybe_time() {
    return maybe([this] { return time(); });
  }
  std::map<std::string, std::string> texts();

 private:
  std::mt19937_64 bits_;
};

core::Caller random_caller(Random& random);
core::Outreach random_outreach(Random& random, const core::CallerId& caller);
// Of that caller, or of a stranger; the other one of an outreach, or of none.
core::Call random_call(Random& random, const core::CallerId& caller,
                       const core::OutreachId& outreach);
core::Initiation random_initiation(Random& random);
core::TextMessage random_text(Random& random, const core::Outreach& outreach);
ports::InboxItem random_item(Random& random);
ports::ToolEffect random_effect(Random& random, const core::CallId& call);
core::Attention random_attention(Random& random);
core::JournalEntry random_entry(Random& random);
ports::ApiKey random_key(Random& random);
ports::KeptAnswer random_answer(Random& random);
ports::Endpoint random_endpoint(Random& random);
ports::Delivery random_delivery(Random& random, const core::EndpointId& endpoint);
ports::Erasure random_erasure(Random& random);
ports::Forgetting random_forgetting(Random& random, const core::ErasureId& erasure);

// Every field. A field that is added to a row and forgotten here does not compile.
bool same(const core::Caller& a, const core::Caller& b);
bool same(const core::Outreach& a, const core::Outreach& b);
bool same(const core::Call& a, const core::Call& b);
bool same(const core::Initiation& a, const core::Initiation& b);
bool same(const core::TextMessage& a, const core::TextMessage& b);
bool same(const ports::InboxItem& a, const ports::InboxItem& b);
bool same(const ports::DialerPause& a, const ports::DialerPause& b);
bool same(const ports::ToolEffect& a, const ports::ToolEffect& b);
bool same(const core::Attention& a, const core::Attention& b);
bool same(const core::JournalEntry& a, const core::JournalEntry& b);  // but for their seq
bool same(const ports::ApiKey& a, const ports::ApiKey& b);
bool same(const ports::KeptAnswer& a, const ports::KeptAnswer& b);
bool same(const ports::Endpoint& a, const ports::Endpoint& b);
bool same(const ports::Delivery& a, const ports::Delivery& b);
bool same(const ports::Erasure& a, const ports::Erasure& b);
bool same(const ports::Forgetting& a, const ports::Forgetting& b);

}  // namespace pl::store_suite
