// Broken documents and what is said about them: one change to a good line, one complaint.
#include "line/complaints.h"

#include <gtest/gtest.h>

#include "line/testing.h"

namespace pl::line {
namespace {

using testing::complaints_of;
using testing::Folder;
using testing::text_of;

struct Case {
  const char* old_text;
  const char* new_text;
  int line;
  const char* key;
  const char* wrong;  // the beginning
};

void expect_complaints(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    SCOPED_TRACE(c.new_text);
    Folder folder;
    folder.change(c.old_text, c.new_text);
    const auto complaints = complaints_of(folder);
    EXPECT_EQ(complaints.size(), 1U) << text_of(complaints);
    if (complaints.empty()) continue;
    EXPECT_EQ(complaints[0].file, "line.yaml");
    EXPECT_EQ(complaints[0].line, c.line) << text_of(complaints);
    EXPECT_EQ(complaints[0].key, c.key);
    EXPECT_TRUE(complaints[0].wrong.starts_with(c.wrong)) << text_of(complaints);
    EXPECT_FALSE(complaints[0].remedy.empty());
  }
}

TEST(Complaints, SpeakOfKeysThatAreUnknownDoubledMissingOrSecret) {
  expect_complaints({
      {"text: [telegram]", "txet: [telegram]", 31, "txet", "unknown key"},
      {"language: en\n    tools", "langauge: en\n    language: en\n    tools", 12,
       "personas.ada.langauge", "unknown key"},
      {"line: desk", "line: desk\nline: front", 3, "line", "written twice; the first is on line 2"},
      {"  safe: {", "  talk: {persona: bob, openings: [Hi.]}\n  safe: {", 23, "scenes.talk",
       "written twice; the first is on line 22"},
      {"version: 1\n", "", 1, "version", "missing"},
      {"voice: {voice_id: voice_a}", "voice: {}", 11, "personas.ada.voice.voice_id", "missing"},
      {"safe_scene: safe\n", "", 1, "safe_scene", "missing"},
      {", ask: \"Where do you live?\"", "", 19, "profile.city.ask", "missing"},
      {", deadline: 10m", "", 29, "outreach.next.deadline", "missing"},
      {"text: [telegram]", "text: [telegram]\nvariables: {auth_token: abc}", 32,
       "variables.auth_token", "looks like a secret"},
      {"language: en\n    tools", "language: en\n    Password: x\n    tools", 13,
       "personas.ada.Password", "looks like a secret"},
  });
}

TEST(Complaints, SpeakOfWhateverLooksLikeASecret) {
  const std::string hex = "0123456789abcdef0123456789abcdef";
  for (const std::string& secret :
       {"sk_" + hex, "pl_" + hex + hex, "wsec_" + hex, std::string("whsec_MfKQ9r8GKYqrTwjU"),
        "123456789:AA" + hex, hex, "use " + hex + ", please"}) {
    SCOPED_TRACE(secret);
    Folder folder;
    folder.change("text: [telegram]", "variables: {greeting: \"" + secret + "\"}");
    const auto complaints = complaints_of(folder);
    ASSERT_EQ(complaints.size(), 1U) << text_of(complaints);
    EXPECT_EQ(complaints[0].key, "variables.greeting");
    EXPECT_TRUE(complaints[0].wrong.starts_with("looks like a secret"));
  }
  for (const char* plain : {"Xb7hH8MSUJpSbSDYk0k2", "at 12:30:00", "0123456789abcdef",
                            "7c9e6679-7425-40de-944b-e07fc1f90ae7", "sk_pocket"}) {
    SCOPED_TRACE(plain);
    Folder folder;
    folder.change("text: [telegram]", std::string("variables: {greeting: \"") + plain + "\"}");
    EXPECT_EQ(text_of(complaints_of(folder)), "");
  }
}

TEST(Complaints, SpeakOfValuesOfTheWrongKind) {
  expect_complaints({
      {"version: 1", "version: \"1\"", 1, "version", "\"1\" is not a whole number"},
      {"version: 1", "version: 2", 1, "version", "2 is out of range"},
      {"version: 1", "version:", 1, "version", "is nothing"},
      {"line: desk", "line: [desk]", 2, "line", "is a list"},
      {"line: desk", "line: Desk", 2, "line", "\"Desk\" is not a name"},
      {"\"+41780000000\"", "0780000000", 3, "number", "is not a phone number"},
      {"agent_1", "\"${MISSING}\"", 4, "elevenlabs.agent_id",
       "the environment variable MISSING is not set"},
      {"{voice_id: voice_a}", "ada", 11, "personas.ada.voice", "is a text, not a map"},
      {"language: en\n    tools", "language: english\n    tools", 12, "personas.ada.language",
       "\"english\" is not a language code"},
      {"required: true", "required: yes", 19, "profile.city.required",
       "\"yes\" is neither true nor false"},
      {"openings: [Hello.]", "openings: Hello.", 23, "scenes.safe.openings",
       "is a text, not a list"},
      {"openings: [Hello.]", "openings: []", 23, "scenes.safe.openings", "is empty"},
      {"openings: [Hello.]", "openings: [\"\"]", 23, "scenes.safe.openings[0]", "is empty"},
      {"openings: [Hello.]", "openings: [\"a\\0b\"]", 23, "scenes.safe.openings[0]",
       "there is a control character"},
      {"openings: [Hello.]", "openings: [\"Hi {{na me}}\"]", 23, "scenes.safe.openings[0]",
       "\"{{na me}}\" is not a variable name"},
      {"openings: [Hello.]", "openings: [Hello.], minutes: 121", 23, "scenes.safe.minutes",
       "121 is out of range"},
      {"openings: [Hello.]", "openings: [Hello.], choose: frist", 23, "scenes.safe.choose",
       "\"frist\" is not known here"},
      {"retry: [1m]", "retry: [1 minute]", 28, "outreach.intake.retry[0]",
       "\"1 minute\" is not a length of time"},
      {"retry: [1m]", "retry: [2d]", 28, "outreach.intake.retry[0]", "2d is out of range"},
      {"deadline: 10m", "deadline: 8d", 29, "outreach.next.deadline", "8d is out of range"},
      {"deadline: 10m", "deadline: 10m, ring: 5500ms", 29, "outreach.next.ring",
       "has a part of a second"},
      {"text: [telegram]", "text: [pigeon]", 31, "text[0]", "\"pigeon\" is not known here"},
      {"text: [telegram]", "text: [sms, sms]", 31, "text[1]", "is listed twice"},
      {"text: [telegram]", "trust: {caller_id: all}", 31, "trust.caller_id",
       "\"all\" is not known here"},
      {"text: [telegram]", "variables: {system__x: a}", 31, "variables.system__x",
       "names that begin with \"system__\" are taken"},
      {"text: [telegram]", "default_name: \"a {b}\"", 31, "default_name", "has a line break"},
  });
}

TEST(Complaints, BoundTheNumberOfRetries) {
  Folder folder;
  folder.change("retry: [1m]", "retry: [1m, 1m, 1m, 1m, 1m, 1m, 1m, 1m, 1m, 1m, 1m]")
      .change("countries: [CH]", "countries: [CH], per_number: {hour: 11}");
  const auto complaints = complaints_of(folder);
  ASSERT_EQ(complaints.size(), 1U) << text_of(complaints);
  EXPECT_EQ(complaints[0].wrong, "has 11 items");
}

TEST(Complaints, SpeakOfNumbersOfAVoiceOutOfTheirRange) {
  expect_complaints({
      {"{voice_id: voice_b}", "{voice_id: voice_b, stability: high}", 16,
       "personas.bob.voice.stability", "\"high\" is not a number"},
      {"{voice_id: voice_b}", "{voice_id: \"voice b\"}", 16, "personas.bob.voice.voice_id",
       "\"voice b\" is not an id"},
  });
  Folder folder;
  folder.change("{voice_id: voice_a}", "{voice_id: voice_a, speed: 1.3, stability: nan}");
  EXPECT_EQ(complaints_of(folder).size(), 2U) << text_of(complaints_of(folder));
}

TEST(Complaints, SpeakOfToolsThatDoNothingOrTooMuch) {
  expect_complaints({
      {"{completes: onboarding}", "{}", 7, "tools.finish", "does not say what it does"},
      {"{completes: onboarding}", "{completes: onboarding, opts_out: true}", 7, "tools.finish",
       "does more than one thing"},
      {"{completes: onboarding}", "{opts_out: false}", 7, "tools.finish.opts_out", "says nothing"},
      {"{completes: onboarding}", "{completes: everything}", 7, "tools.finish.completes",
       "\"everything\" is not known here"},
  });
}

TEST(Complaints, SpeakOfProfileFieldsThatCannotBeAskedFor) {
  expect_complaints({
      {"scenes:\n", "  Age: {type: text, ask: \"How old?\"}\nscenes:\n", 20, "profile.Age",
       "\"Age\" is not a name"},
      {"scenes:\n", "  name: {type: text, ask: \"Who?\"}\nscenes:\n", 20, "profile.name",
       "every caller has a name already"},
      {"scenes:\n", "  conversation_id: {type: text, ask: \"Which?\"}\nscenes:\n", 20,
       "profile.conversation_id", "every tool call has one already"},
      {"scenes:\n", "  field: {type: text, ask: \"Your field?\"}\nscenes:\n", 20, "profile.field",
       "a tool call says `field` and `value` of any answer"},
      {"scenes:\n", "  value: {type: text, ask: \"How much?\"}\nscenes:\n", 20, "profile.value",
       "a tool call says `field` and `value` of any answer"},
      {"scenes:\n", "  partyline_call: {type: text, ask: \"Which?\"}\nscenes:\n", 20,
       "profile.partyline_call", "names that begin with \"partyline_\" are taken"},
      {"scenes:\n", "  system__time: {type: text, ask: \"When?\"}\nscenes:\n", 20,
       "profile.system__time", "names that begin with \"system__\" are taken"},
      {"scenes:\n", "  age: {type: number, max: 3, ask: \"How old?\"}\nscenes:\n", 20,
       "profile.age.type", "\"number\" is not known here"},
      {"scenes:\n", "  age: {type: integer, min: 3, max: 2, ask: \"How old?\"}\nscenes:\n", 20,
       "profile.age.max", "is less than min"},
      {"scenes:\n", "  age: {type: integer, max: 2, ask: \"How old?\"}\nscenes:\n", 20,
       "profile.age.min", "missing"},
      {"scenes:\n", "  age: {type: integer, min: 1, max: 2, default: 3, ask: \"How?\"}\nscenes:\n",
       20, "profile.age.default", "is not a value that the field accepts"},
      {"scenes:\n", "  zone: {type: timezone, default: Mars, ask: \"Where?\"}\nscenes:\n", 20,
       "profile.zone.default", "is not a value that the field accepts"},
      {"scenes:\n", "  a: {type: choice, of: [One], ask: \"Which?\"}\nscenes:\n", 20,
       "profile.a.of[0]", "\"One\" has a capital letter"},
      {"scenes:\n", "  a: {type: boolean, max: 2, ask: \"Which?\"}\nscenes:\n", 20, "profile.a.max",
       "unknown key"},
      {"scenes:\n", "  a: {type: text, ask: \"One\\ntwo\"}\nscenes:\n", 20, "profile.a.ask",
       "has a line break"},
      {"scenes:\n",
       "  a: {type: timezone, ask: \"Where?\"}\n  b: {type: timezone, ask: \"Where?\"}\nscenes:\n",
       21, "profile.b.type", "`a` is the caller's time zone already"},
  });
}

TEST(Complaints, SpeakOfHoursAndCountriesThatDoNotExist) {
  expect_complaints({
      {"countries: [CH]", "countries: [CH], unknown_area_codes: perhaps", 30,
       "calling.unknown_area_codes", "\"perhaps\" is not known here"},
      {"countries: [CH]", "countries: [CH], hours: \"8-21\"", 30, "calling.hours",
       "\"8-21\" is not a span of hours"},
      {"countries: [CH]", "countries: [CH], hours: \"21:00-08:00\"", 30, "calling.hours",
       "ends before it begins"},
      {"countries: [CH]", "countries: [CH], hours: \"08:00-24:01\"", 30, "calling.hours",
       "\"08:00-24:01\" is not a span of hours"},
      {"countries: [CH]", "countries: [UK]", 30, "calling.countries[0]",
       "\"UK\" is not the code of a country"},
      {"countries: [CH]", "countries: [\"D \"]", 30, "calling.countries[0]",
       "\"D \" is not the code of a country"},
      {"countries: [CH]", "countries: [CH, CH]", 30, "calling.countries[1]", "is listed twice"},
  });
}

TEST(Complaints, SayWhatWasProbablyMeant) {
  Folder folder;
  folder.change("safe_scene: safe", "safe_scene: saef")
      .change("countries: [CH]", "countries: [uk]")
      .change("text: [telegram]", "txet: [telegram]");
  const auto complaints = complaints_of(folder);
  ASSERT_EQ(complaints.size(), 3U) << text_of(complaints);
  EXPECT_EQ(complaints[0].remedy, "write GB");
  EXPECT_EQ(complaints[1].remedy, "did you mean `text`?");
  EXPECT_EQ(complaints[2].remedy, "declare it under `scenes:`; did you mean `safe`?");
}

TEST(Complaints, SuggestNoNameThatWouldNotBeShown) {
  for (const std::string odd : {"\\x1b", "\\r", "\\x7f"}) {
    Folder folder;
    folder.change("  city: {type", "  \"" + odd + "city\": {type");
    const std::string text = text_of(complaints_of(folder));
    EXPECT_NE(text.find("unknown variable {{city}}"), std::string::npos) << text;
    EXPECT_EQ(text.find_first_of("\r\x1b\x7f"), std::string::npos) << text;
    EXPECT_EQ(text.find("did you mean"), std::string::npos) << text;
  }
}

TEST(Complaints, SpeakOfPromptsByTheirOwnFileAndLine) {
  const struct {
    std::string prompt;
    int line;
    const char* wrong;
  } cases[] = {
      {"One.\nTwo {{name}}.\n", 2, "a prompt has no variables"},
      {"One.\r\n", 1, "a line ends in the manner of Windows"},
      {"One.\nTwo\x01.\n", 2, "there is a control character"},
      {"\xFF\xFE", 1, "the prompt is not UTF-8 text"},
      {"One.\nThe key is sk_0123456789abcdef0123456789abcdef.\n", 2, "looks like a secret"},
      {" \n\n", 1, "the prompt is empty"},
      {std::string(kPromptBytes + 1, 'a'), 1, "the prompt has more than 100000 bytes"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.wrong);
    Folder folder;
    folder.files["prompts/bob.md"] = c.prompt;
    const auto complaints = complaints_of(folder);
    ASSERT_EQ(complaints.size(), 1U) << text_of(complaints);
    EXPECT_EQ(complaints[0].file, "prompts/bob.md");
    EXPECT_EQ(complaints[0].line, c.line);
    EXPECT_EQ(complaints[0].key, "personas.bob.prompt");
    EXPECT_TRUE(complaints[0].wrong.starts_with(c.wrong));
  }
}

TEST(Complaints, SpeakOfPromptsThatAreMissingOrOutsideTheFolder) {
  expect_complaints({
      {"prompts/bob.md", "prompts/rob.md", 15, "personas.bob.prompt",
       "\"prompts/rob.md\" cannot be read: No such file or directory"},
      {"prompts/bob.md", "../bob.md", 15, "personas.bob.prompt",
       "\"../bob.md\" is not a path inside the folder"},
      {"prompts/bob.md", "/etc/passwd", 15, "personas.bob.prompt",
       "\"/etc/passwd\" is not a path inside the folder"},
  });
}

}  // namespace
}  // namespace pl::line
