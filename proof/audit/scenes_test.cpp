#include <gtest/gtest.h>

#include "audit/story_test.h"

namespace pl::audit {
namespace {

using namespace std::chrono_literals;

void plays(Commit& commit, const Story& story, const std::string& scene) {
  CallRow& call = commit.calls[0];
  call.scene = scene;
  call.persona = scene == "onboarding" ? "meta" : "nikita";
  const auto user = call.told->user_id;
  call.told = story.told(call.persona, scene, call.id);
  call.told->user_id = user;
}

void is_unknown(Commit& commit) {
  commit.calls[0].number = "+41780000007";
  commit.calls[0].caller.reset();
  commit.calls[0].stage.reset();
}

TEST(AnAttemptsScene, IsThePlans) {
  Story story;
  story.plans("out_1", "check-in").dials("call_1", "out_1", [&](Commit& commit) {
    plays(commit, story, "first-call");
  });
  EXPECT_EQ(story.broken(), "INV-11");
}

TEST(AnAttemptsScene, IsPlayedByItsPersona) {
  Story story;
  story.plans("out_1", "onboarding").dials("call_1", "out_1");
  EXPECT_EQ(story.broken(), "");
  Story other;
  other.plans("out_1", "onboarding").dials("call_1", "out_1", [&](Commit& commit) {
    commit.calls[0].persona = "nikita";
    commit.calls[0].told->prompt = "You are Nikita.\n";
    commit.calls[0].told->voice_id = "voice-nikita";
  });
  EXPECT_EQ(other.broken(), "INV-11");
}

TEST(ACallsStage, IsTheCallersThen) {
  Story story;
  story.plans("out_1", "check-in").dials("call_1", "out_1", [](Commit& commit) {
    commit.calls[0].stage = "onboarded";
  });
  EXPECT_EQ(story.broken(), "INV-11");
}

std::string arrives_with(const std::string& stage, const Story::Edit& edit) {
  Story story;
  if (stage != "new") story.moves("clr_1", stage, true);
  story.phones("call_in").arrives("call_in", edit);
  return story.broken();
}

TEST(WhoPhonesIn, MeetsTheSceneOfTheirStage) {
  const Story stage;
  EXPECT_EQ(arrives_with("new", {}), "");
  EXPECT_EQ(arrives_with("onboarded", {}), "");
  EXPECT_EQ(arrives_with("new", [&](Commit& c) { plays(c, stage, "returning"); }), "INV-11");
  EXPECT_EQ(arrives_with("onboarded", [&](Commit& c) { plays(c, stage, "not-yet"); }), "INV-11");
}

TEST(WhoPhonesIn, IsRecognisedByTheirNumber) {
  const Story stage;
  EXPECT_EQ(arrives_with("new",
                         [&](Commit& commit) {
                           is_unknown(commit);
                           plays(commit, stage, "stranger");
                         }),
            "");
  EXPECT_EQ(arrives_with("new", [&](Commit& c) { is_unknown(c); }), "INV-11");
  EXPECT_EQ(arrives_with("new",
                         [&](Commit& commit) {
                           is_unknown(commit);
                           plays(commit, stage, "stranger");
                           commit.calls[0].number = "+41780000001";
                         }),
            "INV-11");
}

TEST(WhoPhonesIn, MeetsTheSafeSceneIfTheTimerAnswers) {
  const Story stage;
  const auto safe = [&](const char* scene) {
    return [&stage, scene](Commit& commit) {
      plays(commit, stage, scene);
      commit.calls[0].safe_scene = true;
    };
  };
  EXPECT_EQ(arrives_with("new", safe("stranger")), "");
  EXPECT_EQ(arrives_with("new", safe("not-yet")), "INV-11");
  EXPECT_EQ(arrives_with("new", [&](Commit& c) { plays(c, stage, "stranger"); }), "INV-11");
}

TEST(WhoPhonesIn, MeetsTheSafeSceneIfToolsAreUnknown) {
  LineFacts line = two_voices();
  line.rules = {{std::nullopt, {}, "onboarding"}};
  for (const char* scene : {"onboarding", "stranger", "returning"}) {
    Story story({}, line);
    story.arrives("call_in", [&](Commit& commit) { plays(commit, story, scene); });
    EXPECT_EQ(story.broken(), std::string(scene) == "returning" ? "INV-11" : "") << scene;
  }
}

// The hand-over is promised; the call names this outreach and plays this scene.
std::string promised(const char* names, const char* scene, const char* state = "waiting") {
  Story story;
  story.moves("clr_1", "onboarded", true);
  story.plans("out_1", "check-in").plans("out_2", "handoff");
  if (std::string(state) == "dialing") story.dials("call_1", "out_2");
  if (std::string(state) == "texting") story.becomes("out_2", "texting");
  story.arrives("call_in", [&](Commit& commit) {
    plays(commit, story, scene);
    if (*names != '\0') commit.calls[0].outreach = names;
  });
  return story.broken();
}

TEST(WhoPhonesIn, MeetsWhatWasPromised) {
  EXPECT_EQ(promised("out_2", "first-call"), "");
  EXPECT_EQ(promised("out_2", "first-call", "dialing"), "");
  EXPECT_EQ(promised("out_2", "returning"), "INV-11");
  EXPECT_EQ(promised("", "returning"), "INV-11");
  EXPECT_EQ(promised("out_1", "returning"), "INV-11");
}

TEST(WhoPhonesIn, FulfilsNothingThatIsDecidedAlready) {
  EXPECT_EQ(promised("", "returning", "texting"), "");
  EXPECT_EQ(promised("out_2", "first-call", "texting"), "INV-11");
}

}  // namespace
}  // namespace pl::audit
