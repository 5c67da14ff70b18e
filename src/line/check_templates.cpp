// The variables that a scene's words may use.
#include <fmt/format.h>

#include <algorithm>

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

}  // namespace

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
