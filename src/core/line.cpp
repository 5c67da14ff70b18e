#include "core/line.h"

#include <algorithm>

#include "base/check.h"

namespace pl::core {
namespace {

template <class Things, class Wanted>
auto find_named(const Things& things, const Wanted& name) -> decltype(things.data()) {
  const auto found = std::find_if(things.begin(), things.end(),
                                  [&](const auto& thing) { return thing.name == name; });
  return found == things.end() ? nullptr : &*found;
}

template <class Things, class Wanted>
const auto& get_named(const Things& things, const Wanted& name) {
  const auto* found = find_named(things, name);
  PL_CHECK(found != nullptr);
  return *found;
}

}  // namespace

const Persona& Line::persona(const PersonaName& wanted) const {
  return get_named(personas, wanted);
}
const Scene& Line::scene(const SceneName& wanted) const {
  return get_named(scenes, wanted);
}
const Tool& Line::tool(const ToolName& wanted) const {
  return get_named(tools, wanted);
}
const Scene* Line::find_scene(const SceneName& wanted) const {
  return find_named(scenes, wanted);
}
const Plan* Line::find_plan(const PlanName& wanted) const {
  return find_named(outreach, wanted);
}
const Tool* Line::find_tool(const ToolName& wanted) const {
  return find_named(tools, wanted);
}

const Plan* Line::onboarding_plan() const {
  const auto found = std::find_if(outreach.begin(), outreach.end(),
                                  [](const Plan& plan) { return plan.is_onboarding(); });
  return found == outreach.end() ? nullptr : &*found;
}

}  // namespace pl::core
