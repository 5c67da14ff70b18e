#include "line/check.h"

#include <gtest/gtest.h>

#include "line/testing.h"

namespace pl::line {
namespace {

using testing::complaints_of;
using testing::Folder;
using testing::text_of;

// The one complaint about the good line after a change, as "key: wrong".
std::string complaint_after(const std::string& old_text, const std::string& new_text) {
  Folder folder;
  folder.change(old_text, new_text);
  const auto complaints = complaints_of(folder);
  if (complaints.size() != 1) return text_of(complaints);
  return complaints[0].key + ": " + complaints[0].wrong;
}

TEST(Check, WantsEveryNameToBeDeclared) {
  EXPECT_EQ(complaint_after("saves: [city]", "saves: [city, town]"),
            "tools.note.saves[1]: there is no field \"town\"");
  EXPECT_EQ(complaint_after("tools: [note, finish]", "tools: [note, finsih]"),
            "personas.ada.tools[1]: there is no tool \"finsih\"");
  EXPECT_EQ(complaint_after("openings: [Hello.]", "openings: [Hello.], persona: rob"),
            "scenes.safe.persona: written twice; the first is on line 23");
  EXPECT_EQ(complaint_after("talk: {persona: bob", "talk: {tools: [none], persona: bob"),
            "scenes.talk.tools[0]: there is no tool \"none\"");
  EXPECT_EQ(complaint_after("- {scene: talk}", "- {scene: tlak}"),
            "inbound[1].scene: there is no scene \"tlak\"");
  EXPECT_EQ(complaint_after("next: {scene: talk", "next: {scene: tlak"),
            "outreach.next.scene: there is no scene \"tlak\"");
}

TEST(Check, WantsTemplatesToUseVariablesThatExist) {
  EXPECT_EQ(complaint_after("of {{city}}", "of {{citty}}"),
            "scenes.talk.openings[0]: unknown variable {{citty}}");
  EXPECT_EQ(complaint_after("Hi {{name}}.", "Hi {{context}}."),
            "scenes.talk.text[0]: unknown variable {{context}}");
  EXPECT_EQ(complaint_after("talk: {persona: bob", "talk: {brief: \"{{context.}}\", persona: bob"),
            "scenes.talk.brief: unknown variable {{context.}}");
}

TEST(Check, KnowsTheContextAndWhatAnOutreachGives) {
  EXPECT_EQ(complaint_after("of {{city}}", "of {{context.town}}, {{variables.reason}}"), "");
  EXPECT_EQ(
      complaint_after("  safe: {",
                      "  late: {persona: bob, openings: [\"{{variables.reason}}\"]}\n  safe: {"),
      "scenes.late.openings[0]: only an outreach gives {{variables.reason}}");
}

TEST(Check, WantsEachOpeningAndTextToSayWhatTheSceneMentions) {
  EXPECT_EQ(
      complaint_after("talk: {persona: bob", "talk: {mentions: [\"{{ name }}\"], persona: bob"),
      "");
  EXPECT_EQ(complaint_after("talk: {persona: bob", "talk: {mentions: [HELLO], persona: bob"),
            "scenes.talk.text[0]: does not mention \"HELLO\"");
  EXPECT_EQ(complaint_after("safe: {persona: bob", "safe: {mentions: [\"{{name}}\"], persona: bob"),
            "scenes.safe.openings[0]: does not mention \"{{name}}\"");
}

TEST(Check, BoundsWhatThePlatformIsToldHoweverMuchIsKnown) {
  const auto brief = [](int notes) {
    std::string words;
    for (int i = 0; i < notes; ++i) words += "{{context.note}}";
    return "{brief: \"" + words + "\", persona: bob";
  };
  // 500 characters of 4 bytes each, beside a caller's whole context and an outreach's own opening.
  EXPECT_EQ(complaint_after("talk: {persona: bob", "talk: " + brief(60)), "");
  EXPECT_EQ(complaint_after("talk: {persona: bob", "talk: " + brief(90)),
            "scenes.talk: what the platform is told may grow to 306 kB, and it takes 256 kB");
  // Who phones in and is trusted with a name alone brings nothing else into the words.
  EXPECT_EQ(complaint_after("  safe: {", "  late: " + brief(90) + ", openings: [Hi.]}\n  safe: {"),
            "");
}

TEST(Check, SpeaksOnceOfAVoicesNumberThatCannotBeRead) {
  Folder folder;
  folder.change("{voice_id: voice_a}", "{voice_id: voice_a, speed: 9}")
      .change("{voice_id: voice_b}", "{voice_id: voice_b, speed: 1.1}");
  EXPECT_EQ(text_of(complaints_of(folder)),
            "line.yaml:11: personas.ada.voice.speed: 9 is out of range; write a number from 0.7 to "
            "1.2\n");
}

TEST(Check, WantsEveryPersonaOfAnySceneToSetTheSameFields) {
  Folder folder;
  folder.change("{voice_id: voice_a}", "{voice_id: voice_a, stability: 0.5, speed: 1.0}")
      .change("{voice_id: voice_b}", "{voice_id: voice_b, speed: 1.1}")
      .change("    voice: {voice_id: voice_b",
              "    llm: some-model\n    voice: {voice_id: voice_b");
  EXPECT_EQ(
      text_of(complaints_of(folder)),
      "line.yaml:9: personas.ada.llm: missing, but persona `bob` sets it; set it here too: "
      "what a persona leaves out, it takes from another voice\n"
      "line.yaml:17: personas.bob.voice.stability: missing, but persona `ada` sets it; set it "
      "here too: what a persona leaves out, it takes from another voice\n");
}

TEST(Check, LetsAPersonaThatNoSceneUsesBeIncomplete) {
  EXPECT_EQ(complaint_after("  bob:\n",
                            "  eve: {prompt: prompts/bob.md, voice: {voice_id: v}, "
                            "language: en}\n  bob:\n"),
            "");
}

TEST(Check, WantsTheLastRuleToTakeEveryone) {
  EXPECT_EQ(complaint_after("- {scene: talk}", "- {when: {caller: known}, scene: talk}"),
            "inbound[1]: the last rule has a condition, so some callers would meet no scene");
  // Even where the rules above leave nobody out.
  EXPECT_EQ(complaint_after("- {scene: talk}",
                            "- {when: {caller: known}, scene: talk}\n  - {scene: safe}"),
            "");
}

TEST(Check, WantsEveryRuleToBeReachable) {
  EXPECT_EQ(complaint_after("- {scene: talk}", "- {scene: talk}\n  - {scene: safe}"),
            "inbound[2]: is never reached: the rules above it match first");
  EXPECT_EQ(complaint_after("- {scene: talk}",
                            "- {when: {stage: [new, closed]}, scene: safe}\n"
                            "  - {when: {caller: known, stage: closed}, scene: safe}\n"
                            "  - {scene: talk}"),
            "inbound[2]: is never reached: the rules above it match first");
  EXPECT_EQ(complaint_after("{caller: unknown}", "{caller: unknown, stage: new}"),
            "inbound[0]: can never match: an unknown caller has no stage");
  EXPECT_EQ(complaint_after("{caller: unknown}", "{}"), "inbound[0].when: has no condition");
}

TEST(Check, WantsTheSafeSceneToBeImpersonalAndWithoutTools) {
  EXPECT_EQ(complaint_after("safe: {persona: bob", "safe: {tools: [note], persona: bob"),
            "scenes.safe.tools: the safe scene grants tools");
  EXPECT_EQ(
      complaint_after("safe: {persona: bob", "safe: {brief: \"{{name}} {{city}}\", persona: bob"),
      "scenes.safe.brief: the safe scene uses {{city}}");
}

TEST(Check, WantsAnOnboardingThatCanBeCompleted) {
  EXPECT_EQ(complaint_after("saves: [city]", "opts_out: true"),
            "profile.city: is required, but no tool of scene `intake` saves it");
  EXPECT_EQ(complaint_after(", required: true", ""),
            "outreach.intake.complete_when: no field of the profile is required, so every call "
            "would complete it");
  Folder folder;
  folder.change("complete_when: required_fields", "complete_when: tool")
      .change("tools: [note, finish]", "tools: [note]");
  EXPECT_EQ(text_of(complaints_of(folder)),
            "line.yaml:28: outreach.intake.complete_when: scene `intake` grants no tool that "
            "completes onboarding; grant one with `completes: onboarding`, or write "
            "required_fields\n");
}

TEST(Check, AllowsOneOnboardingAndOneHandOverForEachEvent) {
  EXPECT_EQ(complaint_after("calling:",
                            "  again: {scene: intake, complete_when: tool, deadline: 1h}\n"
                            "calling:"),
            "outreach.again.complete_when: plan `intake` is the onboarding already");
  EXPECT_EQ(complaint_after("calling:",
                            "  more: {scene: talk, on: [skipped, onboarding_completed], "
                            "deadline: 1h}\ncalling:"),
            "outreach.more.on: onboarding_completed starts plan `next` already");
  EXPECT_EQ(complaint_after("complete_when: required_fields",
                            "complete_when: required_fields, on: skipped"),
            "outreach.intake.on: a plan is an onboarding or a hand-over, not both");
}

TEST(Check, WantsATextWhereAPlanEndsInOne) {
  EXPECT_EQ(complaint_after(", text: [\"Hi {{name}}.\"]", ""),
            "outreach.next.scene: scene `talk` has no `text`, but the plan ends in one");
  Folder folder;
  folder.change(", text: [\"Hi {{name}}.\"]", "")
      .change("deadline: 10m", "deadline: 10m, then: nothing");
  EXPECT_EQ(text_of(complaints_of(folder)), "");
}

TEST(Check, RefusesRetriesThatTheDeadlineCutsOff) {
  EXPECT_EQ(complaint_after("retry: [1m]", "retry: [20m, 40m]"),
            "outreach.intake.retry: the delays add up to 1h, the deadline is 1h");
}

TEST(Check, RefusesBudgetsThatAPlanWouldBreak) {
  EXPECT_EQ(complaint_after("countries: [CH]", "countries: [CH], per_number: {hour: 1}"),
            "calling.per_number.hour: plan `intake` can dial 2 times in one hour, this allows 1");
  EXPECT_EQ(complaint_after("countries: [CH]", "countries: [CH], per_number: {hour: 2, day: 2}"),
            "");
  // An hour and the next do not count together, the day does.
  Folder folder;
  folder.change("retry: [1m], deadline: 1h", "retry: [1h, 1h], deadline: 1d")
      .change("countries: [CH]", "countries: [CH], per_number: {hour: 1, day: 2}");
  EXPECT_EQ(text_of(complaints_of(folder)),
            "line.yaml:30: calling.per_number.day: plan `intake` can dial 3 times in one day, this "
            "allows 2; allow 3, or take retries away from the plan\n");
}

TEST(Check, WantsCountriesWhereThereArePlans) {
  EXPECT_EQ(complaint_after("calling: {countries: [CH]}\n", ""), "calling: missing");
}

}  // namespace
}  // namespace pl::line
