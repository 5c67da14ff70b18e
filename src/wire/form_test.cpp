#include "wire/form.h"

#include <gtest/gtest.h>

namespace pl::wire {
namespace {

std::string show(const Result<Form>& form) {
  if (!form) return "error: " + form.error().message;
  std::string shown;
  for (const FormField& field : *form) shown += "[" + field.name + "|" + field.value + "]";
  return shown;
}

TEST(ReadForm, TakesFieldsAsTheyCome) {
  struct Case {
    std::string body;
    std::string shown;
  };
  const Case cases[] = {
      {"", ""},
      {"a=1&b=2", "[a|1][b|2]"},
      {"b=2&a=1&b=3", "[b|2][a|1][b|3]"},
      {"a", "[a|]"},
      {"a=", "[a|]"},
      {"=1", "[|1]"},
      {"&&a=1&", "[a|1]"},
      {"a=1=2", "[a|1=2]"},
      {"Body=Hi+you%21+%2B+%26+%c3%A4", "[Body|Hi you! + & ä]"},
      {"%41=%42", "[A|B]"},
      {"a=%ff", "[a|\xff]"},
      {"a=1;b=2", "[a|1;b=2]"},
      {"a=%", "error: field 1 of the form has a broken escape"},
      {"a=1&b=%4", "error: field 2 of the form has a broken escape"},
      {"a%4g=1", "error: field 1 of the form has a broken escape"},
      {"a=%%41", "error: field 1 of the form has a broken escape"},
  };
  for (const Case& c : cases) EXPECT_EQ(show(read_form(c.body)), c.shown) << c.body;
  EXPECT_EQ(read_form("a=%00")->front().value, std::string(1, '\0'));
}

TEST(ReadForm, HasALimitOfBytesAndOfFields) {
  EXPECT_TRUE(read_form("a=" + std::string(kFormBytes - 2, 'x')));
  EXPECT_EQ(show(read_form("a=" + std::string(kFormBytes - 1, 'x'))),
            "error: the form is longer than 65536 bytes");
  std::string body;
  for (std::size_t i = 0; i < kFormFields; ++i) body += "a=1&";
  EXPECT_EQ(read_form(body)->size(), kFormFields);
  EXPECT_EQ(show(read_form(body + "a=1")), "error: the form has more than 200 fields");
}

std::string value_of(const Form& form, std::string_view name) {
  const auto value = form_value(form, name);
  if (!value) return "error: " + value.error().message;
  return *value ? "[" + **value + "]" : "nothing";
}

TEST(FormValue, IsTheOneOfThatNameOrNothing) {
  const Form form = {{"a", "1"}, {"b", ""}, {"c", "x"}, {"c", "x"}, {"d", "x"}, {"d", "y"}};
  EXPECT_EQ(value_of(form, "a"), "[1]");
  EXPECT_EQ(value_of(form, "b"), "[]");
  EXPECT_EQ(value_of(form, "c"), "[x]");
  EXPECT_EQ(value_of(form, "d"), "error: the form has two values of d");
  EXPECT_EQ(value_of(form, "A"), "nothing");
}

TEST(WriteForm, EscapesWhatAnotherReaderCouldTakeApart) {
  const Form form = {
      {"To", "+41780000001"}, {"DateSent>", "2026-11-22"}, {"Body", "a b&c=d%ä\n-._~"}};
  const std::string body = write_form(form);
  EXPECT_EQ(body, "To=%2B41780000001&DateSent%3E=2026-11-22&Body=a%20b%26c%3Dd%25%C3%A4%0A-._~");
  EXPECT_EQ(*read_form(body), form);
  EXPECT_EQ(write_form({}), "");
}

}  // namespace
}  // namespace pl::wire
