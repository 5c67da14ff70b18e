// Between the values of core and the cells of a table.
#pragma once

#include <chrono>
#include <limits>
#include <string>
#include <string_view>

#include "base/words.h"
#include "core/names.h"
#include "core/number.h"
#include "core/template.h"
#include "store/sql/connection.h"

namespace pl::store {

// A text is only referred to: the value must outlive the cell.
inline Cell cell(const std::string& text) {
  return std::string_view(text);
}
inline Cell cell(std::int64_t number) {
  return number;
}
inline Cell cell(int number) {
  return std::int64_t{number};
}
inline Cell cell(std::size_t limit) {
  constexpr auto kMost = std::size_t{std::numeric_limits<std::int64_t>::max()};
  return static_cast<std::int64_t>(std::min(limit, kMost));
}
inline Cell cell(bool flag) {
  return std::int64_t{flag};
}
inline Cell cell(UtcTime time) {
  return to_ms(time);
}
inline Cell cell(std::chrono::seconds length) {
  return std::int64_t{length.count()};
}
inline Cell cell(const core::PhoneNumber& number) {
  return std::string_view(number.e164());
}
inline Cell cell(const core::Template& words) {
  return std::string_view(words.source());
}
template <class Kind>
Cell cell(const Id<Kind>& id) {
  return id.view();
}
template <class Kind>
Cell cell(const Name<Kind>& name) {
  return std::string_view(name.text);
}
template <HasWords Enum>
Cell cell(Enum value) {
  return text_of(value);
}
template <class T>
requires requires(const T& value) {
  cell(value);
}
Cell cell(const std::optional<T>& value) {
  return value ? cell(*value) : Cell(nullptr);
}

// What has a cell of its own; everything else is JSON in its column.
template <class T>
concept Plain = requires(const T& value) {
  cell(value);
};

// What a column holds, one function a type; empty where that makes no sense.
void take(const Columns& from, int column, std::optional<std::string>& value);
void take(const Columns& from, int column, std::optional<std::int64_t>& value);
void take(const Columns& from, int column, std::optional<int>& value);
void take(const Columns& from, int column, std::optional<bool>& value);
void take(const Columns& from, int column, std::optional<UtcTime>& value);
void take(const Columns& from, int column, std::optional<std::chrono::seconds>& value);
void take(const Columns& from, int column, std::optional<core::PhoneNumber>& value);
void take(const Columns& from, int column, std::optional<core::Template>& value);
template <class Kind>
void take(const Columns& from, int column, std::optional<Id<Kind>>& value) {
  value = Id<Kind>::parse(from.text(column).value_or(""));
}
template <class Kind>
void take(const Columns& from, int column, std::optional<Name<Kind>>& value) {
  if (const auto text = from.text(column)) value = Name<Kind>{std::string(*text)};
}
template <HasWords Enum>
void take(const Columns& from, int column, std::optional<Enum>& value) {
  if (const auto text = from.text(column)) value = enum_from<Enum>(*text);
}

}  // namespace pl::store
