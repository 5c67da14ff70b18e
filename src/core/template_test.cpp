#include "core/template.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace pl::core {
namespace {

using Names = std::vector<std::string>;

TEST(Template, RendersItsVariablesOnce) {
  const Variables variables = {
      {"name", "Anna"}, {"context.order_id", "7"}, {"empty", ""}, {"Tricky", "name"}};
  struct Case {
    const char* source;
    const char* text;
  };
  const Case cases[] = {
      {"", ""},
      {"Hello.", "Hello."},
      {"{{name}}", "Anna"},
      {"Hi {{name}}, it is {{ name }}!", "Hi Anna, it is Anna!"},
      {"{{name}}{{name}}", "AnnaAnna"},
      {"{{context.order_id}}", "7"},
      {"[{{empty}}]", "[]"},
      {"[{{unknown}}]", "[]"},
      {"{{Tricky}}", "name"},
      {"a {single} brace", "a {single} brace"},
      {"{{name}}}", "Anna}"},
      {"{ {{name}} }", "{ Anna }"},
      {"\u00C4 {{name}} \U0001F600", "\u00C4 Anna \U0001F600"},
      {"{{\n name\t}}", "Anna"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.source);
    const auto parsed = Template::parse(c.source);
    ASSERT_TRUE(parsed.has_value()) << parsed.error().message;
    EXPECT_EQ(parsed->render(variables), c.text);
    EXPECT_EQ(parsed->source(), c.source);
  }
}

TEST(Template, KnowsWhatLacksAValue) {
  const Variables variables = {{"name", "Anna"}, {"empty", ""}};
  const auto parsed = Template::parse("{{name}}, {{empty}} or {{unknown}}");
  ASSERT_TRUE(parsed.has_value());
  EXPECT_EQ(parsed->unfilled(variables), "empty");
  EXPECT_EQ(parsed->render(variables, "not known"), "Anna, not known or not known");
  EXPECT_EQ(parsed->unfilled({{"name", "a"}, {"empty", "b"}}), "unknown");
  EXPECT_EQ(Template::parse("{{name}}!")->unfilled(variables), std::nullopt);
}

TEST(Template, WhatAVariableBringsInIsNotATemplate) {
  const auto parsed = Template::parse("{{a}} {{b}}");
  ASSERT_TRUE(parsed.has_value());
  EXPECT_EQ(parsed->render({{"a", "((b))"}, {"b", "c"}}), "((b)) c");
}

TEST(Template, NamesItsVariablesInOrderOfFirstUse) {
  const auto parsed = Template::parse("{{b}} {{a.x}} {{b}} {{ C_1 }}");
  ASSERT_TRUE(parsed.has_value());
  EXPECT_EQ(parsed->names(), (Names{"b", "a.x", "C_1"}));
  EXPECT_TRUE(Template::parse("none")->names().empty());
}

TEST(Template, RefusesWhatCannotBeRead) {
  struct Case {
    const char* name;
    std::string source;
    const char* message;
  };
  const Case cases[] = {
      {"never closed", "Hi {{name", "\"{{\" without \"}}\" after it"},
      {"closed by one", "Hi {{name}", "\"{{\" without \"}}\" after it"},
      {"never opened", "Hi name}}", "\"}}\" without \"{{\" before it"},
      {"closed twice", "{{name}} }}", "\"}}\" without \"{{\" before it"},
      {"no name", "{{}}", "\"{{}}\" is not a variable name; use letters, digits, _ and ."},
      {"a blank name", "{{  }}", "\"{{}}\" is not a variable name; use letters, digits, _ and ."},
      {"two words", "{{first name}}",
       "\"{{first name}}\" is not a variable name; use letters, digits, _ and ."},
      {"a hyphen", "{{first-name}}",
       "\"{{first-name}}\" is not a variable name; use letters, digits, _ and ."},
      {"another letter", "{{n\u00E4me}}",
       "\"{{n\u00E4me}}\" is not a variable name; use letters, digits, _ and ."},
      {"three braces", "{{{name}}}",
       "\"{{{name}}\" is not a variable name; use letters, digits, _ and ."},
      {"one inside another", "{{a{{b}}}}",
       "\"{{a{{b}}\" is not a variable name; use letters, digits, _ and ."},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    const auto parsed = Template::parse(c.source);
    ASSERT_FALSE(parsed.has_value());
    EXPECT_EQ(parsed.error().code, Code::kInvalid);
    EXPECT_EQ(parsed.error().message, c.message);
  }
}

TEST(Template, ErrorsStayShort) {
  const auto parsed = Template::parse("{{" + std::string(1'000'000, ' ') + "a b" +
                                      std::string(1'000'000, 'c') + "}}");
  ASSERT_FALSE(parsed.has_value());
  EXPECT_LT(parsed.error().message.size(), 200U);
  EXPECT_TRUE(Template::parse("{{" + std::string(64, 'a') + "}}").has_value());
  EXPECT_FALSE(Template::parse("{{" + std::string(65, 'a') + "}}").has_value());
}

TEST(Template, WithCleanValuesNeverRendersAVariable) {
  std::mt19937 random(13);
  const std::string pieces[] = {"{", "}", "{{", "}}", "{{a}}", "{{b}}", "x", " "};
  int parsed_ones = 0;
  for (int i = 0; i < 50'000; ++i) {
    std::string source;
    for (std::size_t length = random() % 7; length > 0; --length) {
      source += pieces[random() % std::size(pieces)];
    }
    const auto parsed = Template::parse(source);
    if (!parsed) continue;
    ++parsed_ones;
    ASSERT_EQ(parsed->render({{"b", "value"}}).find("{{"), std::string::npos) << source;
  }
  EXPECT_GT(parsed_ones, 10'000);
}

}  // namespace
}  // namespace pl::core
