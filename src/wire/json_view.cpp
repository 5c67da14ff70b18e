#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/json_text.h"
#include "base/text.h"
#include "wire/json.h"
#include "wire/json_pointer.h"

namespace pl::wire {
namespace {

// What stands under `key`; null when nothing does. Most of what is looked up is right, so no place
// is put into words for it.
Result<const Json*> look_up(const JsonView& object, std::string_view key) {
  const auto* members = std::get_if<Json::Members>(&object.json().value);
  if (members == nullptr) {
    PL_DO(object.wrong("is not an object"));
    return nullptr;
  }
  const auto found = members->find(key);
  const bool absent =
      found == members->end() || std::holds_alternative<std::nullptr_t>(found->second.value);
  return absent ? nullptr : &found->second;
}

// What a value of another type can only mean.
template <class T>
std::optional<T> meant(const Json&) {
  return std::nullopt;
}

template <>
std::optional<double> meant<double>(const Json& json) {
  const auto* text = std::get_if<std::string>(&json.value);
  return text == nullptr ? std::nullopt : json_real(trim(*text));
}

template <>
std::optional<std::int64_t> meant<std::int64_t>(const Json& json) {
  constexpr double kExact = 9'007'199'254'740'992.0;  // 2^53
  const auto* real = std::get_if<double>(&json.value);
  const auto number = real == nullptr ? meant<double>(json) : std::optional(*real);
  if (!number || !(std::abs(*number) <= kExact)) return std::nullopt;
  return static_cast<std::int64_t>(*number);
}

// What stands under `key` as a T, copied out; an error that names the place when it is another
// type.
template <class T>
Result<std::optional<T>> as(const JsonView& object, std::string_view key, std::string_view what) {
  PL_TRY(const Json* found, look_up(object, key));
  if (found == nullptr) return std::optional<T>();
  const T* value = std::get_if<T>(&found->value);
  if (value != nullptr) return std::optional<T>(*value);
  PL_DO(object.member(key, *found).wrong(what));
  return meant<T>(*found);
}

}  // namespace

void Mended::note(std::string_view what) {
  const bool known = std::find(notes_.begin(), notes_.end(), what) != notes_.end();
  if (!known && notes_.size() < kNotes) notes_.emplace_back(what);
}

tl::unexpected<Error> fail_at(const JsonView& view, std::string_view what) {
  return fail(Code::kInvalid, fmt::format("{} {}", view.where(), what));
}

Result<void> JsonView::wrong(std::string_view what) const {
  if (mended_ == nullptr) return fail_at(*this, what);
  mended_->note(fmt::format("{} {}", where(), what));
  return {};
}

std::string JsonView::where() const {
  return show_pointer(pointer_);
}

JsonView JsonView::element(std::size_t index, const Json& json) const {
  std::string pointer = pointer_;
  append_index(pointer, index);
  return JsonView(json, std::move(pointer), mended_);
}

JsonView JsonView::member(std::string_view key, const Json& json) const {
  std::string pointer = pointer_;
  append_key(pointer, key);
  return JsonView(json, std::move(pointer), mended_);
}

Result<std::optional<JsonView>> JsonView::find(std::string_view key) const {
  PL_TRY(const Json* found, look_up(*this, key));
  if (found == nullptr) return std::optional<JsonView>();
  return std::optional<JsonView>(member(key, *found));
}

Result<std::optional<JsonView>> JsonView::object(std::string_view key) const {
  PL_TRY(auto found, find(key));
  if (!found || found->is_object()) return found;
  PL_DO(found->wrong("is not an object"));
  return std::optional<JsonView>();
}

Result<std::vector<JsonView>> JsonView::list(std::string_view key) const {
  PL_TRY(const auto found, find(key));
  std::vector<JsonView> views;
  if (!found) return views;
  const auto* items = std::get_if<Json::List>(&found->json().value);
  if (items == nullptr) {
    PL_DO(found->wrong("is not a list"));
    return views;
  }
  views.reserve(items->size());
  for (const Json& item : *items) views.push_back(found->element(views.size(), item));
  return views;
}

Result<std::optional<std::string>> JsonView::text(std::string_view key) const {
  return as<std::string>(*this, key, "is not a text");
}

Result<std::optional<bool>> JsonView::flag(std::string_view key) const {
  return as<bool>(*this, key, "is neither true nor false");
}

Result<std::optional<std::int64_t>> JsonView::integer(std::string_view key) const {
  return as<std::int64_t>(*this, key, "is not a whole number");
}

Result<std::optional<double>> JsonView::number(std::string_view key) const {
  PL_TRY(const Json* found, look_up(*this, key));
  if (found == nullptr) return std::optional<double>();
  if (const auto* real = std::get_if<double>(&found->value)) return std::optional<double>(*real);
  const auto* whole = std::get_if<std::int64_t>(&found->value);
  if (whole != nullptr) return std::optional<double>(static_cast<double>(*whole));
  PL_DO(member(key, *found).wrong("is not a number"));
  return meant<double>(*found);
}

Result<std::string> JsonView::required_text(std::string_view key, std::size_t bytes_max) const {
  PL_TRY(const Json* found, look_up(*this, key));
  const auto wrong = [&](std::string_view what) { return fail_at(member(key, *json_), what); };
  if (found == nullptr) return wrong("is missing");
  const auto* value = std::get_if<std::string>(&found->value);
  if (value == nullptr) return wrong("is not a text");
  if (value->empty()) return wrong("is empty");
  if (value->size() > bytes_max) return wrong(fmt::format("is longer than {} bytes", bytes_max));
  return *value;
}

Result<JsonView> JsonView::required_object(std::string_view key) const {
  PL_TRY(const auto found, object(key));
  if (!found) return fail_at(member(key, *json_), "is missing");
  return *found;
}

std::string text_or_empty(const JsonView& view, std::string_view key) {
  const auto found = view.text(key);
  return found ? found->value_or("") : "";
}

}  // namespace pl::wire
