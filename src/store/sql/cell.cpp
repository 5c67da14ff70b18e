#include "store/sql/cell.h"

#include <utility>

namespace pl::store {

void take(const Columns& from, int column, std::optional<std::string>& value) {
  if (const auto text = from.text(column)) value = *text;
}

void take(const Columns& from, int column, std::optional<std::int64_t>& value) {
  value = from.integer(column);
}

void take(const Columns& from, int column, std::optional<int>& value) {
  const auto number = from.integer(column);
  if (number && std::in_range<int>(*number)) value = static_cast<int>(*number);
}

void take(const Columns& from, int column, std::optional<bool>& value) {
  const auto number = from.integer(column);
  if (number && (*number == 0 || *number == 1)) value = *number == 1;
}

void take(const Columns& from, int column, std::optional<UtcTime>& value) {
  if (const auto ms = from.integer(column)) value = from_ms(*ms);
}

void take(const Columns& from, int column, std::optional<std::chrono::seconds>& value) {
  if (const auto seconds = from.integer(column)) value = std::chrono::seconds(*seconds);
}

void take(const Columns& from, int column, std::optional<core::PhoneNumber>& value) {
  value = core::PhoneNumber::from_e164(from.text(column).value_or(""));
}

void take(const Columns& from, int column, std::optional<core::Template>& value) {
  const auto text = from.text(column);
  if (!text) return;
  if (auto words = core::Template::parse(*text)) value = *std::move(words);
}

}  // namespace pl::store
