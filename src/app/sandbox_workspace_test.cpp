#include "app/sandbox_workspace.h"

#include <gtest/gtest.h>

#include "host/zone_files.h"
#include "play/simulation.h"

#include "../../tests/support/source_folder.h"

namespace pl::app {
namespace {

TEST(SandboxWorkspace, HoldsAnAnswerThatALineAcceptsToEachOfItsQuestions) {
  const auto zones = host::ZoneFiles::open(pl::testing::zone_folder().string());
  ASSERT_TRUE(zones);
  for (const char* name : {"nikita", "clinic", "starter"}) {
    SCOPED_TRACE(name);
    const auto line = play::simulated_line((pl::testing::shipped_lines() / name).string(), **zones);
    ASSERT_TRUE(line);
    ServerSettings settings;
    settings.lines = {*line};
    settings.secrets.initiation = settings.secrets.tools = settings.secrets.events = {"a secret"};
    const auto workspace = sandbox_workspace(settings, "http://127.0.0.1:1", {});
    for (const core::Tool& tool : line->tools) {
      for (const std::string& field : tool.saves) {
        SCOPED_TRACE(field);
        const core::Field& asked = *core::find_field(line->profile, field);
        const std::string answer(workspace.usual_answer(field));
        if (std::holds_alternative<core::TimezoneField>(asked.type)) {
          EXPECT_EQ(answer, "") << "it depends on where they live";
          continue;
        }
        const auto judged =
            core::accept(asked, answer, [](std::string_view) { return std::nullopt; });
        EXPECT_TRUE(std::holds_alternative<core::FieldValue>(judged)) << answer;
      }
    }
  }
}

}  // namespace
}  // namespace pl::app
