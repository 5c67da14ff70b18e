// What a test asks the stage about its callers.
#include <chrono>
#include <sstream>
#include <thread>

#include "stage.h"

namespace pl::testing {

using namespace std::chrono_literals;

std::string Stage::register_caller(const std::string& number, const std::string& name,
                                   const Json& more) {
  // A person of few words: what they say fits the line's own choices.
  control("/sandbox/people", {{"number", number},
                              {"answers",
                               {{"personality_type", "ambivert"},
                                {"pacing_weeks", "4"},
                                {"conversation_style", "balanced"}}}});
  Json body{{"number", number},
            {"name", name},
            {"timezone", "Europe/Zurich"},
            {"channels", {{"telegram_chat_id", kChat}}},
            {"consent", {{"voice", true}, {"text", true}, {"source", "test"}, {"wording", "v1"}}}};
  body.update(more);
  return must("POST", "/v1/callers", body).value("id", "");
}

std::string Stage::onboard(const std::string& caller) {
  return must("POST", "/v1/callers/" + caller + "/onboarding").value("id", "");
}

std::vector<Json> Stage::journal() {
  std::vector<Json> all;
  for (std::int64_t after = 0;;) {
    const Json page = must("GET", "/v1/journal?after=" + std::to_string(after));
    if (!page.contains("items") || page["items"].empty()) return all;
    for (const Json& entry : page["items"]) all.push_back(entry);
    after = all.back()["seq"].get<std::int64_t>();
  }
}

std::string Stage::outreach_of(const std::string& caller, const std::string& plan) {
  std::string found;
  for (const Json& entry : journal()) {
    const bool ours = entry["caller"] == caller && entry["outreach"].is_string();
    if (ours && entry["details"].value("plan", "") == plan) found = entry["outreach"];
  }
  return found;
}

std::string Stage::state_of(const std::string& caller, const std::string& plan) {
  const std::string id = outreach_of(caller, plan);
  return id.empty() ? "" : must("GET", "/v1/outreaches/" + id).value("state", "");
}

Json Stage::outreach(const std::string& caller, const std::string& plan) {
  const std::string id = outreach_of(caller, plan);
  EXPECT_FALSE(id.empty()) << "no outreach of the plan " << plan;
  return id.empty() ? Json::object() : must("GET", "/v1/outreaches/" + id);
}

std::vector<Json> Stage::open_attention() {
  return must("GET", "/v1/attention")["items"].get<std::vector<Json>>();
}

bool Stage::wait_for(const std::string& what, const std::function<bool()>& holds, Millis patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (!holds()) {
    if (std::chrono::steady_clock::now() > deadline) {
      std::ostringstream story;
      for (const Json& entry : journal()) {
        story << entry["at"] << " " << entry["kind"] << " " << entry["details"] << "\n";
      }
      ADD_FAILURE() << "waited in vain: " << what << "\n" << story.str() << server_log();
      return false;
    }
    std::this_thread::sleep_for(20ms);  // bounded above: it waits for a real server, not a time
  }
  return true;
}

bool Stage::wait_for_state(const std::string& caller, const std::string& plan,
                           const std::string& state) {
  return wait_for(plan + " is " + state, [&] { return state_of(caller, plan) == state; });
}

}  // namespace pl::testing
