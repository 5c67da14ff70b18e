// /v1/platform
#include "http/api_route.h"
#include "http/views.h"

namespace pl::http {
namespace {

using wire::Json;

Json check_view(const engine::AgentCheck& check) {
  std::vector<Json> off;
  if (check.off) {
    for (const std::string& name : core::names_of(*check.off)) off.push_back({name});
  }
  const bool ready = check.off && !check.off->any();
  const bool mend = check.off && check.off->any();
  return {Json::Members{{"line", {check.line.text}},
                        {"agent_id", {check.agent_id}},
                        {"ready", {ready}},
                        {"off", list(std::move(off))},
                        {"todo", mend ? Json{core::remedy(*check.off)} : Json{}},
                        {"error", check.off ? Json{} : Json{check.off.error().message}}}};
}

// Asks first; the answer is given, and who asked is noted, when the platform's is taken in.
void post_check(engine::Engine& engine, const ApiRequest& request) {
  engine.check_agents(engine::AskedBy::kPerson,
                      [&engine, request](const Result<std::vector<engine::AgentCheck>>& checks) {
                        if (!checks) return request.reply(problem(checks.error()));
                        std::vector<Json> items;
                        for (const engine::AgentCheck& check : *checks)
                          items.push_back(check_view(check));
                        const Json answered{Json::Members{{"items", list(std::move(items))}}};
                        answer(engine, request, 200,
                               [answered](engine::Turn&) -> Result<Json> { return answered; });
                      });
}

}  // namespace

std::vector<Route> platform_routes() {
  return {{"POST", "platform/check", ports::Scope::kAdmin, post_check}};
}

}  // namespace pl::http
