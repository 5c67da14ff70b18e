#include "core/profile.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "../../tests/support/sample_line.h"

namespace pl::core {
namespace {

using List = std::vector<std::string>;

std::optional<std::string> find_zone(std::string_view zone) {
  if (zone == "europe/zurich") return "Europe/Zurich";
  if (zone == "Europe/Zurich" || zone == "UTC") return std::string(zone);
  return std::nullopt;
}

RawValue raw(const char* text) {
  return std::string(text);
}
RawValue number(std::int64_t value) {
  return value;
}

struct SavedCase {
  const char* name;
  FieldType type;
  RawValue raw;
  std::optional<FieldValue> value;  // empty: rejected
};

void expect_accepted(const std::vector<SavedCase>& cases) {
  for (const SavedCase& c : cases) {
    SCOPED_TRACE(c.name);
    const auto answer = accept({"field", c.type}, c.raw, find_zone);
    if (c.value) {
      ASSERT_TRUE(std::holds_alternative<FieldValue>(answer)) << std::get<Rejection>(answer).say;
      EXPECT_EQ(std::get<FieldValue>(answer), *c.value);
      continue;
    }
    ASSERT_TRUE(std::holds_alternative<Rejection>(answer)) << show(std::get<FieldValue>(answer));
    const std::string& say = std::get<Rejection>(answer).say;
    ASSERT_FALSE(say.empty());
    EXPECT_TRUE(say.back() == '.' || say.back() == '?') << say;
    EXPECT_EQ(say.find_first_of("{}_<>`\"\n"), std::string::npos) << say;
    EXPECT_TRUE(say.front() >= 'A' && say.front() <= 'Z') << say;
    EXPECT_LT(say.size(), 160U) << say;
  }
}

FieldValue text(const char* value) {
  return std::string(value);
}

TEST(AcceptText, TakesAShortLine) {
  const TextField four{4};
  expect_accepted({
      {"a word", four, raw("abcd"), text("abcd")},
      {"cleaned", four, raw(" a\n{b} "), text("a b")},
      {"code points, not bytes", four, raw("\u00C4\u00D6\u00DC\U0001F600"),
       text("\u00C4\u00D6\u00DC\U0001F600")},
      {"a number", four, number(42), text("42")},
      {"a real", four, RawValue(2.5), text("2.5")},
      {"nothing", four, raw(""), {}},
      {"only what is removed", four, raw("{}\u200B"), {}},
      {"a list", four, RawValue(List{"a"}), {}},
      {"too long", four, raw("abcde"), {}},
      {"too long, in two words", four, raw("abcd efgh"), {}},
      {"too long, in many", four, raw("ab c de f"), {}},
      {"too long, after a break", four, raw("abc\n\n\nd"), {}},
      {"a megabyte", four, RawValue(std::string(1'000'000, 'a')), {}},
  });
}

TEST(AcceptInteger, TakesWholeNumbersInTheRange) {
  const IntegerField one_to_five{1, 5};
  const FieldValue five = std::int64_t{5};
  expect_accepted({
      {"a number", one_to_five, number(5), five},
      {"a real that is whole", one_to_five, RawValue(5.0), five},
      {"digits", one_to_five, raw(" 5 "), five},
      {"the least", one_to_five, number(1), FieldValue(std::int64_t{1})},
      {"below", one_to_five, number(0), {}},
      {"above", one_to_five, number(6), {}},
      {"negative", one_to_five, raw("-1"), {}},
      {"in words", one_to_five, raw("Five"), {}},
      {"a half", one_to_five, RawValue(2.5), {}},
      {"digits and a word", one_to_five, raw("5 of 5"), {}},
      {"a fraction in digits", one_to_five, raw("5.0"), {}},
      {"nothing", one_to_five, raw(""), {}},
      {"a boolean", one_to_five, RawValue(true), {}},
      {"a list", one_to_five, RawValue(List{"5"}), {}},
      {"not a number", one_to_five, RawValue(std::nan("")), {}},
      {"infinity", one_to_five, RawValue(std::numeric_limits<double>::infinity()), {}},
      {"huge", one_to_five, RawValue(1e300), {}},
      {"more than fits", one_to_five, raw("99999999999999999999"), {}},
      {"the smallest there is", one_to_five, number(std::numeric_limits<std::int64_t>::min()), {}},
  });
}

TEST(AcceptChoice, MatchesWithoutCase) {
  const ChoiceField kind{{"introvert", "extrovert", "ambivert"}};
  const ChoiceField weeks{{"4", "8"}};
  expect_accepted({
      {"as written", kind, raw("introvert"), text("introvert")},
      {"another case", kind, raw(" INTROvert\n"), text("introvert")},
      {"a number", weeks, number(8), text("8")},
      {"a real", weeks, RawValue(8.0), text("8")},
      {"digits", weeks, raw("8"), text("8")},
      {"not one of them", kind, raw("extravert"), {}},
      {"two of them", kind, raw("introvert, extrovert"), {}},
      {"another number", weeks, number(6), {}},
      {"nothing", kind, raw(""), {}},
      {"a list", kind, RawValue(List{"introvert"}), {}},
      {"a boolean", kind, RawValue(true), {}},
  });
  const auto answer = accept({"field", kind}, raw("?"), find_zone);
  EXPECT_EQ(std::get<Rejection>(answer).say,
            "Please choose one of introvert, extrovert or ambivert.");
}

TEST(AcceptList, TakesItemsOrTheWordsOfThem) {
  const ListField three{3, 5};
  expect_accepted({
      {"a list", three, RawValue(List{"chess", "go"}), FieldValue(List{"chess", "go"})},
      {"one text", three, raw("chess, go; \u00C4hren"),
       FieldValue(List{"chess", "go", "\u00C4hren"})},
      {"one word", three, raw("chess"), FieldValue(List{"chess"})},
      {"a JSON list", three, raw(" [\"chess\", \"g,o\"] "), FieldValue(List{"chess", "g,o"})},
      {"a broken one", three, raw("[\"go\", b"), FieldValue(List{"[\"go\"", "b"})},
      {"an empty one", three, raw("[]"), {}},
      {"blanks left out", three, RawValue(List{"", " ", "go"}), FieldValue(List{"go"})},
      {"cleaned", three, RawValue(List{"{go}\n"}), FieldValue(List{"go"})},
      {"nothing", three, raw(""), {}},
      {"only separators", three, raw(",;,"), {}},
      {"an empty list", three, RawValue(List{}), {}},
      {"too many", three, raw("a,b,c,d"), {}},
      {"a number", three, number(7), {}},
      {"a boolean", three, RawValue(true), {}},
      {"a million commas", three, RawValue(std::string(1'000'000, ',')), {}},
  });
}

TEST(AcceptTimezone, TakesNamesThatExist) {
  expect_accepted({
      {"a zone", TimezoneField{}, raw("Europe/Zurich"), text("Europe/Zurich")},
      {"with blanks", TimezoneField{}, raw(" UTC\n"), text("UTC")},
      {"no zone", TimezoneField{}, raw("Zurich"), {}},
      {"another case", TimezoneField{}, raw("europe/zurich"), text("Europe/Zurich")},
      {"nothing", TimezoneField{}, raw(""), {}},
      {"a number", TimezoneField{}, number(1), {}},
      {"a boolean", TimezoneField{}, RawValue(false), {}},
  });
}

TEST(AcceptBoolean, TakesYesAndNo) {
  expect_accepted({
      {"true", BooleanField{}, RawValue(true), FieldValue(true)},
      {"false", BooleanField{}, RawValue(false), FieldValue(false)},
      {"yes", BooleanField{}, raw("Yes"), FieldValue(true)},
      {"no", BooleanField{}, raw(" no "), FieldValue(false)},
      {"as JSON text", BooleanField{}, raw("TRUE"), FieldValue(true)},
      {"perhaps", BooleanField{}, raw("perhaps"), {}},
      {"nothing", BooleanField{}, raw(""), {}},
      {"one", BooleanField{}, number(1), {}},
      {"a list", BooleanField{}, RawValue(List{"yes"}), {}},
  });
}

TEST(Profile, WhatIsStillToAskComesRequiredFirstInTheLinesOrder) {
  const auto fields = pl::testing::sample::profile();
  const auto names = [&](const Profile& profile) {
    List missing;
    for (const Field* field : still_to_ask(fields, profile)) missing.push_back(field->name);
    return missing;
  };
  EXPECT_EQ(names({}), (List{"timezone", "occupation", "personality_type", "hobbies", "intensity",
                             "pacing_weeks", "conversation_style"}));
  EXPECT_EQ(
      names({{"occupation", text("x")}, {"hobbies", List{"y"}}}),
      (List{"timezone", "personality_type", "intensity", "pacing_weeks", "conversation_style"}));
}

TEST(Profile, IsCompleteWhenEveryRequiredFieldIsThere) {
  const auto fields = pl::testing::sample::profile();
  EXPECT_FALSE(required_complete(fields, {}));
  Profile profile = pl::testing::sample_profile();
  EXPECT_TRUE(required_complete(fields, profile));
  for (const auto& [name, value] : pl::testing::sample_profile()) {
    profile.erase(name);
    EXPECT_FALSE(required_complete(fields, profile)) << name;
    profile[name] = value;
  }
  EXPECT_TRUE(required_complete({}, {}));
}

TEST(Profile, ValuesAreShownAsSpoken) {
  EXPECT_EQ(show(true), "yes");
  EXPECT_EQ(show(false), "no");
  EXPECT_EQ(show(std::int64_t{-3}), "-3");
  EXPECT_EQ(show(text("teacher")), "teacher");
  EXPECT_EQ(show(List{"chess", "go"}), "chess, go");
}

TEST(Profile, TheTimeZoneIsTheValueOfTheTimeZoneField) {
  const auto fields = pl::testing::sample::profile();
  EXPECT_EQ(timezone_of(fields, {}), std::nullopt);
  EXPECT_EQ(timezone_of(fields, pl::testing::sample_profile()), "Europe/Zurich");
  EXPECT_EQ(timezone_of({}, pl::testing::sample_profile()), std::nullopt);
  EXPECT_NE(find_field(fields, "hobbies"), nullptr);
  EXPECT_EQ(find_field(fields, "Hobbies"), nullptr);
}

}  // namespace
}  // namespace pl::core
