// JSON of documents, as they are described, and of lists, sets and maps.
#pragma once

#include <chrono>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/json_text.h"
#include "base/words.h"
#include "core/line.h"
#include "store/sql/described.h"
#include "store/sql/json_document.h"

namespace pl::store {

template <class T>
concept IsMap = requires {
  typename T::mapped_type;
};
template <class T>
concept IsSet = !IsMap<T> && requires {
  typename T::key_type;
};
template <class T>
concept IsLength = requires {
  typename T::period;
};
template <class T>
inline constexpr bool kIsOptional = false;
template <class T>
inline constexpr bool kIsOptional<std::optional<T>> = true;
template <class T>
inline constexpr bool kIsName = false;
template <class Kind>
inline constexpr bool kIsName<Name<Kind>> = true;

template <class Member>
inline constexpr bool kMayLack = false;
template <class Whole, class T>
inline constexpr bool kMayLack<MayLack<Whole, T>> = true;

template <class T>
void append(std::string& out, const T& value);

template <class List, class AppendItem>
void append_all(std::string& out, const char* brackets, const List& items, AppendItem append_item) {
  out += brackets[0];
  const char* before = "";
  for (const auto& item : items) {
    out += std::exchange(before, ",");
    append_item(item);
  }
  out += brackets[1];
}

// Bytes that are not UTF-8 are written as U+FFFD.
template <class T>
void append(std::string& out, const T& value) {
  if constexpr (Described<T>) {
    out += '{';
    const char* before = "";
    each_member<T>([&](const auto& member) {
      if constexpr (kMayLack<std::remove_cvref_t<decltype(member)>>) {
        if (value.*member.at == std::remove_cvref_t<decltype(value.*member.at)>{}) return;
      }
      out += std::exchange(before, ",");
      append_json(out, member.name);
      out += ':';
      append(out, value.*member.at);
    });
    out += '}';
  } else if constexpr (std::is_same_v<T, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (HasWords<T>) {
    append_json(out, text_of(value));
  } else if constexpr (kIsName<T>) {
    append_json(out, value.text);
  } else if constexpr (IsLength<T>) {
    append_json(out, std::int64_t{value.count()});
  } else if constexpr (kIsOptional<T>) {
    value ? append(out, *value) : void(out += "null");
  } else if constexpr (std::is_same_v<T, core::FieldValue>) {
    std::visit([&out](const auto& held) { append(out, held); }, value);
  } else if constexpr (IsMap<T>) {
    append_all(out, "{}", value, [&out](const auto& item) {
      append_json(out, item.first);
      out += ':';
      append(out, item.second);
    });
  } else if constexpr (std::is_convertible_v<const T&, std::string_view> ||
                       std::is_arithmetic_v<T>) {
    append_json(out, value);
  } else {
    append_all(out, "[]", value, [&out](const auto& item) { append(out, item); });
  }
}

template <class T>
std::string to_json(const T& value) {
  std::string out;
  append(out, value);
  return out;
}

// Thrown and caught in this file alone.
struct Nonsense {};

template <class T>
const T& held(const JsonValue& value) {
  const T* const found = std::get_if<T>(&value.is);
  if (found == nullptr) throw Nonsense{};
  return *found;
}

// Null where there is none.
inline const JsonValue* member_called(std::string_view key, const JsonValue& object) {
  for (const JsonValue& member : object) {
    if (member.key == key) return &member;
  }
  return nullptr;
}

// Nothing comes twice, as nothing is written twice.
template <class Set, class Item>
void add_new(Set& set, Item item) {
  if (!set.emplace(std::move(item)).second) throw Nonsense{};
}

template <class T>
T read(const JsonValue& value) {
  if constexpr (Described<T>) {
    T made{};
    std::size_t unread = held<JsonObject>(value).members;
    each_member<T>([&](const auto& member) {
      auto& place = made.*member.at;
      const JsonValue* const found = member_called(member.name, value);
      if (found == nullptr && kMayLack<std::remove_cvref_t<decltype(member)>>) return;
      if (found == nullptr) throw Nonsense{};
      place = read<std::remove_cvref_t<decltype(place)>>(*found);
      --unread;
    });
    if (unread != 0) throw Nonsense{};
    return made;
  } else if constexpr (std::is_same_v<T, std::string>) {
    return std::string(held<std::string_view>(value));
  } else if constexpr (std::is_same_v<T, double>) {
    const auto* const whole = std::get_if<std::int64_t>(&value.is);
    return whole != nullptr ? static_cast<double>(*whole) : held<double>(value);
  } else if constexpr (HasWords<T>) {
    const auto found = enum_from<T>(held<std::string_view>(value));
    if (!found) throw Nonsense{};
    return *found;
  } else if constexpr (kIsName<T>) {
    return T{read<std::string>(value)};
  } else if constexpr (IsLength<T>) {
    return T(held<std::int64_t>(value));
  } else if constexpr (kIsOptional<T>) {
    if (std::holds_alternative<std::nullptr_t>(value.is)) return std::nullopt;
    return read<typename T::value_type>(value);
  } else if constexpr (std::is_same_v<T, core::FieldValue>) {
    if (std::holds_alternative<bool>(value.is)) return held<bool>(value);
    if (std::holds_alternative<std::int64_t>(value.is)) return held<std::int64_t>(value);
    if (std::holds_alternative<std::string_view>(value.is)) return read<std::string>(value);
    return read<std::vector<std::string>>(value);
  } else if constexpr (IsMap<T>) {
    T members;
    held<JsonObject>(value);
    for (const JsonValue& member : value) {
      add_new(members, std::pair(member.key, read<typename T::mapped_type>(member)));
    }
    return members;
  } else if constexpr (IsSet<T>) {
    T members;
    held<JsonList>(value);
    for (const JsonValue& item : value) add_new(members, read<typename T::key_type>(item));
    return members;
  } else if constexpr (std::is_arithmetic_v<T>) {
    return held<T>(value);
  } else {
    T items;
    held<JsonList>(value);
    for (const JsonValue& item : value) items.push_back(read<typename T::value_type>(item));
    return items;
  }
}

// Empty for anything that is not what to_json() writes.
template <class T>
std::optional<T> from_json(std::string_view text) {
  const JsonDocument document(text);
  if (!document.is_sound()) return std::nullopt;
  try {
    return read<T>(document.root());
  } catch (const Nonsense&) {
    return std::nullopt;
  }
}

// Every outreach carries its plan, and a line has few of them: most were read before.
std::optional<core::Plan> plan_from(std::string_view json);

}  // namespace pl::store
