#include "line/load.h"

#include <gtest/gtest.h>

#include "line/testing.h"

namespace pl::line {
namespace {

using namespace std::chrono_literals;
using testing::complaints_of;
using testing::Folder;
using testing::text_of;

core::Line loaded(const Folder& folder) {
  auto line = load(folder.sources());
  if (!line) throw std::runtime_error(text_of(line.error()));
  return *std::move(line);
}

TEST(Load, ReadsALineWithItsDefaults) {
  const core::Line line = loaded(Folder{});
  EXPECT_EQ(line.name.text, "desk");
  EXPECT_EQ(line.number.e164(), "+41780000000");
  EXPECT_EQ(line.personas.at(0).prompt, "You are Ada.\n");
  EXPECT_EQ(line.scene({"safe"}).minutes, 10min);
  EXPECT_EQ(line.calling.opens, 8h);
  EXPECT_EQ(line.calling.closes, 21h);
  EXPECT_EQ(line.trust, core::Trust::kName);
  EXPECT_EQ(line.default_name, "friend");
  EXPECT_EQ(line.find_plan({"next"})->ring, 25s);
  EXPECT_EQ(line.find_plan({"next"})->after_call_end, 5s);
}

TEST(Load, LetsAnInboundCallFulfilAHandOverAndNothingElse) {
  const core::Line line = loaded(Folder{});
  EXPECT_EQ(line.find_plan({"next"})->on_call_in, core::OnCallIn::kFulfil);
  EXPECT_EQ(line.find_plan({"intake"})->on_call_in, core::OnCallIn::kRoute);
}

TEST(Load, GrantsAScenesOwnToolsOrElseThoseOfItsPersona) {
  Folder folder;
  folder.change("  safe: {", "  quiet: {persona: ada, openings: [Hello.], tools: []}\n  safe: {");
  const core::Line line = loaded(folder);
  EXPECT_EQ(line.scene({"intake"}).tools.size(), 2U);
  EXPECT_TRUE(line.scene({"quiet"}).tools.empty());
  EXPECT_TRUE(line.scene({"safe"}).tools.empty());
}

TEST(Load, TakesIdsAndTheNumberFromTheEnvironment) {
  Folder folder;
  folder.change("agent_id: agent_1", "agent_id: \"${AGENT}\"").change("+41780000000", "${NUMBER}");
  folder.environment = {{"AGENT", "agent_from_outside"}, {"NUMBER", "+12125550100"}};
  const core::Line line = loaded(folder);
  EXPECT_EQ(line.agent_id, "agent_from_outside");
  EXPECT_EQ(line.number.e164(), "+12125550100");
}

TEST(Load, EndsEveryPromptWithOneLineEnd) {
  Folder folder;
  folder.files["prompts/ada.md"] = "You are Ada.";
  folder.files["prompts/bob.md"] = "You are Bob.\n\n  \n";
  const core::Line line = loaded(folder);
  EXPECT_EQ(line.personas.at(0).prompt, "You are Ada.\n");
  EXPECT_EQ(line.personas.at(1).prompt, "You are Bob.\n");
}

TEST(Load, ReadsWhatBecomesOfUnknownAreaCodes) {
  Folder folder;
  EXPECT_EQ(loaded(folder).calling.unknown_area_codes, core::UnknownAreas::kCall);
  folder.change("countries: [CH]", "countries: [CH], unknown_area_codes: refuse");
  EXPECT_EQ(loaded(folder).calling.unknown_area_codes, core::UnknownAreas::kRefuse);
}

TEST(Load, ReadsEveryTypeOfProfileField) {
  Folder folder;
  folder.change("scenes:\n", R"(  zone: {type: timezone, default: Europe/Zurich, ask: "Where?"}
  age: {type: integer, min: 18, max: 120, default: 30, ask: "How old?"}
  weeks: {type: choice, of: [4, 8], default: 8, ask: "How long?"}
  likes: {type: list, max: 2, item_max: 20, default: [tea, rain], ask: "What?"}
  early: {type: boolean, default: true, ask: "Early?"}
scenes:
)");
  const core::Line line = loaded(folder);
  ASSERT_EQ(line.profile.size(), 6U);
  EXPECT_EQ(core::show(*line.profile[1].default_value), "Europe/Zurich");
  EXPECT_EQ(std::get<std::int64_t>(*line.profile[2].default_value), 30);
  EXPECT_EQ(core::show(*line.profile[3].default_value), "8");
  EXPECT_EQ(core::show(*line.profile[4].default_value), "tea, rain");
  EXPECT_TRUE(std::get<bool>(*line.profile[5].default_value));
}

TEST(Load, ReadsWordsThatYamlWouldTurnIntoBooleans) {
  Folder folder;
  folder.change("countries: [CH]", "countries: [NO]").change("language: en", "language: no");
  const core::Line line = loaded(folder);
  EXPECT_EQ(line.calling.countries, std::vector<std::string>{"NO"});
  EXPECT_EQ(line.personas.at(0).language, "no");
}

TEST(Load, RemembersTheLineOfEachRule) {
  const core::Line line = loaded(Folder{});
  ASSERT_EQ(line.inbound.size(), 2U);
  EXPECT_EQ(line.inbound[1].line_number, line.inbound[0].line_number + 1);
}

TEST(Load, PrintsAComplaintOnOneLine) {
  EXPECT_EQ(format({"lines/nikita/line.yaml", 12, "personas.nikita.voice.voice_id", "missing",
                    "write the id of a voice"}),
            "lines/nikita/line.yaml:12: personas.nikita.voice.voice_id: missing; write the id of a "
            "voice");
}

TEST(Load, TellsEveryMistakeAtOnceInTheOrderOfTheFile) {
  Folder folder;
  folder.change("version: 1", "version: 2")
      .change("agent_id: agent_1", "agent_id: ${AGENT")
      .change("voice: {voice_id: voice_a}", "voice: {}")
      .change("openings: [Hello.]", "openings: [\"Hello {{nmae}}.\"]")
      .change("text: [telegram]", "text: [pigeon]");
  folder.change("agent_id: ${AGENT", "agent_id: a b");
  folder.files["prompts/bob.md"] = "You are {{name}}.\n";
  const auto complaints = complaints_of(folder);
  std::vector<std::string> places;
  for (const Complaint& c : complaints) places.push_back(c.file + " " + c.key);
  const std::vector<std::string> expected{
      "line.yaml version",
      "line.yaml elevenlabs.agent_id",
      "line.yaml personas.ada.voice.voice_id",
      "line.yaml scenes.safe.openings[0]",
      "line.yaml scenes.safe.openings[0]",
      "line.yaml text[0]",
      "prompts/bob.md personas.bob.prompt",
  };
  EXPECT_EQ(places, expected) << text_of(complaints);
}

TEST(Load, NamesTheFolderInComplaints) {
  Folder folder;
  folder.files.erase("line.yaml");
  Sources sources = folder.sources();
  sources.folder = "lines/desk";
  const auto line = load(sources);
  ASSERT_FALSE(line);
  EXPECT_EQ(line.error().at(0).file, "lines/desk/line.yaml");
}

TEST(Load, NeverRepeatsASecret) {
  Folder folder;
  const std::string key = "sk_0123456789abcdef0123456789abcdef0123456789abcdef";
  folder.change("agent_1", key).change("text: [telegram]", "api_key: " + key);
  const auto complaints = complaints_of(folder);
  EXPECT_EQ(complaints.size(), 2U) << text_of(complaints);
  EXPECT_EQ(text_of(complaints).find("0123456789"), std::string::npos);
}

}  // namespace
}  // namespace pl::line
