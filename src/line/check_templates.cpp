// The variables that a scene's words may use, and what they must mention.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "core/opening.h"
#include "line/check.h"
#include "line/reader.h"

namespace pl::line {
namespace {

class VariableCheck {
 public:
  VariableCheck(Complaints& complaints, const core::Line& line)
      : complaints_(complaints), line_(line) {
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
      const bool given = core::is_given_variable(name);
      if (given ? has_plan_ : core::is_variable(line_, name)) continue;
      if (given) {
        complaints_.at(key, fmt::format("only an outreach gives {{{{{}}}}}", name),
                       "name this scene in a plan under `outreach:`, or remove the variable");
        continue;
      }
      complaints_.at(key, fmt::format("unknown variable {{{{{}}}}}", name),
                     "use name, a profile field, context.<key> or variables.<key>" +
                         did_you_mean(name, known_));
    }
  }

  Complaints& complaints_;
  const core::Line& line_;
  std::vector<std::string> known_;
  bool has_plan_ = false;
};

}  // namespace

void check_mentions(Complaints& complaints, const core::Line& line) {
  for (const core::Scene& scene : line.scenes) {
    const auto expect_in = [&](const std::vector<core::Template>& all, std::string_view list) {
      for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string key = fmt::format("scenes.{}.{}[{}]", scene.name.text, list, i);
        if (all[i].source().empty()) continue;  // broken, and complained about
        for (const core::Template& wanted : scene.mentions) {
          if (wanted.source().empty() || core::does_mention(all[i], wanted)) continue;
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
