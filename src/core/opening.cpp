#include "core/opening.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "base/check.h"
#include "base/text.h"

namespace pl::core {
namespace {

constexpr std::string_view kContext = "context.";
constexpr std::string_view kGiven = "variables.";

bool has_key(std::string_view name, std::string_view prefix) {
  return name.starts_with(prefix) && name.size() > prefix.size();
}

Result<void> check_characters(std::string_view text) {
  const std::u32string points = code_points(text);
  if (trim(text).empty()) return fail(Code::kInvalid, "opening: is empty; leave it out instead");
  if (points.size() > kOpeningCharacters) {
    return fail(Code::kInvalid, fmt::format("opening: at most {} characters", kOpeningCharacters));
  }
  const auto is_control = [](char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); };
  if (std::any_of(points.begin(), points.end(), is_control)) {
    return fail(Code::kInvalid, "opening: one line, without control characters");
  }
  return {};
}

}  // namespace

std::size_t opening_by_name_initial(std::string_view name, std::size_t count) {
  PL_CHECK(count > 0);
  if (name.empty()) return 0;
  const char32_t first = code_points(name).front();
  return static_cast<std::size_t>(u_tolower(static_cast<UChar32>(first))) % count;
}

bool is_variable(const Line& line, std::string_view name) {
  return name == "name" || name == "local_time" || has_key(name, kContext) ||
         find_field(line.profile, name) != nullptr;
}

bool is_given_variable(std::string_view name) {
  return has_key(name, kGiven);
}

bool does_mention(const Template& words, const Template& wanted) {
  const auto variable = wanted.names();
  if (variable.size() == 1 && wanted.render({}).empty()) {
    const auto names = words.names();
    return std::find(names.begin(), names.end(), variable.front()) != names.end();
  }
  return lower_ascii(words.source()).find(lower_ascii(wanted.source())) != std::string::npos;
}

Result<Template> given_opening(const Line& line, const Scene& scene, std::string_view text,
                               const Variables& given) {
  PL_DO(check_characters(text));
  auto words = Template::parse(text);
  if (!words) return fail(Code::kInvalid, "opening: " + words.error().message);
  if (words->uses() > kGivenOpeningVariables) {
    return fail(Code::kInvalid,
                fmt::format("opening: at most {} {{{{variables}}}}", kGivenOpeningVariables));
  }
  for (const std::string& name : words->names()) {
    if (is_variable(line, name)) continue;
    if (!is_given_variable(name)) {
      return fail(Code::kInvalid,
                  fmt::format("opening: unknown variable {{{{{}}}}}; use name, a profile field, "
                              "context.<key> or variables.<key>",
                              name));
    }
    if (!given.contains(name.substr(kGiven.size()))) {
      return fail(Code::kInvalid,
                  fmt::format("opening: {{{{{}}}}} is not among `variables`", name));
    }
  }
  for (const Template& wanted : scene.mentions) {
    if (does_mention(*words, wanted)) continue;
    return fail(Code::kInvalid,
                fmt::format("opening: does not mention \"{}\", as the scene {} must",
                            wanted.source(), scene.name.text));
  }
  return words;
}

}  // namespace pl::core
