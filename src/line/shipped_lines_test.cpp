// The lines that ship with the program.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "line/testing.h"

#include "../../tests/support/source_folder.h"

namespace pl::line {
namespace {

using namespace std::chrono_literals;

struct HandOver {
  std::vector<core::Trigger> on;
  Millis after_call_end;
  std::chrono::seconds ring;
  std::vector<Millis> retry;
  Millis deadline;
};

struct Shipped {
  const char* name;
  std::vector<std::string> environment;  // what it names as ${NAME}
  const char* machine;                   // how the first call says what is speaking
  std::size_t onboarding_tools;
  const char* promised;  // the hand-over's scene
  std::size_t openings;  // of it
  HandOver handover;
};

const Shipped kShipped[] = {
    {"nikita",
     {"ELEVENLABS_AGENT_ID", "ELEVENLABS_PHONE_NUMBER_ID"},
     "I am an AI",
     4,
     "first-call",
     3,
     {{core::Trigger::kOnboardingCompleted}, 5s, 25s, {5s, 15s, 45s}, 10min}},
    {"clinic",
     {"CLINIC_AGENT_ID", "CLINIC_PHONE_NUMBER_ID"},
     "a computer that speaks",
     3,
     "book",
     1,
     {{core::Trigger::kOnboardingCompleted, core::Trigger::kSkipped},
      20s,
      30s,
      {1min, 5min},
      30min}},
};

Sources sources_of(const Shipped& shipped) {
  return folder_sources(
      pl::testing::shipped_lines() / shipped.name,
      [&shipped](const std::string& name) -> std::optional<std::string> {
        const auto& known = shipped.environment;
        if (std::find(known.begin(), known.end(), name) == known.end()) return std::nullopt;
        return "id_of_" + name;
      },
      [](std::string_view zone) {
        return zone == "Europe/Zurich" ? std::optional(std::string(zone)) : std::nullopt;
      });
}

core::Line loaded(const Shipped& shipped) {
  auto line = load(sources_of(shipped));
  if (!line) throw std::runtime_error(testing::text_of(line.error()));
  return *std::move(line);
}

class ShippedLine : public ::testing::TestWithParam<Shipped> {
 protected:
  const core::Line line = loaded(GetParam());

  const core::Plan& handover() const {
    return *std::find_if(line.outreach.begin(), line.outreach.end(),
                         [](const core::Plan& plan) { return plan.is_handover(); });
  }
};

TEST_P(ShippedLine, LeavesNobodyToABuiltInSentence) {
  Sources sources = sources_of(GetParam());
  sources.warn = [](const Complaint& warning) { ADD_FAILURE() << format(warning); };
  EXPECT_TRUE(load(sources));
}

TEST_P(ShippedLine, BearsTheNameOfItsFolder) {
  EXPECT_EQ(line.name.text, GetParam().name);
}

TEST_P(ShippedLine, NamesTheMissingEnvironmentVariables) {
  Sources sources = sources_of(GetParam());
  sources.environment = [](const std::string&) { return std::nullopt; };
  const auto none = load(sources);
  ASSERT_FALSE(none);
  std::vector<std::string> wrong;
  for (const Complaint& one : none.error()) wrong.push_back(one.wrong);
  std::vector<std::string> expected;
  for (const std::string& name : GetParam().environment) {
    expected.push_back("the environment variable " + name + " is not set");
  }
  EXPECT_EQ(wrong, expected);
}

TEST_P(ShippedLine, SaysAtOnceThatAMachineIsSpeaking) {
  const core::Plan* const onboarding = line.onboarding_plan();
  ASSERT_NE(onboarding, nullptr);
  for (const core::Template& words : line.scene(onboarding->scene).openings) {
    EXPECT_NE(words.source().find(GetParam().machine), std::string::npos) << words.source();
  }
}

TEST_P(ShippedLine, CallsBackAsPlanned) {
  const HandOver& expected = GetParam().handover;
  EXPECT_EQ(handover().on, expected.on);
  EXPECT_EQ(handover().after_call_end, expected.after_call_end);
  EXPECT_EQ(handover().ring, expected.ring);
  EXPECT_EQ(handover().retry, expected.retry);
  EXPECT_EQ(handover().deadline, expected.deadline);
  EXPECT_EQ(handover().then, core::Fallback::kText);
  EXPECT_EQ(handover().on_call_in, core::OnCallIn::kFulfil);
}

TEST_P(ShippedLine, HoldsTheFirstWordsOfTheHandOverToWhatTheyMention) {
  EXPECT_EQ(handover().scene.text, GetParam().promised);
  const core::Scene& scene = line.scene(handover().scene);
  EXPECT_EQ(scene.openings.size(), GetParam().openings);
  EXPECT_EQ(scene.texts.size(), GetParam().openings);
  EXPECT_EQ(scene.mentions.size(), 2U);
  Sources changed = sources_of(GetParam());
  changed.read = [read = changed.read](const std::string& path) {
    auto bytes = read(path);
    if (path != "line.yaml") return bytes;
    const std::string promised = std::string("\n  ") + GetParam().promised + ":";
    const std::string list = "mentions: [";
    bytes->insert(bytes->find(list, bytes->find(promised)) + list.size(),
                  "something nobody says, ");
    return bytes;
  };
  const auto line_or_not = load(changed);
  ASSERT_FALSE(line_or_not);
  EXPECT_EQ(line_or_not.error().size(), 2 * GetParam().openings)
      << testing::text_of(line_or_not.error());
}

TEST_P(ShippedLine, KeepsItsTwoVoicesApart) {
  ASSERT_EQ(line.personas.size(), 2U);
  EXPECT_NE(line.personas[0].voice.voice_id, line.personas[1].voice.voice_id);
  for (const core::Persona& persona : line.personas) {
    EXPECT_NE(persona.prompt.find("`<caller>`"), std::string::npos) << persona.name.text;
  }
}

TEST_P(ShippedLine, LetsTheOnboardingAloneAskQuestions) {
  const core::SceneName asks = line.onboarding_plan()->scene;
  for (const core::Scene& scene : line.scenes) {
    SCOPED_TRACE(scene.name.text);
    const bool saves =
        std::any_of(scene.tools.begin(), scene.tools.end(),
                    [&](const core::ToolName& tool) { return !line.tool(tool).saves.empty(); });
    EXPECT_EQ(saves, scene.name == asks);
    if (scene.name == asks) {
      EXPECT_EQ(scene.tools.size(), GetParam().onboarding_tools);
    }
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

TEST_P(ShippedLine, IsReadOrRefusedButNeverFatalWhateverBytesAreChanged) {
  const Sources whole = sources_of(GetParam());
  const std::string yaml = whole.read("line.yaml").value();
  std::mt19937 random(7);
  for (int i = 0; i < 500; ++i) {
    const std::string changed = mutated(yaml, random);
    Sources sources = whole;
    sources.read = [&](const std::string& path) {
      return path == "line.yaml" ? FileRead(changed) : whole.read(path);
    };
    const auto read = load(sources);
    if (read) continue;
    ASSERT_FALSE(read.error().empty());
    for (const Complaint& complaint : read.error()) {
      EXPECT_GE(complaint.line, 1);
      EXPECT_EQ(format(complaint).find('\n'), std::string::npos) << format(complaint);
      EXPECT_EQ(complaint.wrong.find("could not be checked"), std::string::npos)
          << format(complaint);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Lines, ShippedLine, ::testing::ValuesIn(kShipped),
                         [](const auto& one) { return std::string(one.param.name); });

// What the two were made to differ in, so that no code can know one of them.
TEST(ShippedLines, HaveNoNameOfAnythingInCommon) {
  const core::Line nikita = loaded(kShipped[0]);
  const core::Line clinic = loaded(kShipped[1]);
  const auto names = [](const core::Line& line) {
    std::set<std::string> all{line.name.text, line.number.e164(), line.default_name};
    for (const auto& one : line.personas) all.insert(one.name.text);
    for (const auto& one : line.tools) all.insert(one.name.text);
    for (const auto& one : line.profile) all.insert(one.name);
    for (const auto& one : line.scenes) all.insert(one.name.text);
    for (const auto& one : line.outreach) all.insert(one.name.text);
    return all;
  };
  for (const std::string& name : names(clinic)) EXPECT_FALSE(names(nikita).contains(name)) << name;
}

}  // namespace
}  // namespace pl::line
