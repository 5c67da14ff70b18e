// The variables that a scene's words may use, and what they must mention.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "line/check.h"
#include "line/reader.h"

namespace pl::line {
namespace {

constexpr std::string_view kContext = "context.";
constexpr std::string_view kGiven = "variables.";

class VariableCheck {
 public:
  VariableCheck(Complaints& complaints, const core::Line& line) : complaints_(complaints) {
    known_.push_back("name");
    for (const core::Field& field : line.profile) known_.push_back(field.name);
  }

  void look_at(const core::Scene& scene, bool has_plan) {
    has_plan_ = has_plan;
    const std::string key = "scenes." + scene.name.text;
    each(scene.openings, key + ".openings");
    if (scene.brief) judge(*scene.brief, key + ".brief");
    each(scene.texts, key + ".text");
    each(scene.mentions, key + ".mentions");
  }

 private:
  void each(const std::vector<core::Template>& templates, const std::string& key) {
    for (std::size_t i = 0; i < templates.size(); ++i) {
      judge(templates[i], fmt::format("{}[{}]", key, i));
    }
  }

  void judge(const core::Template& words, const std::string& key) {
    for (const std::string& name : words.names()) {
      if (is_known(name)) continue;
      if (is_given(name)) {
        complaints_.at(key, fmt::format("only an outreach gives {{{{{}}}}}", name),
                       "name this scene in a plan under `outreach:`, or remove the variable");
        continue;
      }
      complaints_.at(key, fmt::format("unknown variable {{{{{}}}}}", name),
                     "use name, a profile field, context.<key> or variables.<key>" +
                         did_you_mean(name, known_));
    }
  }

  static bool is_given(std::string_view name) {
    return name.starts_with(kGiven) && name.size() > kGiven.size();
  }

  bool is_known(const std::string& name) const {
    if (name.starts_with(kContext) && name.size() > kContext.size()) return true;
    if (is_given(name)) return has_plan_;
    return std::find(known_.begin(), known_.end(), name) != known_.end();
  }

  Complaints& complaints_;
  std::vector<std::string> known_;
  bool has_plan_ = false;
};

// A lone {{variable}} is mentioned however it is spaced, anything else word for word.
bool does_mention(const core::Template& words, const core::Template& wanted) {
  const auto variable = wanted.names();
  if (variable.size() == 1 && wanted.render({}).empty()) {
    const auto names = words.names();
    return std::find(names.begin(), names.end(), variable.front()) != names.end();
  }
  return lower_ascii(words.source()).find(lower_ascii(wanted.source())) != std::string::npos;
}

}  // namespace

void check_mentions(Complaints& complaints, const core::Line& line) {
  for (const core::Scene& scene : line.scenes) {
    const auto expect_in = [&](const std::vector<core::Template>& all, std::string_view list) {
      for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string key = fmt::format("scenes.{}.{}[{}]", scene.name.text, list, i);
        if (all[i].source().empty()) continue;  // broken, and complained about
        for (const core::Template& wanted : scene.mentions) {
          if (wanted.source().empty() || does_mention(all[i], wanted)) continue;
          complaints.at(key, fmt::format("does not mention {}", shown(wanted.source())),
                        "say it, or take it off the scene's `mentions`");
        }
      }
    };
    expect_in(scene.openings, "openings");
    expect_in(scene.texts, "text");
  }
}

void check_templates(Complaints& complaints, const core::Line& line) {
  VariableCheck variables(complaints, line);
  for (const core::Scene& scene : line.scenes) {
    const bool has_plan =
        std::any_of(line.outreach.begin(), line.outreach.end(),
                    [&](const core::Plan& plan) { return plan.scene == scene.name; });
    variables.look_at(scene, has_plan);
  }
}

}  // namespace pl::line
