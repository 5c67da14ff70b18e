// What a struct is made of, said once. From that follow the columns of a table, the JSON in a
// column, and, for tests, random values and how two of them differ.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <utility>

namespace pl::store {

// Specialised for every kind of row, and for every document and group of columns inside of one. It
// says `static constexpr std::tuple members`: all members of T, in the order in which T has them.
// That of a row says besides
//   - `table`, and `from` where it is read from more than its table;
//   - `key`: how many columns, from the first one, are the key of the table;
//   - `set_aside_as`, where somebody waits for its rows, so that a damaged one is noted;
//   - `derived`, where there is a column that is written for an index and never read.
template <class T>
struct Description;

// A column, or a member of a JSON document. What has no cell of its own is JSON in its column.
template <class Whole, class T>
struct Member {
  std::string_view name;
  T Whole::*at;
};
template <class Whole, class T>
constexpr Member<Whole, T> member(std::string_view name, T Whole::*at) {
  return {name, at};
}

// A member of a JSON document that is written only where it is not as T{}: documents of an earlier
// version do not have it.
template <class Whole, class T>
struct MayLack {
  std::string_view name;
  T Whole::*at;
};
template <class Whole, class T>
constexpr MayLack<Whole, T> may_lack(std::string_view name, T Whole::*at) {
  return {name, at};
}

// A column that is read with the row and not written with it.
template <class Whole, class T>
struct Given {
  std::string_view name;
  T Whole::*at;
};
template <class Whole, class T>
constexpr Given<Whole, T> given(std::string_view name, T Whole::*at) {
  return {name, at};
}

// A described struct whose members have columns of their own.
template <class Whole, class T>
struct Group {
  std::string_view prefix;  // of their names
  T Whole::*at;
};
template <class Whole, class T>
constexpr Group<Whole, T> group(std::string_view prefix, T Whole::*at) {
  return {prefix, at};
}

template <class Whole>
struct Derived {
  std::string_view name;
  std::int64_t (*of)(const Whole&);
};

template <class T>
concept Described = requires {
  Description<T>::members;
};

// Can be made into a member of any type, where nothing is run.
struct Anything {
  template <class T>
  operator T() const;
};
template <class T, std::size_t... i>
constexpr bool can_be_made_of(std::index_sequence<i...>) {
  return requires {
    T{(static_cast<void>(i), Anything{})...};
  };
}

// A member that was forgotten: there is one value more that T can be made of.
template <Described T>
inline constexpr bool kWhollyDescribed = [] {
  constexpr std::size_t count =
      std::tuple_size_v<std::remove_const_t<decltype(Description<T>::members)>>;
  return can_be_made_of<T>(std::make_index_sequence<count>()) &&
         !can_be_made_of<T>(std::make_index_sequence<count + 1>());
}();

// Calls `visit` with each member, as it is described.
template <Described T, class Visit>
constexpr void each_member(Visit visit) {
  static_assert(kWhollyDescribed<T>, "a member is missing in the description");
  std::apply([&](const auto&... members) { (visit(members), ...); }, Description<T>::members);
}

}  // namespace pl::store
