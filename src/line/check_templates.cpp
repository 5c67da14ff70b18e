// The variables that a scene's words may use, and what they must mention.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

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
    known_ = {"name", "local_time"};
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
                     "use name, local_time, a profile field, context.<key> or variables.<key>" +
                         did_you_mean(name, known_));
    }
  }

  Complaints& complaints_;
  const core::Line& line_;
  std::vector<std::string> known_;
  bool has_plan_ = false;
};

// Which variables of a scene have a value for whoever it is played to.
class SureVariables {
 public:
  SureVariables(const core::Line& line, const core::Scene& scene)
      : line_(line), is_asked_before_(is_asked_before(line, scene)) {}

  bool has(const std::string& name) const {
    if (name == "name") return true;
    const core::Field* const field = core::find_field(line_.profile, name);
    if (field == nullptr) return false;
    return field->default_value || (field->required && is_asked_before_);
  }

 private:
  // Whether the required fields were asked for, and may be told. A plan's call is to somebody's own
  // number; whoever phones in is trusted as far as the line says.
  static bool is_asked_before(const core::Line& line, const core::Scene& scene) {
    const bool onboards = std::any_of(
        line.outreach.begin(), line.outreach.end(),
        [&](const auto& plan) { return plan.scene == scene.name && plan.is_onboarding(); });
    const bool is_inbound = scene.name == line.safe_scene ||
                            std::any_of(line.inbound.begin(), line.inbound.end(),
                                        [&](const auto& rule) { return rule.scene == scene.name; });
    return !onboards && (!is_inbound || line.trust == core::Trust::kProfile);
  }

  const core::Line& line_;
  const bool is_asked_before_;
};

// Something that a caller may lack, where each of `all` uses one; empty where one can do without.
std::optional<std::string> lacked_by_each(const std::vector<core::Template>& all,
                                          const SureVariables& sure) {
  std::optional<std::string> lacked;
  for (const core::Template& words : all) {
    const auto names = words.names();
    const auto unsure = std::find_if(names.begin(), names.end(),
                                     [&](const std::string& name) { return !sure.has(name); });
    if (unsure == names.end()) return std::nullopt;
    lacked = *unsure;
  }
  return lacked;
}

}  // namespace

void warn_of_unfilled(Complaints& warnings, const core::Line& line) {
  for (const core::Scene& scene : line.scenes) {
    const SureVariables sure(line, scene);
    const auto look_at = [&](const std::vector<core::Template>& all, std::string_view list) {
      const auto lacked = lacked_by_each(all, sure);
      if (!lacked) return;
      warnings.at(fmt::format("scenes.{}.{}", scene.name.text, list),
                  fmt::format("none can be said to who has no value for {{{{{}}}}}, and a built-in "
                              "sentence stands in",
                              *lacked),
                  "add one that does without it");
    };
    look_at(scene.openings, "openings");
    look_at(scene.texts, "text");
    look_at(scene.unrung, "text_unrung");
  }
}

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
