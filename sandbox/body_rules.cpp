#include "sandbox/body_rules.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/text.h"

namespace pl::sandbox {
namespace {

Json below(const Json& place, std::string_view key) {
  Json inside = place;
  inside.push_back(std::string(key));
  return inside;
}

template <class Number>
std::optional<Number> number_in(std::string_view text) {
  text = trim(text);
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (!std::isfinite(static_cast<double>(number))) return std::nullopt;
  return number;
}

// "'a', 'b' or 'c'"
std::string listed(std::span<const char* const> words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i)
    text += (i == 0 ? "'" : i + 1 == words.size() ? " or '" : ", '") + std::string(words[i]) + "'";
  return text;
}

void check_value(Json& value, const Rule& rule, const Json& place, Json& detail);

// "0.7", "200"
std::string shown(double limit) {
  std::ostringstream text;
  text << limit;
  return text.str();
}
Json exact(double limit) {
  if (limit == std::floor(limit)) return static_cast<std::int64_t>(limit);
  return limit;
}

// Whether `number` keeps to the limits of its rule.
bool check_limits(double number, const Json& value, const Rule& rule, const Json& place,
                  Json& detail) {
  if (number >= rule.least && number <= rule.most) return true;
  const bool is_low = number < rule.least;
  const double limit = is_low ? rule.least : rule.most;
  complain(detail, place, is_low ? "greater_than_equal" : "less_than_equal",
           std::string("Input should be ") + (is_low ? "greater" : "less") + " than or equal to " +
               shown(limit),
           value);
  detail.back()["ctx"] = Json{{is_low ? "ge" : "le", exact(limit)}};
  return false;
}

void check_length(const Json& value, const Rule& rule, const Json& place, Json& detail) {
  const auto length = static_cast<double>(code_points(value.get<std::string>()).size());
  if (length >= rule.least && length <= rule.most) return;
  const bool is_short = length < rule.least;
  const double limit = is_short ? rule.least : rule.most;
  complain(detail, place, is_short ? "string_too_short" : "string_too_long",
           std::string("String should have at ") + (is_short ? "least " : "most ") + shown(limit) +
               (limit == 1 ? " character" : " characters"),
           value);
  detail.back()["ctx"] = Json{{is_short ? "min_length" : "max_length", exact(limit)}};
}

void check_text(const Json& value, const Rule& rule, const Json& place, Json& detail) {
  if (!value.is_string())
    return complain(detail, place, "string_type", "Input should be a valid string", value);
  const auto is_it = [&](const char* word) { return value == word; };
  if (rule.words.empty()) return check_length(value, rule, place, detail);
  if (std::any_of(rule.words.begin(), rule.words.end(), is_it)) return;
  complain(detail, place, "enum", "Input should be " + listed(rule.words), value);
  detail.back()["ctx"] = Json{{"expected", listed(rule.words)}};
}

// Texts and numbers that clearly mean one are taken for a boolean, and texts for a number.
void check_boolean(Json& value, const Json& place, Json& detail) {
  if (value.is_boolean()) return;
  if (!value.is_number() && !value.is_string())
    return complain(detail, place, "bool_type", "Input should be a valid boolean", value);
  const std::string word = value.is_string() ? lower_ascii(value.get<std::string>())
                           : value == 0      ? "0"
                           : value == 1      ? "1"
                                             : "";
  for (const char* yes : {"true", "1", "on", "t", "y", "yes"})
    if (word == yes) {
      value = true;
      return;
    }
  for (const char* no : {"false", "0", "off", "f", "n", "no"})
    if (word == no) {
      value = false;
      return;
    }
  complain(detail, place, "bool_parsing",
           "Input should be a valid boolean, unable to interpret input", value);
}

void check_number(Json& value, const Rule& rule, const Json& place, Json& detail) {
  std::optional<double> number;
  if (value.is_number())
    number = value.get<double>();
  else if (value.is_string())
    number = number_in<double>(value.get<std::string>());
  else
    return complain(detail, place, "float_type", "Input should be a valid number", value);
  if (!number)
    return complain(detail, place, "float_parsing",
                    "Input should be a valid number, unable to parse string as a number", value);
  if (check_limits(*number, value, rule, place, detail) && value.is_string()) value = *number;
}

// One beyond what an integer holds is the greatest.
std::optional<std::int64_t> read_integer(const Json& value, const Rule& rule, const Json& place,
                                         Json& detail) {
  std::optional<std::int64_t> number;
  if (value.is_number_unsigned()) {
    number =
        static_cast<std::int64_t>(std::min<std::uint64_t>(value.get<std::uint64_t>(), INT64_MAX));
  } else if (value.is_number_integer()) {
    number = value.get<std::int64_t>();
  } else if (value.is_number_float()) {
    const double exact = value.get<double>();
    if (exact == std::floor(exact) && std::abs(exact) < 9e15)
      number = static_cast<std::int64_t>(exact);
    else
      complain(detail, place, "int_from_float",
               "Input should be a valid integer, got a number with a fractional part", value);
  } else if (value.is_string()) {
    number = number_in<std::int64_t>(value.get<std::string>());
    if (!number)
      complain(detail, place, "int_parsing",
               "Input should be a valid integer, unable to parse string as an integer", value);
  } else {
    complain(detail, place, "int_type", "Input should be a valid integer", value);
  }
  if (!number || !check_limits(static_cast<double>(*number), value, rule, place, detail))
    return std::nullopt;
  return number;
}

void check_integer(Json& value, const Rule& rule, const Json& place, Json& detail) {
  const auto number = read_integer(value, rule, place, detail);
  if (number && !value.is_number_integer()) value = *number;
}

void check_list(Json& value, const Rule& rule, const Json& place, Json& detail) {
  if (!value.is_array())
    return complain(detail, place, "list_type", "Input should be a valid list", value);
  const Rule element{"",
                     rule.kind == Kind::kTexts ? Kind::kText : Kind::kModel,
                     Need::kOptional,
                     kNoLeast,
                     kNoMost,
                     rule.words};
  for (std::size_t i = 0; i < value.size(); ++i) {
    Json inside = place;
    inside.push_back(i);
    check_value(value[i], element, inside, detail);
    if (value[i].is_object()) check(value[i], rule.each, inside, detail);
  }
  const auto count = static_cast<double>(value.size());
  if (count <= rule.most) return;
  complain(detail, place, "too_long",
           "List should have at most " + shown(rule.most) + " items after validation, not " +
               shown(count),
           value);
  detail.back()["ctx"] = Json{
      {"field_type", "List"}, {"max_length", exact(rule.most)}, {"actual_length", exact(count)}};
}

void check_value(Json& value, const Rule& rule, const Json& place, Json& detail) {
  switch (rule.kind) {
    case Kind::kText:
      return check_text(value, rule, place, detail);
    case Kind::kBoolean:
      return check_boolean(value, place, detail);
    case Kind::kInteger:
      return check_integer(value, rule, place, detail);
    case Kind::kNumber:
      return check_number(value, rule, place, detail);
    case Kind::kModel:
      if (value.is_object()) return;
      return complain(detail, place, "model_attributes_type",
                      "Input should be a valid dictionary or object to extract fields from", value);
    case Kind::kDictionary:
      if (value.is_object()) return;
      return complain(detail, place, "dict_type", "Input should be a valid dictionary", value);
    case Kind::kTexts:
    case Kind::kList:
      return check_list(value, rule, place, detail);
  }
}

void check_rule(Json& object, const Rule& rule, Json place, Json& detail) {
  Json* parent = &object;
  std::string_view path = rule.path;
  bool is_top = true;
  for (std::size_t split = path.find('/'); split != path.npos; split = path.find('/')) {
    const auto found = parent->find(path.substr(0, split));
    if (found == parent->end() || !found->is_object()) return;
    parent = &*found;
    place.push_back(std::string(path.substr(0, split)));
    path.remove_prefix(split + 1);
    is_top = false;
  }
  const auto found = parent->find(path);
  if (found == parent->end()) {
    if (rule.need == Need::kRequired)
      complain(detail, below(place, path), "missing", "Field required", is_top ? Json() : *parent);
    return;
  }
  if (found->is_null() && rule.need == Need::kNullable) return;
  check_value(*found, rule, below(place, path), detail);
}

// Every field is looked for in what has none.
void complain_of_every_field(std::span<const Rule> rules, Json& detail) {
  for (const Rule& rule : rules)
    if (std::string_view(rule.path).find('/') == std::string_view::npos)
      complain(detail, Json::array({"body", rule.path}), "missing", "Field required", nullptr);
}

bool is_json(std::optional<std::string_view> content_type) {
  if (!content_type || content_type->empty()) return true;
  const std::string type = lower_ascii(trim(content_type->substr(0, content_type->find(';'))));
  return type == "application/json" ||
         (type.starts_with("application/") && type.ends_with("+json"));
}

Json unreadable(std::size_t at, const std::string& why, Json& detail) {
  complain(detail, Json::array({"body", at}), "json_invalid", "JSON decode error", Json::object());
  detail.back()["ctx"] = Json{{"error", why}};
  return Json::object();
}

}  // namespace

void complain(Json& detail, Json place, const char* type, const std::string& message,
              const Json& input) {
  detail.push_back(
      Json{{"type", type}, {"loc", std::move(place)}, {"msg", message}, {"input", input}});
}

void check(Json& object, std::span<const Rule> rules, const Json& place, Json& detail) {
  for (const Rule& rule : rules) check_rule(object, rule, place, detail);
}

Json read_body(const net::Request& request, std::span<const Rule> rules, Json& detail) {
  const std::string_view text = request.body;
  if (trim(text).empty()) {
    complain(detail, Json::array({"body"}), "missing", "Field required", nullptr);
    return Json::object();
  }
  if (!is_json(request.header("Content-Type"))) {
    complain_of_every_field(rules, detail);
    detail.back()["ctx"] = Json{{"error", "send Content-Type: application/json"}};
    return Json::object();
  }
  if (is_too_deep(text))
    return unreadable(
        0, "Nested deeper than " + std::to_string(kJsonDepth) + " levels, the sandbox's limit",
        detail);
  Json body;
  try {
    body = Json::parse(text);
  } catch (const Json::parse_error& error) {
    return unreadable(error.byte == 0 ? 0 : error.byte - 1, "Expecting value", detail);
  } catch (const Json::out_of_range&) {
    return unreadable(0, "A number is out of range", detail);
  }
  if (body.is_object()) {
    check(body, rules, Json::array({"body"}), detail);
    return body;
  }
  complain_of_every_field(rules, detail);
  return Json::object();
}

Json read_query(const net::Request& request, std::span<const Rule> rules, Json& detail) {
  Json query = Json::object();
  for (const net::Header& one :
       net::parse_query(request.query).value_or(std::vector<net::Header>{})) {
    const auto is_its = [&](const Rule& rule) { return one.name == rule.path; };
    const auto rule = std::find_if(rules.begin(), rules.end(), is_its);
    if (rule == rules.end()) continue;
    if (rule->kind == Kind::kTexts)
      query[one.name].push_back(one.value);
    else
      query[one.name] = one.value;
  }
  check(query, rules, Json::array({"query"}), detail);
  return query;
}

}  // namespace pl::sandbox
