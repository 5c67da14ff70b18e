#include "cli/shown.h"

#include <fmt/format.h>

#include "base/overloaded.h"
#include "base/text.h"
#include "base/time.h"

namespace pl::cli {

using wire::Json;
using wire::JsonView;

std::string shown(const Json& value) {
  return std::visit(Overloaded{
                        [](std::nullptr_t) { return std::string(); },
                        [](bool yes) { return std::string(yes ? "yes" : "no"); },
                        [](std::int64_t number) { return std::to_string(number); },
                        [](double number) { return fmt::format("{}", number); },
                        [](const std::string& text) { return text; },
                        [](const Json::List& items) {
                          std::vector<std::string> texts;
                          for (const Json& item : items) texts.push_back(shown(item));
                          return join(texts, ", ");
                        },
                        [](const Json::Members&) { return std::string(); },
                    },
                    value.value);
}

std::string shown_at(const JsonView& object, std::string_view key) {
  const auto found = object.find(key);
  return found && *found ? shown((*found)->json()) : "";
}

std::string shown_time(std::string_view text) {
  const auto time = parse_utc(text);
  if (!time) return std::string(text);
  std::string whole = format_utc(*time);
  const std::size_t point = whole.find('.');
  return point == std::string::npos ? whole : whole.substr(0, point) + "Z";
}

std::string time_at(const JsonView& object, std::string_view key) {
  return shown_time(shown_at(object, key));
}

std::string shown_pairs(const JsonView& object, std::string_view key) {
  const auto found = object.object(key);
  if (!found || !*found) return "";
  std::vector<std::string> pairs;
  for (const auto& [name, value] : std::get<Json::Members>((*found)->json().value)) {
    pairs.push_back(name + ": " + shown(value));
  }
  return join(pairs, ", ");
}

}  // namespace pl::cli
