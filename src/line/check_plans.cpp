// Whether the plans under `outreach:` can do what they are for, within the line's budgets.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "line/check.h"

namespace pl::line {
namespace {

using namespace std::chrono_literals;

std::string key_of(const core::Plan& plan, std::string_view key) {
  return fmt::format("outreach.{}.{}", plan.name.text, key);
}

// The scene's tools that are declared; the others have been complained about.
std::vector<const core::Tool*> granted(const core::Line& line, const core::Scene& scene) {
  std::vector<const core::Tool*> tools;
  for (const core::ToolName& name : scene.tools) {
    if (const core::Tool* const tool = line.find_tool(name)) tools.push_back(tool);
  }
  return tools;
}

bool saves(const std::vector<const core::Tool*>& tools, const std::string& field) {
  return std::any_of(tools.begin(), tools.end(), [&](const core::Tool* tool) {
    return std::find(tool->saves.begin(), tool->saves.end(), field) != tool->saves.end();
  });
}

// An onboarding that could never be completed would call people until its retries are used up.
void check_onboarding(Complaints& complaints, const core::Line& line, const core::Plan& plan) {
  const core::Scene* const scene = line.find_scene(plan.scene);
  if (scene == nullptr) return;
  const auto tools = granted(line, *scene);
  const std::string key = key_of(plan, "complete_when");
  if (plan.complete_when == core::CompleteWhen::kTool) {
    if (std::none_of(tools.begin(), tools.end(),
                     [](const core::Tool* tool) { return tool->completes_onboarding; })) {
      complaints.at(
          key, fmt::format("scene `{}` grants no tool that completes onboarding", scene->name.text),
          "grant one with `completes: onboarding`, or write required_fields");
    }
    return;
  }
  if (std::none_of(line.profile.begin(), line.profile.end(),
                   [](const core::Field& field) { return field.required; })) {
    complaints.at(key, "no field of the profile is required, so every call would complete it",
                  "write `required: true` at a field, or complete_when: tool");
  }
  for (const core::Field& field : line.profile) {
    if (!field.required || saves(tools, field.name)) continue;
    complaints.at("profile." + field.name,
                  fmt::format("is required, but no tool of scene `{}` saves it", scene->name.text),
                  "name it under `saves:` of a tool of that scene, or write `required: false`");
  }
}

void check_retries(Complaints& complaints, const core::Plan& plan) {
  const Millis total = std::accumulate(plan.retry.begin(), plan.retry.end(), Millis(0));
  if (plan.deadline == Millis(0) || plan.retry.empty() || total < plan.deadline) return;
  complaints.at(key_of(plan, "retry"),
                fmt::format("the delays add up to {}, the deadline is {}", format_duration(total),
                            format_duration(plan.deadline)),
                "shorten the delays or move the deadline: the last retry would never be made");
}

void check_fallback(Complaints& complaints, const core::Line& line, const core::Plan& plan) {
  const core::Scene* const scene = line.find_scene(plan.scene);
  if (scene == nullptr || plan.then != core::Fallback::kText || line.text.empty()) return;
  if (!scene->texts.empty()) return;
  complaints.at(key_of(plan, "scene"),
                fmt::format("scene `{}` has no `text`, but the plan ends in one", scene->name.text),
                "write the scene's `text:`, or `then: nothing` here");
}

// The most dials that fall into one span of `length`, where each is declined at once.
std::size_t most_dials(const core::Plan& plan, Millis length) {
  std::vector<Millis> dials{Millis(0)};
  for (const Millis delay : plan.retry) dials.push_back(dials.back() + delay);
  std::size_t most = 0;
  for (auto first = dials.begin(); first != dials.end(); ++first) {
    const auto past =
        std::find_if(first, dials.end(), [&](Millis at) { return at - *first >= length; });
    most = std::max(most, static_cast<std::size_t>(past - first));
  }
  return most;
}

void check_budget(Complaints& complaints, const core::Line& line, std::string_view span,
                  Millis length, int budget) {
  for (const core::Plan& plan : line.outreach) {
    const std::size_t dials = most_dials(plan, length);
    if (static_cast<std::size_t>(budget) >= dials) continue;
    complaints.at(fmt::format("calling.per_number.{}", span),
                  fmt::format("plan `{}` can dial {} times in one {}, this allows {}",
                              plan.name.text, dials, span, budget),
                  fmt::format("allow {}, or take retries away from the plan", dials));
  }
}

void check_single(Complaints& complaints, const core::Line& line) {
  const core::Plan* onboarding = nullptr;
  std::vector<std::pair<core::Trigger, const core::Plan*>> started;
  for (const core::Plan& plan : line.outreach) {
    if (plan.is_onboarding() && onboarding != nullptr) {
      complaints.at(key_of(plan, "complete_when"),
                    fmt::format("plan `{}` is the onboarding already", onboarding->name.text),
                    "keep one plan with complete_when");
    } else if (plan.is_onboarding()) {
      onboarding = &plan;
    }
    for (const core::Trigger trigger : plan.on) {
      const auto other = std::find_if(started.begin(), started.end(),
                                      [&](const auto& entry) { return entry.first == trigger; });
      if (other == started.end()) {
        started.emplace_back(trigger, &plan);
        continue;
      }
      complaints.at(
          key_of(plan, "on"),
          fmt::format("{} starts plan `{}` already", text_of(trigger), other->second->name.text),
          "keep one hand-over for each event, or the caller is called twice");
    }
  }
}

}  // namespace

void check_plans(Complaints& complaints, const core::Line& line) {
  check_single(complaints, line);
  for (const core::Plan& plan : line.outreach) {
    check_retries(complaints, plan);
    check_fallback(complaints, line, plan);
    if (plan.is_onboarding()) check_onboarding(complaints, line, plan);
    if (plan.is_onboarding() && plan.is_handover()) {
      complaints.at(key_of(plan, "on"), "a plan is an onboarding or a hand-over, not both",
                    "remove `on` or `complete_when`");
    }
  }
}

void check_budgets(Complaints& complaints, const core::Line& line) {
  check_budget(complaints, line, "hour", 1h, line.calling.per_number_hour);
  check_budget(complaints, line, "day", 24h, line.calling.per_number_day);
}

void warn_of_unrung(Complaints& warnings, const core::Line& line) {
  if (line.text.empty()) return;
  std::set<core::SceneName> warned;
  for (const core::Plan& plan : line.outreach) {
    const core::Scene& scene = line.scene(plan.scene);
    if (plan.then != core::Fallback::kText || !scene.unrung.empty()) continue;
    if (!warned.insert(scene.name).second) continue;
    warnings.at(
        fmt::format("scenes.{}.text", scene.name.text),
        "may go to somebody whom no dial rang, where the country, the consent or the deadline "
        "forbade it; a plain sentence stands in for it there",
        "write the scene's `text_unrung:`, which says nothing of a call");
  }
}

}  // namespace pl::line
