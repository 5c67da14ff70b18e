// A line: one phone number and everything that shares it. Loaded and checked by src/line; immutable
// afterwards. Core trusts every line it is given: names resolve, templates use known variables, the
// last rule has no condition. The words of its enumerations are those of line.yaml.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "base/words.h"
#include "core/names.h"
#include "core/number.h"
#include "core/profile.h"
#include "core/template.h"

namespace pl::core {

enum class Stage { kNew, kOnboarding, kOnboarded, kSkipped, kClosed };
constexpr auto words_of(Stage) {
  using enum Stage;
  return word_table<Stage>({{kNew, "new"},
                            {kOnboarding, "onboarding"},
                            {kOnboarded, "onboarded"},
                            {kSkipped, "skipped"},
                            {kClosed, "closed"}});
}

struct Voice {
  std::string voice_id;
  std::optional<std::string> model_id;
  std::optional<double> stability;         // 0..1
  std::optional<double> similarity_boost;  // 0..1
  std::optional<double> speed;             // 0.7..1.2
};

// Who speaks.
struct Persona {
  PersonaName name;
  std::string prompt;  // plain text, no variables; ends with '\n'
  Voice voice;
  std::string language;            // "en"
  std::optional<std::string> llm;  // the platform's name of a language model
  std::vector<ToolName> tools;     // granted in every scene that does not name its own
  std::vector<std::string> never_says;
};

enum class OpeningChoice { kFirst, kNameInitial };

// Why they speak now.
struct Scene {
  SceneName name;
  PersonaName persona;
  std::vector<Template> openings;  // at least one
  OpeningChoice choose = OpeningChoice::kFirst;
  std::optional<Template> brief;  // added to the persona's prompt
  std::vector<Template> texts;    // text openings; chosen like openings; may be empty
  std::chrono::minutes minutes{10};
  std::vector<ToolName> tools;     // what this scene grants, already resolved from the persona
  std::vector<Template> mentions;  // what each opening and text says; the line check holds to it
  std::vector<Template> unrung;    // texts for whom no dial rang; empty: a built-in sentence
};

// A tool the line's agents may call in a conversation.
struct Tool {
  ToolName name;
  std::vector<std::string> saves;  // profile fields it may write
  bool completes_onboarding = false;
  bool opts_out = false;
  bool tells_answerer = false;  // its argument `answerer` says who was reached
};

enum class KnownCaller { kAny, kUnknown, kKnown };

// A rule of `inbound:`; it matches when each of its conditions does.
struct Rule {
  KnownCaller caller = KnownCaller::kAny;
  std::vector<Stage> stages;  // empty: any. A stage condition matches known callers only.
  SceneName scene;
  int line_number = 0;  // in line.yaml, for explanations

  bool unconditional() const { return caller == KnownCaller::kAny && stages.empty(); }
};

enum class Trigger { kOnboardingCompleted, kSkipped };
constexpr auto words_of(Trigger) {
  using enum Trigger;
  return word_table<Trigger>(
      {{kOnboardingCompleted, "onboarding_completed"}, {kSkipped, "skipped"}});
}
enum class CompleteWhen { kRequiredFields, kTool };
constexpr auto words_of(CompleteWhen) {
  using enum CompleteWhen;
  return word_table<CompleteWhen>({{kRequiredFields, "required_fields"}, {kTool, "tool"}});
}
enum class Fallback { kText, kNothing };
constexpr auto words_of(Fallback) {
  using enum Fallback;
  return word_table<Fallback>({{kText, "text"}, {kNothing, "nothing"}});
}
// What an inbound call does to an outreach that waits: play its scene, or be routed as usual.
enum class OnCallIn { kFulfil, kRoute };
constexpr auto words_of(OnCallIn) {
  using enum OnCallIn;
  return word_table<OnCallIn>({{kFulfil, "fulfil"}, {kRoute, "route"}});
}

// What a leg that did not reach the person came to, as a plan speaks of it.
enum class Miss {
  kBusy,
  kNoAnswer,
  kDeclined,
  kMailbox,
  kScreener,
  kMenu,
  kNobody,
  kUnsure,
  kFailed
};
constexpr auto words_of(Miss) {
  using enum Miss;
  return word_table<Miss>({{kBusy, "busy"},
                           {kNoAnswer, "no_answer"},
                           {kDeclined, "declined"},
                           {kMailbox, "mailbox"},
                           {kScreener, "screener"},
                           {kMenu, "menu"},
                           {kNobody, "nobody"},
                           {kUnsure, "unsure"},
                           {kFailed, "failed"}});
}
// What is done about one in place of what is done ordinarily.
struct RetryRule {
  Miss on = Miss::kBusy;
  std::vector<Millis> after;  // delay before retry 1, 2, ... of the outreach; none: no retry
  friend bool operator==(const RetryRule&, const RetryRule&) = default;
};

// The carrier's machine detection, which is billed apart; the words are the platform's.
enum class Detection { kOff, kEnable, kMessageEnd };
constexpr auto words_of(Detection) {
  using enum Detection;
  return word_table<Detection>(
      {{kOff, "off"}, {kEnable, "enable"}, {kMessageEnd, "detect_message_end"}});
}

// How an outreach is carried out.
struct Plan {
  PlanName name;
  SceneName scene;
  std::vector<Trigger> on;                    // a hand-over names what starts it
  std::optional<CompleteWhen> complete_when;  // set: the goal is the stage `onboarded`
  std::vector<Millis> retry;                  // delay before retry 1, 2, ...
  std::vector<RetryRule> retry_on;            // one for each miss at most
  Millis deadline{0};                         // from its creation, or from the awaited call's end
  std::chrono::seconds ring{25};
  Detection detection = Detection::kOff;
  Millis after_call_end{5000};
  Fallback then = Fallback::kText;
  OnCallIn on_call_in = OnCallIn::kRoute;

  bool is_handover() const { return !on.empty(); }
  bool is_onboarding() const { return complete_when.has_value(); }
};

// Numbers of a country code that several countries share, in an area that the numbering plans here
// do not know.
enum class UnknownAreas { kCall, kRefuse };
constexpr auto words_of(UnknownAreas) {
  using enum UnknownAreas;
  return word_table<UnknownAreas>({{kCall, "call"}, {kRefuse, "refuse"}});
}

// When and where the line may dial.
struct CallingPolicy {
  std::chrono::minutes opens{8 * 60};    // after local midnight
  std::chrono::minutes closes{21 * 60};  // > opens, at most 24 h
  std::vector<std::string> countries;    // ISO 3166 alpha-2
  int per_number_hour = 10;              // dials
  int per_number_day = 20;
  int simultaneous = 4;  // live calls of the line, inbound ones included
  int per_second = 1;    // dials of the line
  UnknownAreas unknown_area_codes = UnknownAreas::kCall;
};

enum class Channel { kTelegram, kSms };
constexpr auto words_of(Channel) {
  using enum Channel;
  return word_table<Channel>({{kTelegram, "telegram"}, {kSms, "sms"}});
}

// What an inbound caller id alone unlocks; caller ids can be forged.
enum class Trust { kNothing, kName, kProfile };
constexpr auto words_of(Trust) {
  using enum Trust;
  return word_table<Trust>({{kNothing, "nothing"}, {kName, "name"}, {kProfile, "profile"}});
}

struct Line {
  LineName name;
  PhoneNumber number;
  std::string agent_id;
  std::string phone_number_id;
  std::vector<Persona> personas;
  std::vector<Field> profile;
  std::vector<Tool> tools;
  std::vector<Scene> scenes;
  std::vector<Rule> inbound;
  std::vector<Plan> outreach;
  CallingPolicy calling;
  std::vector<Channel> text;
  Trust trust = Trust::kName;
  SceneName safe_scene;
  Variables variables;  // always sent as dynamic variables
  std::string default_name = "friend";

  // The members below stop the program when nothing has that name: use them for names that came
  // from the line itself. The find_ forms return null and are for names from outside.
  const Persona& persona(const PersonaName& name) const;
  const Scene& scene(const SceneName& name) const;
  const Tool& tool(const ToolName& name) const;
  const Scene* find_scene(const SceneName& name) const;
  const Plan* find_plan(const PlanName& name) const;
  const Tool* find_tool(const ToolName& name) const;
  // The plan whose goal is the stage `onboarded`; null if the line has none.
  const Plan* onboarding_plan() const;
};

}  // namespace pl::core
