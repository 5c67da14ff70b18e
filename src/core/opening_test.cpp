#include "core/opening.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "../../tests/support/sample_line.h"
#include "base/text.h"
#include "core/caller_text.h"
#include "core/override.h"

namespace pl::core {
namespace {

using pl::testing::sample_caller;
using pl::testing::sample_line;
using pl::testing::sample_template;

std::string first_message(const std::string& name) {
  const Line line = sample_line();
  Caller caller = sample_caller();
  caller.name = clean(name, kNameLimit);
  return opening({line, line.scene({"first-call"}), &caller, Trust::kProfile, {}});
}

// Which of the scene's three openings that name gets.
std::size_t index_of(const std::string& name) {
  return opening_by_name_initial(name, 3);
}

TEST(PostOnboardingFirstMessage, MentionsTheFriendAndTheName) {
  for (const char* name : {"Anna", "Ben", "Chris", "\u00C4nne", "\u0416\u0435\u043D\u044F"}) {
    const std::string message = first_message(name);
    EXPECT_NE(message.find("my friend"), std::string::npos) << message;
    EXPECT_NE(message.find(name), std::string::npos) << message;
    EXPECT_EQ(message.find("{{"), std::string::npos) << message;
  }
}

TEST(PostOnboardingFirstMessage, IsTheSameForTheSameName) {
  for (const char* name : {"Anna", "", "\U0001F600"}) {
    EXPECT_EQ(first_message(name), first_message(name));
  }
}

TEST(PostOnboardingFirstMessage, VariesByName) {
  std::set<std::size_t> taken;
  for (const char* name : {"Anna", "Ben", "Chris"}) taken.insert(index_of(name));
  EXPECT_EQ(taken.size(), 3U);
}

TEST(PostOnboardingFirstMessage, IsChosenByTheLowerCasedFirstCharacterOfTheName) {
  struct Case {
    const char* name;
    char32_t lower;  // simply lower-cased, as in Unicode's UnicodeData
  };
  const Case cases[] = {
      {"Anna", U'a'},
      {"anna", U'a'},
      {"Ben", U'b'},
      {"Zo\u00EB", U'z'},
      {"1st", U'1'},
      {"\u00C4nne", U'\u00E4'},
      {"\u00E4nne", U'\u00E4'},
      {"A\u0308nne", U'a'},  // the same letter in two code points: the first one counts
      {"\u0308A", U'\u0308'},
      {"\u0130lker", U'i'},  // one code point to one, not to 'i' and a dot
      {"\u0131lker", U'\u0131'},
      {"\u00DFen", U'\u00DF'},
      {"\u1E9Een", U'\u00DF'},
      {"\u03A9mega", U'\u03C9'},
      {"\u2126mega", U'\u03C9'},  // the ohm sign
      {"\u03A3igma", U'\u03C3'},
      {"\u0416\u0435\u043D\u044F", U'\u0436'},
      {"\u01C5uro", U'\u01C6'},
      {"\u212Belvin", U'\u00E5'},
      {"\U00010400", U'\U00010428'},
      {"\u5C0F\u660E", U'\u5C0F'},
      {"\u0645\u0631\u064A\u0645", U'\u0645'},
      {"\U0001F600", U'\U0001F600'},
      {"\U0001F469\u200D\U0001F4BB", U'\U0001F469'},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    for (std::size_t count = 1; count <= 7; ++count) {
      EXPECT_EQ(opening_by_name_initial(c.name, count), c.lower % count);
    }
  }
}

TEST(PostOnboardingFirstMessage, AnyBytesChooseOneOfTheOpenings) {
  for (const char* name : {"\xFF", "\xC3", "\xED\xA0\x80", " ", "\n"}) {
    EXPECT_LT(index_of(name), 3U);
  }
}

TEST(PostOnboardingFirstMessage, AnEmptyNameTakesTheFirstAndIsCalledFriend) {
  EXPECT_EQ(index_of(""), 0U);
  EXPECT_EQ(first_message(""), "Hey friend, my friend told me about you.");
  EXPECT_EQ(first_message(" \t\u200B"), first_message(""));
  // Of five, "friend" itself would choose another one: the default name is for speaking only.
  Line line = sample_line();
  Caller caller = sample_caller();
  caller.name = "";
  Scene scene = line.scene({"first-call"});
  scene.openings.resize(5, scene.openings.back());
  EXPECT_NE(opening_by_name_initial(line.default_name, 5), 0U);
  EXPECT_EQ(opening({line, scene, &caller, Trust::kProfile, {}}), first_message(""));
}

TEST(PostOnboardingFirstMessage, TheTextOpeningIsChosenTheSameWay) {
  const Line line = sample_line();
  Caller caller = sample_caller();
  for (const char* name : {"Anna", "Ben", "Chris", ""}) {
    SCOPED_TRACE(name);
    caller.name = name;
    const Part part{line, line.scene({"first-call"}), &caller, Trust::kProfile, {}};
    EXPECT_EQ(text_opening(part), part.scene.texts[index_of(name)].render(scene_variables(part)));
    EXPECT_NE(text_opening(part).find("friend"), std::string::npos);
  }
}

TEST(AnOpeningOfItsOwn, IsSaidInPlaceOfTheScenesAndRenderedLikeIt) {
  const Line line = sample_line();
  const Caller caller = sample_caller();
  const Scene& scene = line.scene({"first-call"});
  const auto given = given_opening(line, scene, "{{name}}: {{ variables.topic }}, my friend!",
                                   {{"topic", "your order"}});
  ASSERT_TRUE(given) << given.error().message;
  const Part part{line, scene, &caller, Trust::kProfile, {{"topic", "your order"}}, *given};
  EXPECT_EQ(opening(part), caller.name + ": your order, my friend!");
  EXPECT_EQ(text_opening(part).find("your order"), std::string::npos) << "a text has its own words";
}

TEST(AnOpeningOfItsOwn, MayOnlySayWhatTheScenesOwnMight) {
  struct Case {
    std::string text;
    const char* complaint;
  };
  const std::string fine = "{{name}}, my friend";
  std::string many = fine;
  for (int i = 0; i < 10; ++i) many += "{{city}}";
  const Case cases[] = {
      {fine, ""},
      {" \t ", "opening: is empty; leave it out instead"},
      {fine + std::string(1000, 'x'), "opening: at most 1000 characters"},
      {fine + "\n", "opening: one line, without control characters"},
      {fine + "{{", "opening: \"{{\" without \"}}\" after it"},
      {many, "opening: at most 10 {{variables}}"},
      {fine + "{{mood}}",
       "opening: unknown variable {{mood}}; use name, a profile field, context.<key> or "
       "variables.<key>"},
      {fine + "{{variables.topics}}", "opening: {{variables.topics}} is not among `variables`"},
      {"my friend", "opening: does not mention \"{{name}}\", as the scene first-call must"},
      {"{{name}}", "opening: does not mention \"my friend\", as the scene first-call must"},
  };
  Line line = sample_line();
  Scene scene = line.scene({"first-call"});
  scene.mentions = {sample_template("my friend"), sample_template("{{name}}")};
  for (const Case& c : cases) {
    SCOPED_TRACE(c.text);
    const auto given = given_opening(line, scene, c.text, {{"topic", "tea"}});
    EXPECT_EQ(given ? "" : given.error().message, c.complaint);
    EXPECT_TRUE(given || given.error().code == Code::kInvalid);
  }
}

}  // namespace
}  // namespace pl::core
