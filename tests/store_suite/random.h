// Values of every type that rows hold, at random and to the edges.
#pragma once

#include <array>
#include <limits>
#include <random>
#include <string>

#include "store/sql/codec.h"
#include "store/sql/rows.h"

namespace pl::store_suite {

class Random {
 public:
  explicit Random(std::uint64_t seed) : bits_(seed) {}

  std::uint64_t below(std::uint64_t limit) { return bits_() % limit; }
  bool flag() { return below(2) == 1; }
  int small() { return static_cast<int>(below(1000)); }
  // Empty, plain, quoted, with a NUL, or beyond ASCII.
  std::string text();
  // As hostile to a statement as it can be, and like no other.
  std::string word() { return "w'\"" + std::to_string(bits_()); }
  UtcTime time() { return from_ms(static_cast<std::int64_t>(below(4'000'000'000'000))); }
  core::PhoneNumber number();
  template <class Id>
  Id id() {
    return Id::make(time(), {bits_(), bits_()});
  }
  template <class Name>
  Name name() {
    return Name{word()};
  }
  template <class Make>
  auto maybe(Make make) -> std::optional<decltype(make())> {
    if (flag()) return std::nullopt;
    return make();
  }
  // Any value; of a row, or a part of one, any value of each member.
  template <class T>
  T any();

 private:
  template <class T>
  T whole() {
    return std::apply(
        [this]<class... Members>(const Members&... members) {
          return T{this->template any<
              std::remove_cvref_t<decltype(std::declval<T&>().*members.at)>>()...};
        },
        store::Description<T>::members);
  }
  template <class T>
  T number_or_edge(T most) {
    const std::array<T, 4> edges{0, 1, std::numeric_limits<T>::min(), most};
    return flag() ? edges.at(below(edges.size())) : static_cast<T>(small());
  }
  template <class T>
  T some_of();

  std::mt19937_64 bits_;
};

template <class T>
T Random::any() {
  if constexpr (store::Described<T>) {
    return whole<T>();
  } else if constexpr (std::is_same_v<T, bool>) {
    return flag();
  } else if constexpr (HasWords<T>) {
    return kEvery<T>[below(kEvery<T>.size())];
  } else if constexpr (std::is_integral_v<T>) {
    return number_or_edge(std::numeric_limits<T>::max());
  } else if constexpr (std::is_floating_point_v<T>) {
    return static_cast<T>(below(1 << 20)) / 999'999;
  } else if constexpr (std::is_same_v<T, std::string>) {
    return text();
  } else if constexpr (std::is_same_v<T, UtcTime>) {
    return below(8) == 0 ? UtcTime::max() : time();
  } else if constexpr (store::IsLength<T>) {
    return T(small());
  } else if constexpr (std::is_same_v<T, core::PhoneNumber>) {
    return number();
  } else if constexpr (std::is_same_v<T, core::Template>) {
    return core::Template::parse("Hello {{name}}, " + word()).value();
  } else if constexpr (store::kIsName<T>) {
    return name<T>();
  } else if constexpr (store::kIsOptional<T>) {
    return maybe([this] { return any<typename T::value_type>(); });
  } else if constexpr (std::is_same_v<T, core::FieldValue>) {
    switch (below(4)) {
      case 0:
        return any<bool>();
      case 1:
        return any<std::int64_t>();
      case 2:
        return text();
      default:
        return any<std::vector<std::string>>();
    }
  } else if constexpr (requires { typename T::value_type; }) {
    return some_of<T>();
  } else {
    return id<T>();
  }
}

// A list, a set or a map of a few, or of none.
template <class T>
T Random::some_of() {
  T few;
  for (auto i = below(4); i > 0; --i) {
    if constexpr (store::IsMap<T>) {
      few.emplace(word(), any<typename T::mapped_type>());
    } else {
      few.insert(few.end(), any<typename T::value_type>());
    }
  }
  return few;
}

}  // namespace pl::store_suite
