// An outreach that brings its own first words.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "../../tests/support/front_stage.h"

namespace pl::http {
namespace {

using namespace pl::testing;
using nlohmann::json;

TEST(OwnOpening, ThatLacksAValueIsRefusedByTheVariablesName) {
  FrontStage stage;
  for (const auto& [opening, lacks] : std::vector<std::pair<std::string, std::string>>{
           {"{{occupation}}", "{{occupation}}"},
           {"Hi {{context.z}}", "{{context.z}}"},
           {"{{name}} {{variables.a}}", "{{variables.a}}"},
           {"{{variables.blank}}", "{{variables.blank}}"}}) {
    const json body = {{"plan", "check-in"},
                       {"opening", opening},
                       {"variables", {{"a", ""}, {"blank", " \n"}, {"b", "tea"}}}};
    const auto answer = stage.api("POST", kAnna + "/outreaches", body.dump());
    EXPECT_EQ(not_a_problem(answer, 422), "");
    EXPECT_NE(answer.body.find("opening: " + lacks), std::string::npos) << answer.body;
  }
  EXPECT_TRUE(stage.world.store.tables.outreaches_by_id.empty());
}

TEST(OwnOpening, ThatHasItsValuesIsTaken) {
  FrontStage stage;
  stage.api("PATCH", kAnna, R"({"profile":{"occupation":"baker"}})");
  const auto answer = stage.api(
      "POST", kAnna + "/outreaches",
      R"({"plan":"check-in","opening":"{{occupation}} {{variables.b}}","variables":{"b":"tea"}})");
  EXPECT_EQ(answer.status, 202) << answer.body;
}

}  // namespace
}  // namespace pl::http
