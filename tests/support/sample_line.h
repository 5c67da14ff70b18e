// A whole line for tests, and a person on it: two personas that share a number, as in the line that
// ships with the program, but small and fixed, so that a test may name every word of it.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/check.h"
#include "core/caller.h"
#include "core/line.h"
#include "core/override.h"

namespace pl::testing {

// The instant at which every sample was made: a Thursday, noon in Zurich.
inline const UtcTime kSampleNow = from_ms(1'770'894'000'000);  // 2026-02-12T11:00:00Z

// Ids that differ by `n` alone: sample_id<core::CallId>(1).
template <class Id>
Id sample_id(std::uint64_t n) {
  return Id::make(kSampleNow, {0, n});
}

inline core::PhoneNumber sample_number(const std::string& e164) {
  const auto number = core::PhoneNumber::from_e164(e164);
  PL_CHECK(number.has_value());
  return *number;
}

inline core::Template sample_template(const std::string& text) {
  const auto parsed = core::Template::parse(text);
  PL_CHECK(parsed.has_value());
  return *parsed;
}

namespace sample {

inline std::vector<core::Template> templates(const std::vector<std::string>& texts) {
  std::vector<core::Template> parsed;
  for (const std::string& text : texts) parsed.push_back(sample_template(text));
  return parsed;
}

inline core::Field field(std::string name, core::FieldType type, bool required,
                         std::string question) {
  return {std::move(name), std::move(type), required, std::nullopt, std::move(question)};
}

inline core::Field field(std::string name, core::FieldType type, core::FieldValue default_value,
                         std::string question) {
  return {std::move(name), std::move(type), false, std::move(default_value), std::move(question)};
}

inline std::vector<core::Field> profile() {
  using namespace core;
  const auto choice = [](std::vector<std::string> of) { return ChoiceField{std::move(of)}; };
  return {
      field("timezone", TimezoneField{}, true, "Which city do you live in or near?"),
      field("occupation", TextField{80}, true, "What do you do for a living?"),
      field("hobbies", ListField{}, false, "What do you like to do in your free time?"),
      field("personality_type", choice({"introvert", "extrovert", "ambivert"}), true,
            "Are you an introvert, an extrovert or an ambivert?"),
      field("intensity", IntegerField{1, 5}, FieldValue(std::int64_t{3}),
            "How intense may it be, from 1 to 5?"),
      field("pacing_weeks", choice({"4", "8"}), FieldValue(std::string("4")),
            "Would you like to take 4 or 8 weeks?"),
      field("conversation_style", choice({"listener", "balanced", "sharer"}),
            FieldValue(std::string("balanced")), "Should I listen, share, or a bit of both?"),
  };
}

inline std::vector<core::Tool> tools() {
  return {
      {{"collect_profile"},
       {"timezone", "occupation", "hobbies", "personality_type"},
       false,
       false},
      {{"configure_preferences"},
       {"intensity", "pacing_weeks", "conversation_style"},
       false,
       false},
      {{"complete_onboarding"}, {}, true, false},
  };
}

inline std::vector<core::Persona> personas() {
  return {
      {{"meta-nikita"},
       "You are Meta-Nikita, and you get to know new people.\n",
       {"voice_meta", "eleven_flash_v2", 0.4, 0.7, 0.95},
       "en",
       "gpt-4o-mini",
       {{"collect_profile"}, {"configure_preferences"}, {"complete_onboarding"}},
       {"as an AI"}},
      {{"nikita"},
       "You are Nikita, and you talk with people you know.\n",
       {"voice_nikita", "eleven_flash_v2", 0.5, 0.8, 1.0},
       "en",
       "gpt-4o-mini",
       {},
       {"Meta-Nikita"}},
  };
}

inline core::Scene scene(std::string name, std::string opening, std::chrono::minutes minutes) {
  return {{std::move(name)},
          {"nikita"},
          templates({opening}),
          core::OpeningChoice::kFirst,
          std::nullopt,
          {},
          minutes,
          {}};
}

inline core::Scene onboarding() {
  using namespace std::chrono_literals;
  core::Scene made =
      scene("onboarding", "Hi {{name}}, this is Meta-Nikita. A minute for me?", 10min);
  made.persona = {"meta-nikita"};
  made.brief = sample_template("Get to know the caller, one question at a time.");
  made.texts = templates({"Hi {{name}}, I tried to reach you. Write to me when it suits you."});
  made.tools = {{"collect_profile"}, {"configure_preferences"}, {"complete_onboarding"}};
  return made;
}

inline core::Scene first_call() {
  using namespace std::chrono_literals;
  core::Scene made = scene("first-call", "", 20min);
  made.openings = templates({"Hey {{name}}, my friend told me about you.",
                             "Is that {{name}}? Then my friend was right about you.",
                             "{{name}}! You just talked with my friend, did you not?"});
  made.choose = core::OpeningChoice::kNameInitial;
  made.brief = sample_template("You call {{name}} for the first time.");
  made.texts = templates({"Hey {{name}}, my friend told me about you. Call me?",
                          "Is that {{name}}? So my friend was right about you. Call me?",
                          "{{name}}, you talked with my friend. Call me?"});
  return made;
}

inline std::vector<core::Scene> scenes() {
  using namespace std::chrono_literals;
  core::Scene stranger = scene("stranger", "Hello! I do not know you yet.", 1min);
  stranger.brief = sample_template("Say nothing personal about anyone.");
  core::Scene returning = scene("returning", "Hey {{name}}, good to hear you.", 30min);
  returning.texts = templates({"Hey {{name}}, I tried to call you."});
  return {onboarding(),
          first_call(),
          returning,
          stranger,
          scene("not-yet", "Hi {{name}}, my friend wants to talk with you first.", 1min),
          scene("closed", "Hi, this account is closed. Take care!", 1min)};
}

inline std::vector<core::Rule> rules() {
  using core::KnownCaller;
  using core::Stage;
  return {{KnownCaller::kUnknown, {}, {"stranger"}, 40},
          {KnownCaller::kAny, {Stage::kNew, Stage::kOnboarding}, {"not-yet"}, 41},
          {KnownCaller::kAny, {Stage::kClosed}, {"closed"}, 42},
          {KnownCaller::kAny, {}, {"returning"}, 43}};
}

inline std::vector<core::Plan> plans() {
  using namespace core;
  using namespace std::chrono_literals;
  Plan first{{"onboarding"}, {"onboarding"}, {}, CompleteWhen::kRequiredFields, {1min, 10min, 1h}};
  first.deadline = 4h;
  Plan handoff{{"handoff"}, {"first-call"}, {Trigger::kOnboardingCompleted}, {}, {5s, 15s, 45s}};
  handoff.deadline = 10min;
  handoff.on_call_in = OnCallIn::kFulfil;
  Plan check_in{{"check-in"}, {"returning"}, {}, {}, {15min}};
  check_in.deadline = 24h;
  check_in.then = Fallback::kNothing;
  return {first, handoff, check_in};
}

}  // namespace sample

inline core::Line sample_line() {
  core::CallingPolicy calling;
  calling.countries = {"CH", "DE", "US"};
  return {{"nikita"},
          sample_number("+41780000000"),
          "agent_nikita",
          "phone_nikita",
          sample::personas(),
          sample::profile(),
          sample::tools(),
          sample::scenes(),
          sample::rules(),
          sample::plans(),
          calling,
          {core::Channel::kTelegram},
          core::Trust::kName,
          {"stranger"},
          {{"product", "nikita"}}};
}

// Anna, new on the sample line, in Zurich, with consent to everything.
inline core::Caller sample_caller() {
  return {sample_id<core::CallerId>(1),
          {"nikita"},
          {sample_number("+41780000001"), core::NumberClass::kOrdinary, "CH"},
          "Anna",
          core::Stage::kNew,
          {},
          "Europe/Zurich",
          {},
          {true, true, "signup form", "v1", kSampleNow},
          std::nullopt,
          "1000001",
          kSampleNow,
          kSampleNow};
}

// A profile with every required field of the sample line.
inline core::Profile sample_profile() {
  return {{"timezone", std::string("Europe/Zurich")},
          {"occupation", std::string("teacher")},
          {"personality_type", std::string("introvert")}};
}

}  // namespace pl::testing
