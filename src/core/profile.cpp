#include "core/profile.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/json_text.h"
#include "base/text.h"
#include "core/caller_text.h"

namespace pl::core {
namespace {

using Accepted = std::variant<FieldValue, Rejection>;

Rejection reject(std::string say) {
  return Rejection{std::move(say)};
}

std::string spoken_list(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
    text += words[i];
  }
  return text;
}

// What a person said, as one cleaned line; numbers are read back as words.
std::optional<std::string> as_text(const RawValue& raw, std::size_t limit) {
  if (const auto* text = std::get_if<std::string>(&raw)) return clean(*text, limit);
  if (const auto* number = std::get_if<std::int64_t>(&raw)) return std::to_string(*number);
  if (const auto* real = std::get_if<double>(&raw)) return fmt::format("{}", *real);
  return std::nullopt;
}

std::optional<std::int64_t> as_integer(const RawValue& raw) {
  if (const auto* number = std::get_if<std::int64_t>(&raw)) return *number;
  if (const auto* real = std::get_if<double>(&raw)) {
    if (std::floor(*real) == *real && std::abs(*real) < 1e15) return std::int64_t(*real);
    return std::nullopt;
  }
  const auto* text = std::get_if<std::string>(&raw);
  if (text == nullptr) return std::nullopt;
  const std::string_view digits = trim(*text);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

Accepted accept_as(const TextField& type, const RawValue& raw) {
  const auto text = as_text(raw, type.max + 2);  // a gap counts only with what follows it
  if (!text || text->empty()) return reject("I did not catch that. Could you say it again?");
  if (code_points(*text).size() > type.max) {
    return reject("That is a little long. Could you say it in fewer words?");
  }
  return *text;
}

Accepted accept_as(const IntegerField& type, const RawValue& raw) {
  const auto number = as_integer(raw);
  if (!number || *number < type.min || *number > type.max) {
    return reject(fmt::format("Please give a whole number from {} to {}.", type.min, type.max));
  }
  return *number;
}

Accepted accept_as(const ChoiceField& type, const RawValue& raw) {
  const auto text = as_text(raw, 100);
  const std::string choice = text ? lower_ascii(*text) : "";
  if (std::find(type.of.begin(), type.of.end(), choice) == type.of.end()) {
    return reject(fmt::format("Please choose one of {}.", spoken_list(type.of)));
  }
  return choice;
}

Accepted accept_as(const ListField& type, const RawValue& raw) {
  std::vector<std::string> items;
  if (const auto* list = std::get_if<std::vector<std::string>>(&raw)) {
    items = *list;
  } else if (const auto* text = std::get_if<std::string>(&raw)) {
    items = list_items(*text);
  } else {
    return reject("I did not catch that. Could you name them again?");
  }
  std::vector<std::string> cleaned;
  for (const std::string& item : items) {
    std::string one = clean(item, type.item_max);
    if (!one.empty()) cleaned.push_back(std::move(one));
  }
  if (cleaned.empty()) return reject("I did not catch that. Could you name at least one?");
  if (cleaned.size() > type.max) {
    return reject(fmt::format("Please name {} at the most.", type.max));
  }
  return cleaned;
}

Accepted accept_as(const BooleanField&, const RawValue& raw) {
  if (const auto* yes = std::get_if<bool>(&raw)) return *yes;
  const auto text = as_text(raw, 20);
  const std::string word = text ? lower_ascii(*text) : "";
  if (word == "yes" || word == "true") return true;
  if (word == "no" || word == "false") return false;
  return reject("Please answer yes or no.");
}

struct Shower {
  std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(const std::vector<std::string>& list) const { return join(list, ", "); }
};

}  // namespace

std::vector<std::string> list_items(const std::string& text) {
  if (auto listed = json_list(text)) return *std::move(listed);
  std::vector<std::string> items;
  std::size_t start = 0;
  while (start <= text.size()) {
    const std::size_t end = std::min(text.find_first_of(",;", start), text.size());
    items.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return items;
}

std::variant<FieldValue, Rejection> accept(const Field& field, const RawValue& raw,
                                           const core::FindZone& find_zone) {
  return std::visit(
      [&](const auto& type) -> Accepted {
        if constexpr (std::is_same_v<std::decay_t<decltype(type)>, TimezoneField>) {
          const auto text = as_text(raw, 64);
          if (auto zone = text ? find_zone(*text) : std::nullopt) return *std::move(zone);
          return reject("Which city is that near? I need a time zone such as Europe/Zurich.");
        } else {
          return accept_as(type, raw);
        }
      },
      field.type);
}

std::vector<const Field*> still_to_ask(const std::vector<Field>& fields, const Profile& profile) {
  std::vector<const Field*> missing;
  for (const bool required : {true, false}) {
    for (const Field& field : fields) {
      if (field.required == required && !profile.contains(field.name)) missing.push_back(&field);
    }
  }
  return missing;
}

bool required_complete(const std::vector<Field>& fields, const Profile& profile) {
  return std::all_of(fields.begin(), fields.end(), [&](const Field& field) {
    return !field.required || profile.contains(field.name);
  });
}

std::string show(const FieldValue& value) {
  return std::visit(Shower{}, value);
}

const Field* find_field(const std::vector<Field>& fields, std::string_view name) {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const Field& field) { return field.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

std::optional<std::string> timezone_of(const std::vector<Field>& fields, const Profile& profile) {
  for (const Field& field : fields) {
    if (!std::holds_alternative<TimezoneField>(field.type)) continue;
    const auto found = profile.find(field.name);
    if (found != profile.end()) return show(found->second);
  }
  return std::nullopt;
}

}  // namespace pl::core
