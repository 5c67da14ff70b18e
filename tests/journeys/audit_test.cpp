// The audit of the journeys can fail.
#include "audit.h"

#include <gtest/gtest.h>

#include "../support/sample_line.h"
#include "host/icu_zones.h"

namespace pl::journeys {
namespace {

class AuditTest : public ::testing::Test {
 protected:
  AuditTest()
      : line_(pl::testing::sample_line()),
        time_(pl::testing::kSampleNow),
        platform_(time_),
        audit_(line_, platform_, zones_) {}

  core::Initiation initiation(const std::string& scene) const {
    const core::Caller caller = pl::testing::sample_caller();
    const core::Part part{line_, line_.scene({scene}), &caller, core::Trust::kProfile, {}};
    std::vector<core::ToolId> tools(part.scene.tools.size(), core::ToolId{"tool_1"});
    core::Initiation made;
    made.override = core::make_override(part, std::move(tools));
    return made;
  }

  // An attempt of Anna's onboarding, recorded at `at`.
  News attempt(UtcTime at) const {
    News news;
    news.entry.at = at;
    news.entry.kind = "call.dialing";
    news.entry.outreach = pl::testing::sample_id<core::OutreachId>(1);
    news.entry.call = call_;
    news.caller = pl::testing::sample_caller();
    news.outreach.emplace(core::Outreach{*news.entry.outreach, line_.name, news.caller->id});
    news.outreach->plan = *line_.onboarding_plan();
    news.call.emplace(core::Call{.id = call_});
    news.call->number = news.caller->number.number;
    return news;
  }

  Posted post(const core::CallId& call) const {
    return {time_.now(),
            {call, "agent", "phone", pl::testing::sample_caller().number.number,
             initiation("onboarding")},
            false};
  }

  std::string first_break() const { return audit_.broken().empty() ? "" : audit_.broken().front(); }
  bool broke(const std::string& words) const {
    return first_break().find(words) != std::string::npos;
  }

  const core::CallId call_ = pl::testing::sample_id<core::CallId>(1);
  const host::IcuZones zones_;
  const core::Line line_;
  VirtualTime time_;
  FakePlatform platform_;
  Audit audit_;
};

TEST_F(AuditTest, AcceptsTheOverridesAsTheyAreMade) {
  for (const core::Scene& scene : line_.scenes) audit_.initiation(initiation(scene.name.text));
  EXPECT_EQ(first_break(), "");
}

TEST_F(AuditTest, SeesOnePersonasVoiceWithAnothersPrompt) {
  core::Initiation mixed = initiation("first-call");
  mixed.override.voice = line_.persona({"meta-nikita"}).voice;
  audit_.initiation(mixed);
  EXPECT_TRUE(broke("another prompt")) << first_break();
}

TEST_F(AuditTest, SeesAnIncompleteOverride) {
  core::Initiation bare = initiation("first-call");
  bare.override.voice.speed.reset();
  audit_.initiation(bare);
  EXPECT_TRUE(broke("incomplete voice")) << first_break();
}

TEST_F(AuditTest, SeesTwoRingsOnOneNumber) {
  audit_.news(attempt(time_.now()));
  audit_.dial(post(call_));
  EXPECT_EQ(first_break(), "");
  platform_.dial(post(call_).request, [](ports::DialResult) {});
  audit_.dial(post(pl::testing::sample_id<core::CallId>(2)));
  EXPECT_EQ(audit_.broken().size(), 2U);  // not recorded, and on top of a ring
}

TEST_F(AuditTest, SeesADialAtNight) {
  audit_.news(attempt(time_.now() + std::chrono::hours(10)));
  EXPECT_TRUE(broke("08:00-21:00")) << first_break();
}

TEST_F(AuditTest, SeesADialAfterOptOut) {
  News news = attempt(time_.now());
  news.caller->opted_out_at = time_.now();
  audit_.news(news);
  EXPECT_TRUE(broke("after opt-out")) << first_break();
}

TEST_F(AuditTest, SeesMoreDialsThanThePlanAllows) {
  for (int i = 0; i < 5; ++i) audit_.news(attempt(time_.now()));
  core::Outreach outreach = *attempt(time_.now()).outreach;
  outreach.state = core::OutreachState::kTexted;
  audit_.finish({outreach}, 0);
  EXPECT_TRUE(broke("journalled once")) << first_break();
  EXPECT_EQ(audit_.broken().size(), 2U);  // and too many dials
}

}  // namespace
}  // namespace pl::journeys
