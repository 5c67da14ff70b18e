// Rows of every kind: at random, as text, and compared.
#pragma once

#include <fmt/format.h>

#include <set>

#include "random.h"
#include "store/sql/cell.h"

namespace pl::store_suite {

// Rows that can be kept: what they refer to is there, and what must be unique is. Those of other
// kinds can always be: random.any<core::Caller>().
core::Outreach random_outreach(Random& random, const core::CallerId& caller);
// Of that caller, or of a stranger; the other one of an outreach, or of none.
core::Call random_call(Random& random, const core::CallerId& caller,
                       const core::OutreachId& outreach);
core::TextMessage random_text(Random& random, const core::Outreach& outreach);
ports::InboxItem random_item(Random& random);
ports::ToolEffect random_effect(Random& random, const core::CallId& call);
core::Attention random_attention(Random& random);
core::JournalEntry random_entry(Random& random);
ports::ApiKey random_key(Random& random);
ports::Delivery random_delivery(Random& random, const core::EndpointId& endpoint);
ports::Forgetting random_forgetting(Random& random, const core::ErasureId& erasure);

// As a text that tells it apart from every other value.
template <class T>
std::string show(const T& value) {
  std::string shown;
  if constexpr (store::Described<T>) {
    store::each_member<T>([&](const auto& member) {
      std::string_view name;
      if constexpr (requires { member.name; }) name = member.name;
      shown += fmt::format("{}={} ", name, show(value.*member.at));
    });
  } else if constexpr (store::Plain<T>) {
    const store::Cell cell = store::cell(value);
    if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
    if (const auto* text = std::get_if<std::string_view>(&cell)) return fmt::format("'{}'", *text);
    return "none";
  } else if constexpr (store::kIsOptional<T>) {
    return value ? show(*value) : "none";
  } else if constexpr (store::IsMap<T>) {
    for (const auto& [key, held] : value) shown += fmt::format("{}: {}, ", show(key), show(held));
  } else if constexpr (store::IsSet<T> || requires { value.front(); }) {
    for (const auto& held : value) shown += show(held) + ", ";
  } else {
    return store::to_json(value);
  }
  return shown;
}

// "state: 'waiting' and 'held'; " for each member that differs; empty: they are the same.
template <store::Described T>
std::string difference(const T& a, const T& b) {
  std::string differ;
  store::each_member<T>([&](const auto& member) {
    const auto& one = a.*member.at;
    const auto& other = b.*member.at;
    if constexpr (store::Described<std::remove_cvref_t<decltype(one)>>) {
      differ += difference(one, other);
    } else if (one != other) {
      differ += fmt::format("{}: {} and {}; ", member.name, show(one), show(other));
    }
  });
  return differ;
}
template <store::Described T>
std::string difference(const std::optional<T>& found, const T& expected) {
  return found ? difference(*found, expected) : "there is none";
}
template <store::Described T>
bool same(const T& a, const T& b) {
  return difference(a, b).empty();
}

// The words of a row, or of all rows of its kind: "state=waiting".
template <class T>
void add_words(std::set<std::string>& words, std::string_view name, const T& value) {
  if constexpr (store::Described<T>) {
    store::each_member<T>([&](const auto& member) {
      if constexpr (requires { member.name; }) name = member.name;
      add_words(words, name, value.*member.at);
    });
  } else if constexpr (HasWords<T>) {
    words.insert(fmt::format("{}={}", name, text_of(value)));
  } else if constexpr (store::kIsOptional<T>) {
    if (value) add_words(words, name, *value);
  } else if constexpr (!store::IsMap<T> && !std::is_same_v<T, std::string> &&
                       requires { value.begin(); }) {
    for (const auto& held : value) add_words(words, name, held);
  }
}
// What add_words() can ever add for a T.
template <class T>
void add_every_word(std::set<std::string>& words, std::string_view name) {
  if constexpr (store::Described<T>) {
    store::each_member<T>([&](const auto& member) {
      if constexpr (requires { member.name; }) name = member.name;
      add_every_word<std::remove_cvref_t<decltype(std::declval<T&>().*member.at)>>(words, name);
    });
  } else if constexpr (HasWords<T>) {
    for (const T value : kEvery<T>) add_words(words, name, value);
  } else if constexpr (!store::IsMap<T> && requires { typename T::value_type; }) {
    add_every_word<typename T::value_type>(words, name);
  }
}

}  // namespace pl::store_suite
