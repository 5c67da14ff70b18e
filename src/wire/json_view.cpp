#include <fmt/format.h>

#include "wire/json.h"
#include "wire/json_pointer.h"

namespace pl::wire {
namespace {

// The value of `found` as a T, copied out; an error that names the place when it is another type.
template <class T>
Result<std::optional<T>> as(const Result<std::optional<JsonView>>& found, std::string_view what) {
  if (!found) return tl::unexpected(found.error());
  if (!*found) return std::optional<T>();
  const T* value = std::get_if<T>(&(*found)->json().value);
  if (value == nullptr) return fail_at(**found, what);
  return std::optional<T>(*value);
}

}  // namespace

tl::unexpected<Error> fail_at(const JsonView& view, std::string_view what) {
  return fail(Code::kInvalid, fmt::format("{} {}", view.where(), what));
}

std::string JsonView::where() const {
  return show_pointer(pointer_);
}

JsonView JsonView::element(std::size_t index, const Json& json) const {
  std::string pointer = pointer_;
  append_index(pointer, index);
  return JsonView(json, std::move(pointer));
}

JsonView JsonView::member(std::string_view key, const Json& json) const {
  std::string pointer = pointer_;
  append_key(pointer, key);
  return JsonView(json, std::move(pointer));
}

Result<std::optional<JsonView>> JsonView::find(std::string_view key) const {
  const auto* members = std::get_if<Json::Members>(&json_->value);
  if (members == nullptr) return fail_at(*this, "is not an object");
  const auto found = members->find(key);
  if (found == members->end() || std::holds_alternative<std::nullptr_t>(found->second.value)) {
    return std::optional<JsonView>();
  }
  return std::optional<JsonView>(member(key, found->second));
}

Result<std::optional<JsonView>> JsonView::object(std::string_view key) const {
  PL_TRY(auto found, find(key));
  if (found && !found->is_object()) return fail_at(*found, "is not an object");
  return found;
}

Result<std::vector<JsonView>> JsonView::list(std::string_view key) const {
  PL_TRY(const auto found, find(key));
  std::vector<JsonView> views;
  if (!found) return views;
  const auto* items = std::get_if<Json::List>(&found->json().value);
  if (items == nullptr) return fail_at(*found, "is not a list");
  views.reserve(items->size());
  for (const Json& item : *items) views.push_back(found->element(views.size(), item));
  return views;
}

Result<std::optional<std::string>> JsonView::text(std::string_view key) const {
  return as<std::string>(find(key), "is not a text");
}

Result<std::optional<bool>> JsonView::flag(std::string_view key) const {
  return as<bool>(find(key), "is neither true nor false");
}

Result<std::optional<std::int64_t>> JsonView::integer(std::string_view key) const {
  return as<std::int64_t>(find(key), "is not a whole number");
}

Result<std::optional<double>> JsonView::number(std::string_view key) const {
  const auto found = find(key);
  if (found && *found && std::holds_alternative<double>((*found)->json().value)) {
    return as<double>(found, "");
  }
  PL_TRY(const auto whole, as<std::int64_t>(found, "is not a number"));
  if (!whole) return std::optional<double>();
  return std::optional<double>(static_cast<double>(*whole));
}

Result<std::string> JsonView::required_text(std::string_view key, std::size_t bytes_max) const {
  PL_TRY(const auto found, find(key));
  if (!found) return fail_at(member(key, *json_), "is missing");
  const auto* value = std::get_if<std::string>(&found->json().value);
  if (value == nullptr) return fail_at(*found, "is not a text");
  if (value->empty()) return fail_at(*found, "is empty");
  if (value->size() > bytes_max) {
    return fail_at(*found, fmt::format("is longer than {} bytes", bytes_max));
  }
  return *value;
}

Result<JsonView> JsonView::required_object(std::string_view key) const {
  PL_TRY(const auto found, object(key));
  if (!found) return fail_at(member(key, *json_), "is missing");
  return *found;
}

}  // namespace pl::wire
