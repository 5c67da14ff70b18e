// The line that ships with the program.
#include <gtest/gtest.h>

#include <random>

#include "line/testing.h"

namespace pl::line {
namespace {

using namespace std::chrono_literals;

Sources nikita_sources() {
  return folder_sources(
      testing::shipped_lines() / "nikita",
      [](const std::string& name) -> std::optional<std::string> {
        if (name == "ELEVENLABS_AGENT_ID") return "agent_1";
        if (name == "ELEVENLABS_PHONE_NUMBER_ID") return "phnum_1";
        return std::nullopt;
      },
      [](std::string_view zone) { return zone == "Europe/Zurich"; });
}

core::Line nikita() {
  auto line = load(nikita_sources());
  if (!line) throw std::runtime_error(testing::text_of(line.error()));
  return *std::move(line);
}

TEST(Nikita, LoadsWithoutComplaint) {
  const auto line = load(nikita_sources());
  EXPECT_TRUE(line) << testing::text_of(line.error());
}

TEST(Nikita, NamesTheMissingEnvironmentVariables) {
  Sources sources = nikita_sources();
  sources.environment = [](const std::string&) { return std::nullopt; };
  const auto line = load(sources);
  ASSERT_FALSE(line);
  ASSERT_EQ(line.error().size(), 2U);
  EXPECT_EQ(line.error()[0].wrong, "the environment variable ELEVENLABS_AGENT_ID is not set");
}

TEST(Nikita, MentionsHerFriendAndTheNameInEachOfThreeFirstMessages) {
  const core::Line line = nikita();
  const core::Scene& scene = line.scene({"first-call"});
  EXPECT_EQ(scene.choose, core::OpeningChoice::kNameInitial);
  ASSERT_EQ(scene.openings.size(), 3U);
  ASSERT_EQ(scene.texts.size(), 3U);
  for (const auto& words : {scene.openings, scene.texts}) {
    for (const core::Template& opening : words) {
      EXPECT_NE(opening.source().find("my friend"), std::string::npos) << opening.source();
      EXPECT_NE(opening.source().find("{{name}}"), std::string::npos) << opening.source();
    }
  }
}

TEST(Nikita, CallsBackFiveSecondsAfterTheCallAndRetriesThreeTimes) {
  const core::Line line = nikita();
  const core::Plan* const plan = line.find_plan({"handoff"});
  ASSERT_NE(plan, nullptr);
  EXPECT_EQ(plan->on, std::vector{core::Trigger::kOnboardingCompleted});
  EXPECT_EQ(plan->after_call_end, 5s);
  EXPECT_EQ(plan->ring, 25s);
  EXPECT_EQ(plan->deadline, 10min);
  EXPECT_EQ(plan->retry, (std::vector<Millis>{5s, 15s, 45s}));
  EXPECT_EQ(plan->then, core::Fallback::kText);
  EXPECT_EQ(plan->on_call_in, core::OnCallIn::kFulfil);
}

TEST(Nikita, SaysAtOnceThatMetaNikitaIsAnAi) {
  const core::Line line = nikita();
  EXPECT_NE(line.scene({"onboarding"}).openings.at(0).source().find("I am an AI"),
            std::string::npos);
}

TEST(Nikita, GrantsToolsToTheOnboardingAlone) {
  const core::Line line = nikita();
  for (const core::Scene& scene : line.scenes) {
    EXPECT_EQ(scene.tools.size(), scene.name.text == "onboarding" ? 3U : 0U) << scene.name.text;
  }
}

TEST(Nikita, KeepsItsTwoVoicesApart) {
  const core::Line line = nikita();
  ASSERT_EQ(line.personas.size(), 2U);
  EXPECT_NE(line.personas[0].voice.voice_id, line.personas[1].voice.voice_id);
  for (const core::Persona& persona : line.personas) {
    EXPECT_NE(persona.prompt.find("`<caller>`"), std::string::npos);
  }
}

// Bytes changed, put in, taken out or cut off, at places that are the same in every run.
std::string mutated(std::string text, std::mt19937& random) {
  constexpr std::string_view kSpice = "{}[]:,-?!&*|>'\"#%@`\n \t~<>=0a.$\\\r\x80\xff";
  const auto below = [&](std::size_t n) { return n == 0 ? 0 : random() % n; };
  for (std::size_t left = 1 + below(6); left > 0; --left) {
    const std::size_t at = below(text.size());
    const char spice = kSpice[below(kSpice.size())];
    switch (below(5)) {
      case 0:
        text.insert(at, 1, spice);
        break;
      case 1:
        text.erase(at, 1 + below(20));
        break;
      case 2:
        text.insert(at, text.substr(below(text.size()), below(200)));
        break;
      case 3:
        if (below(10) == 0) text.resize(at);
        break;
      default:
        if (!text.empty()) text[at] = spice;
        break;
    }
  }
  return text;
}

TEST(Nikita, IsReadOrRefusedButNeverFatalWhateverBytesAreChanged) {
  const Sources whole = nikita_sources();
  const std::string yaml = whole.read("line.yaml").value();
  std::mt19937 random(7);
  for (int i = 0; i < 500; ++i) {
    const std::string changed = mutated(yaml, random);
    Sources sources = whole;
    sources.read = [&](const std::string& path) {
      return path == "line.yaml" ? std::optional(changed) : whole.read(path);
    };
    const auto line = load(sources);
    if (line) continue;
    ASSERT_FALSE(line.error().empty());
    for (const Complaint& complaint : line.error()) {
      EXPECT_GE(complaint.line, 1);
      EXPECT_EQ(format(complaint).find('\n'), std::string::npos) << format(complaint);
      EXPECT_EQ(complaint.wrong.find("could not be checked"), std::string::npos)
          << format(complaint);
    }
  }
}

}  // namespace
}  // namespace pl::line
