// What callers, models and the owning product say, in templates and profiles.
#include <array>

#include "base/text.h"
#include "core/caller_text.h"
#include "core/profile.h"
#include "core/template.h"
#include "entry.h"
#include "wire/stop_words.h"

namespace pl::fuzz {
namespace {

void check_clean(const std::string& text, std::size_t limit) {
  PL_CHECK(is_utf8(text) && code_points(text).size() <= limit);
  PL_CHECK(text.find_first_of("{}<>`\r\n\t") == std::string::npos);
  PL_CHECK(trim(text) == text && text.find("  ") == std::string::npos);
  PL_CHECK(core::clean(text, limit) == text);
}

void check_template(std::string_view source, const std::string& value) {
  const auto parsed = core::Template::parse(source);
  if (!parsed) {
    PL_CHECK(parsed.error().code == Code::kInvalid);
    return;
  }
  PL_CHECK(parsed->source() == source);
  core::Variables variables;
  for (const std::string& name : parsed->names()) variables[name] = value;
  const std::string rendered = parsed->render(variables);
  PL_CHECK(rendered.find("{{") == std::string::npos);
  PL_CHECK(rendered.size() <= source.size() * (value.size() + 1));
}

void check_answers(const std::string& said) {
  const auto find_zone = [](std::string_view zone) {
    return zone == "Europe/Zurich" ? std::optional(std::string(zone)) : std::nullopt;
  };
  const std::array<core::FieldType, 6> types{core::TextField{20},
                                             core::IntegerField{-5, 1'000'000'000'000'000'000},
                                             core::ChoiceField{{"introvert", "extrovert"}},
                                             core::ListField{3, 10},
                                             core::TimezoneField{},
                                             core::BooleanField{}};
  for (const core::FieldType& type : types) {
    const core::Field field{"field", type, true, {}, "What is it?"};
    for (const core::RawValue& raw :
         {core::RawValue(said), core::RawValue(std::vector{said, said})}) {
      const auto accepted = core::accept(field, raw, find_zone);
      const auto* value = std::get_if<core::FieldValue>(&accepted);
      if (value == nullptr) continue;
      const auto* text = std::get_if<std::string>(value);
      if (text != nullptr) check_clean(*text, 64);
      // What is stored is accepted again, as it is.
      const core::RawValue kept =
          std::visit([](const auto& v) { return core::RawValue(v); }, *value);
      const auto again = core::accept(field, kept, find_zone);
      PL_CHECK(std::get<core::FieldValue>(again) == *value);
    }
  }
}

}  // namespace

// A value, a line break, a template.
void try_bytes(std::string_view bytes) {
  const std::string said(take_until(bytes, "\n"));
  const std::string value = core::clean(said, 64);
  check_clean(value, 64);
  check_template(bytes, value);
  check_answers(said);
  if (said.size() < 100 && wire::stop_word(said) == wire::StopWord::kStop) {
    PL_CHECK(wire::stop_word(" \"" + said + "!\" ") == wire::StopWord::kStop);
  }
}

}  // namespace pl::fuzz
