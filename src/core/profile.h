// What a line wants to know of its callers: typed fields. A value that does not fit is answered
// with a sentence that an agent can say aloud.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace pl::core {

struct TextField {
  std::size_t max = 200;  // code points
};
struct IntegerField {
  std::int64_t min = 0;
  std::int64_t max = 0;
};
struct ChoiceField {
  std::vector<std::string> of;  // lower-case
};
struct ListField {
  std::size_t max = 10;       // items
  std::size_t item_max = 60;  // code points
};
struct TimezoneField {};  // an IANA name; its value feeds the calling window
struct BooleanField {};

using FieldType =
    std::variant<TextField, IntegerField, ChoiceField, ListField, TimezoneField, BooleanField>;

using FieldValue = std::variant<bool, std::int64_t, std::string, std::vector<std::string>>;

struct Field {
  std::string name;
  FieldType type;
  bool required = false;
  std::optional<FieldValue> default_value;
  std::string question;  // what the agent asks; one line, no '{'
};

using Profile = std::map<std::string, FieldValue>;  // only fields that were given

// As it came from outside: a JSON scalar or a list of them, not yet judged.
using RawValue = std::variant<bool, std::int64_t, double, std::string, std::vector<std::string>>;

struct Rejection {
  std::string say;  // "Please choose one of introvert, extrovert or ambivert."
};

// The items of a list that came as one text: a JSON list, or words between commas and semicolons.
std::vector<std::string> list_items(const std::string& text);

// The name of the time zone that somebody meant; empty where there is no such zone.
using FindZone = std::function<std::optional<std::string>(std::string_view)>;

// The canonical value ("Five" is not 5, but " 5 " and 5.0 are; choices match without case), or why
// not.
std::variant<FieldValue, Rejection> accept(const Field& field, const RawValue& raw,
                                           const core::FindZone& find_zone);

// The fields that have no value yet, required ones first, in the line's order.
std::vector<const Field*> still_to_ask(const std::vector<Field>& fields, const Profile& profile);
bool required_complete(const std::vector<Field>& fields, const Profile& profile);

// As text for a prompt or an opening; a list is joined with ", ".
std::string show(const FieldValue& value);

// The field called `name`, or null.
const Field* find_field(const std::vector<Field>& fields, std::string_view name);

// The value of the line's time-zone field, if it has one and it was given.
std::optional<std::string> timezone_of(const std::vector<Field>& fields, const Profile& profile);

}  // namespace pl::core
