// What a tool makes of what it is given, and of being called again.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "../../tests/support/front_stage.h"
#include "../../tests/support/sample_call.h"

namespace pl::http {
namespace {

using namespace pl::testing;
using nlohmann::json;

// Anna on the phone, with the tools of the sample's onboarding.
struct ToolStage : FrontStage {
  ToolStage() {
    call.scene = {"onboarding"};
    call.caller = sample_caller().id;
    call.conversation = core::ConversationId{"conv_1"};
    world.store.put(call);
  }

  json tell(const std::string& name, json arguments) {
    arguments["partyline_call"] = call.id.text();
    return json_of(tool(name, arguments.dump()));
  }
  json profile() { return json_of(api("GET", kAnna))["profile"]; }
  std::size_t times_saved() const {
    const auto& journal = world.store.tables.journal;
    return static_cast<std::size_t>(
        std::count_if(journal.begin(), journal.end(),
                      [](const auto& entry) { return entry->kind == "profile.saved"; }));
  }

  core::Call call = sample_inbound();
};

TEST(ToolRepeated, GetsTheSameAnswerAndChangesNothing) {
  ToolStage stage;
  const json baker = {{"field", "occupation"}, {"value", "baker"}};
  const json said = stage.tell("collect_profile", baker);
  stage.world.clock.time += std::chrono::seconds(29);
  EXPECT_EQ(stage.tell("collect_profile", baker), said);
  EXPECT_EQ(stage.times_saved(), 1u);
  stage.world.clock.time += std::chrono::seconds(1);
  stage.tell("collect_profile", baker);
  EXPECT_EQ(stage.times_saved(), 2u) << "half a minute later it is said anew";
}

TEST(ToolRepeated, AfterAnotherOneItIsAChangeOfMind) {
  ToolStage stage;
  for (const char* city : {"Europe/Zurich", "Europe/London", "Europe/Zurich"}) {
    EXPECT_EQ(stage.tell("collect_profile", {{"timezone", city}})["saved"], true);
    stage.world.clock.time += std::chrono::seconds(7);
  }
  EXPECT_EQ(stage.profile()["timezone"], "Europe/Zurich");
}

TEST(ToolRepeated, ARefusalIsNotRepeatedOnceWhatWasMissingIsThere) {
  for (const bool by_product : {false, true}) {
    SCOPED_TRACE(by_product ? "saved over the API" : "saved by a tool");
    ToolStage stage;
    stage.tell("collect_profile", {{"timezone", "Europe/Zurich"}, {"occupation", "baker"}});
    const json early = stage.tell("complete_onboarding", json::object());
    EXPECT_EQ(early["say"], "Not complete yet. Still missing: personality_type. Please ask.");
    stage.world.clock.time += std::chrono::seconds(2);
    EXPECT_EQ(stage.tell("complete_onboarding", json::object()), early);
    if (by_product) {
      stage.api("PATCH", kAnna, R"({"profile":{"personality_type":"introvert"}})");
    } else {
      stage.tell("collect_profile", {{"personality_type", "introvert"}});
    }
    stage.world.clock.time += std::chrono::seconds(3);
    EXPECT_EQ(stage.tell("complete_onboarding", json::object())["saved"], true);
    EXPECT_EQ(json_of(stage.api("GET", kAnna))["stage"], "onboarded");
  }
}

TEST(ToolArguments, AreJudgedOneByOne) {
  struct Case {
    json given;
    bool saved;
    std::string say;
    json profile;
  };
  const std::string again = "I did not catch that. Could you say it again?";
  for (const Case& c : std::vector<Case>{
           {{{"occupation", ""}, {"hobbies", {"chess"}}},
            true,
            "Saved hobbies. Ask again for occupation: " + again,
            {{"hobbies", {"chess"}}}},
           {{{"occupation", "N/A"}, {"hobbies", "unknown"}},
            false,
            "Ask again for hobbies: I did not catch that. Could you name at least one? "
            "Ask again for occupation: " +
                again,
            json::object()},
           {{{"hobbies", R"(["climbing","baking"])"}},
            true,
            "Saved.",
            {{"hobbies", {"climbing", "baking"}}}},
           {{{"occupation", "N/A"}}, false, again, json::object()},
           {{{"field", "occupation"}, {"value", nullptr}}, false, again, json::object()},
           {{{"occupation", "baker"}, {"intensity", 3}},
            true,
            "Saved occupation. This tool saves timezone, occupation, hobbies, personality_type and "
            "nothing else.",
            {{"occupation", "baker"}}}}) {
    SCOPED_TRACE(c.given.dump());
    ToolStage stage;
    const json said = stage.tell("collect_profile", c.given);
    EXPECT_EQ(said["saved"], c.saved);
    EXPECT_EQ(said["say"], c.say);
    EXPECT_EQ(stage.profile(), c.profile);
  }
}

}  // namespace
}  // namespace pl::http
