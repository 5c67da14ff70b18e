// `profile:`: the fields that a line asks for.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text.h"
#include "line/decode.h"

namespace pl::line {
namespace {

constexpr std::size_t kFields = 50;
constexpr std::size_t kQuestionCharacters = 300;
constexpr std::size_t kTextMax = 2000;
constexpr std::size_t kItemsMax = 50;
constexpr std::size_t kItemMax = 200;
constexpr std::size_t kChoices = 50;
constexpr std::size_t kChoiceCharacters = 60;
constexpr std::int64_t kIntegerMax = 1'000'000'000;

enum class TypeName { kText, kInteger, kChoice, kList, kTimezone, kBoolean };

std::size_t take_size(Context& context, MapReader& map, std::string_view key, std::size_t max,
                      std::size_t normal) {
  const auto spot = map.take(key);
  if (!spot) return normal;
  const auto size = read_integer(context, *spot, 1, static_cast<std::int64_t>(max));
  return size ? static_cast<std::size_t>(*size) : normal;
}

core::IntegerField decode_integer(Context& context, MapReader& map) {
  core::IntegerField type;
  bool whole = true;
  const auto bound = [&](std::string_view key, std::string remedy) -> std::int64_t {
    const auto spot = map.need(key, std::move(remedy));
    const auto value =
        spot ? read_integer(context, *spot, -kIntegerMax, kIntegerMax) : std::nullopt;
    whole = whole && value.has_value();
    return value.value_or(0);
  };
  type.min = bound("min", "write the smallest number that is accepted");
  type.max = bound("max", "write the greatest number that is accepted");
  if (whole && type.min > type.max) {
    context.complaints.at(map.spot().key + ".max", "is less than min", "swap min and max");
  }
  return type;
}

core::ChoiceField decode_choice(Context& context, MapReader& map) {
  core::ChoiceField type;
  const auto spot = map.need("of", "write the words to choose from, such as of: [early, late]");
  if (!spot) return type;
  for (const Spot& entry : read_list(context, *spot, 1, kChoices)) {
    auto word = read_clean(context, entry, kChoiceCharacters);
    if (!word) continue;
    if (lower_ascii(*word) != *word) {
      context.complaints.at(entry, fmt::format("{} has a capital letter", shown(*word)),
                            "write it in small letters; answers match in either case");
    } else if (std::find(type.of.begin(), type.of.end(), *word) != type.of.end()) {
      context.complaints.at(entry, "is listed twice", "remove one");
    } else {
      type.of.push_back(*std::move(word));
    }
  }
  return type;
}

core::FieldType decode_type(Context& context, MapReader& map, TypeName type) {
  switch (type) {
    case TypeName::kText:
      return core::TextField{take_size(context, map, "max", kTextMax, 200)};
    case TypeName::kInteger:
      return decode_integer(context, map);
    case TypeName::kChoice:
      return decode_choice(context, map);
    case TypeName::kList: {
      const std::size_t max = take_size(context, map, "max", kItemsMax, 10);
      return core::ListField{max, take_size(context, map, "item_max", kItemMax, 60)};
    }
    case TypeName::kTimezone:
      return core::TimezoneField{};
    case TypeName::kBoolean:
      return core::BooleanField{};
  }
  return core::TextField{};
}

// What stands in the file, as it would come from a tool call.
core::RawValue raw_value(const Node& node, const core::FieldType& type) {
  if (node.kind == Node::Kind::kList) {
    std::vector<std::string> items;
    for (const Node& entry : node.children) items.push_back(entry.text);
    return items;
  }
  if (node.quoted) return node.text;
  if (std::holds_alternative<core::IntegerField>(type)) {
    std::int64_t number = 0;
    const char* const end = node.text.data() + node.text.size();
    const auto [rest, error] = std::from_chars(node.text.data(), end, number);
    if (error == std::errc() && rest == end) return number;
  }
  if (std::holds_alternative<core::BooleanField>(type)) {
    if (node.text == "true") return true;
    if (node.text == "false") return false;
  }
  return node.text;
}

std::string expected_value(const core::FieldType& type) {
  struct Teller {
    std::string operator()(const core::TextField& t) const {
      return fmt::format("write a text of at most {} characters", t.max);
    }
    std::string operator()(const core::IntegerField& t) const {
      return fmt::format("write a whole number from {} to {}", t.min, t.max);
    }
    std::string operator()(const core::ChoiceField& t) const {
      return "write one of " + join(t.of, ", ");
    }
    std::string operator()(const core::ListField& t) const {
      return fmt::format("write a list of at most {} texts", t.max);
    }
    std::string operator()(const core::TimezoneField&) const {
      return "write the name of a time zone, such as Europe/Zurich";
    }
    std::string operator()(const core::BooleanField&) const { return "write true or false"; }
  };
  return std::visit(Teller{}, type);
}

void decode_default(Context& context, const Spot& spot, core::Field& field) {
  const bool list = std::holds_alternative<core::ListField>(field.type);
  const auto fits = list ? Node::Kind::kList : Node::Kind::kScalar;
  bool readable = spot.node->kind == fits;
  for (const Node& entry : spot.node->children) {
    readable = readable && entry.kind == Node::Kind::kScalar;
  }
  if (readable) {
    auto judged = core::accept(field, raw_value(*spot.node, field.type), context.sources.find_zone);
    if (auto* value = std::get_if<core::FieldValue>(&judged)) {
      field.default_value = std::move(*value);
      return;
    }
  }
  context.complaints.at(spot, "is not a value that the field accepts", expected_value(field.type));
}

// The words that stand beside the fields in a prompt, or beside the answers in a tool call.
constexpr std::pair<std::string_view, std::string_view> kTaken[] = {
    {"name", "every caller has a name already"},
    {"local_time", "the server knows what their clocks show"},
    {"conversation_id", "every tool call has one already"},
    {"field", "a tool call says `field` and `value` of any answer"},
    {"value", "a tool call says `field` and `value` of any answer"},
};

core::Field decode_field(Context& context, const Spot& spot) {
  core::Field field;
  field.name = spot.node->key;
  for (const auto& [name, why] : kTaken) {
    if (field.name != name) continue;
    context.complaints.at(spot, std::string(why), "give the field another name");
  }
  MapReader map(context, spot);
  std::optional<TypeName> type;
  if (const auto found =
          map.need("type", "write one of text, integer, choice, list, timezone, boolean")) {
    type = read_choice<TypeName>(context, *found,
                                 {{"text", TypeName::kText},
                                  {"integer", TypeName::kInteger},
                                  {"choice", TypeName::kChoice},
                                  {"list", TypeName::kList},
                                  {"timezone", TypeName::kTimezone},
                                  {"boolean", TypeName::kBoolean}});
  }
  const std::size_t before = context.complaints.count();
  if (type) field.type = decode_type(context, map, *type);
  const bool type_known = type && context.complaints.count() == before;

  if (const auto found = map.take("required")) {
    field.required = read_boolean(context, *found).value_or(true);
  }
  if (const auto found = map.need("ask", "write the question, as it is spoken")) {
    field.question = read_clean(context, *found, kQuestionCharacters).value_or("");
  }
  const auto found = map.take("default");
  if (found && type_known) decode_default(context, *found, field);
  // Without a type nobody knows which of the other keys belong here.
  if (!type) {
    for (const std::string_view key : {"max", "min", "of", "item_max"}) map.take(key);
  }
  map.finish();
  return field;
}

}  // namespace

std::vector<core::Field> decode_profile(Context& context, const Spot& spot) {
  std::vector<core::Field> fields;
  for (const Spot& entry : read_entries(context, spot, NameKind::kField, kFields)) {
    fields.push_back(decode_field(context, entry));
  }
  return fields;
}

}  // namespace pl::line
