// The three shapes of the report, of a week with a little of everything.
#include <gtest/gtest.h>

#include "base/text.h"
#include "sim/report/html.h"
#include "sim/report/json.h"
#include "sim/report/made_week_test.h"
#include "sim/report/takeaways.h"
#include "sim/report/terminal.h"
#include "sim/report/wording.h"

namespace pl::sim::report {
namespace {

using namespace std::chrono_literals;
using core::OutreachState;

constexpr std::string_view kHostile = "</script><!-- <b>&\"'\\ \n\xE2\x80\xA8 `x` -->";

// Two people: one is onboarded, called back and phones in; one is never reached.
MadeWeek small_week() {
  MadeWeek made;
  const UtcTime end = kMonday + 10h;
  auto& reached = made.caller();
  reached.stage = core::Stage::kOnboarded;
  made.dial(made.outreach(reached, 0, OutreachState::kConnected), end - 66s).completed = true;
  const auto& handover = made.outreach(reached, 1, OutreachState::kConnected, end - 10s);
  made.dial(handover, end + 5s, core::Verdict::kBusy);
  made.dial(handover, end + 20s);
  made.inbound(&reached, kMonday + 30h).duration = 120s;
  auto& lost = made.outreach(made.caller(), 0, OutreachState::kFailed);
  lost.error = kHostile;
  made.dial(lost, kMonday + 9h, core::Verdict::kNoAnswer);
  made.posts = {end - 66s, end + 5s, end + 20s};
  made.load(kMonday + 9h, {{0, 0}, {3, 4}, {1, 2}, {0, 0}});
  return made;
}

std::size_t count_of(std::string_view what, std::string_view text) {
  std::size_t count = 0;
  for (auto at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++count;
  return count;
}

TEST(Terminal, SaysWhatCameOut) {
  const std::string text = terminal(small_week().summary());
  const char* expected[] = {
      "Line \"desk\": 2 callers, 7 days, seed 7\n",
      "  1 of 2 callers were connected (50 %), 1 not reached.\n",
      "  callers: 2\n"
      "  connected by call              1     50 % ███████████████\n"
      "  failed                         1     50 % ███████████████\n",
      "  stages at the end: 1 new, 1 onboarded\n",
      "  Half of 1 callback rang within 6.0 s of the onboarding call's end, 95 %\n"
      "  within 6.0 s; half of 1 answer came within 26 s.\n"
      "  6s to 8s                       1    100 % ██████████████████████████████\n",
      "  4 dials to 2 callers, 2.0 each; the most that one of them got was 3.\n",
      "  first dial                     1      0 % ██████████████████████████████\n"
      "  retry 1                        1    100 % ██████████████████████████████\n",
      "  Of all dials: 50 % answered, 25 % busy, 25 % no-answer.\n",
      "  09:00              2 ██████████████████████       0\n",
      "  07:00 closed       0                              0\n",
      "  At the worst 3 waited (day 1, 09:01 UTC); the longest stretch with a queue\n"
      "  was 2 min.\n",
      "  At most 4 of 4 simultaneous calls were live; every slot was taken during 1\n"
      "  min.\n",
      "  1 dial in the busiest second, of 2 that the line allows, and 2 in the\n"
      "  busiest minute (day 1, 10:00 UTC).\n",
      "  4 minutes of talk, about 2.00 USD at 0.50 USD a minute: 2.00 USD for each\n"
      "  connected caller.\n",
  };
  for (const char* part : expected) EXPECT_NE(text.find(part), text.npos) << part << "\n" << text;
}

TEST(Terminal, KeepsToItsWidth) {
  for (const MadeWeek& made : {small_week(), MadeWeek()}) {
    const std::string text = terminal(made.summary());
    ASSERT_TRUE(text.ends_with("\n"));
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = text.find('\n', begin);
      EXPECT_LE(columns(text.substr(begin, end - begin)), kTerminalColumns);
      begin = end + 1;
    }
  }
}

TEST(Json, CanBeReadAndHoldsTheNumbers) {
  const auto read = wire::read_json(json(small_week().summary()), 1 << 20);
  ASSERT_TRUE(read);
  const wire::JsonView view(*read);
  EXPECT_EQ(view.text("line").value(), "desk");
  EXPECT_EQ(view.text("seed").value(), "7");
  EXPECT_EQ(view.text("from").value(), "2026-03-02T00:00:00.000Z");
  const auto ends = view.required_object("callers")->required_object("ends");
  EXPECT_EQ(ends->integer("connected_by_call").value(), 1);
  EXPECT_EQ(ends->integer("failed").value(), 1);
  const auto ring = view.required_object("callback")->required_object("ring");
  EXPECT_EQ(ring->integer("p50_ms").value(), 6000);
  EXPECT_EQ(view.required_object("spend")->number("total").value(), 2.0);
  EXPECT_EQ(view.list("plans")->size(), 3U);
  EXPECT_EQ(view.required_object("callback")->list("bucket_names")->size(), kBucketEnds.size() + 1);
}

TEST(Json, GivesEverySentence) {
  const auto read = wire::read_json(json(MadeWeek().summary()), 1 << 20);
  ASSERT_TRUE(read);
  const auto says = wire::JsonView(*read).required_object("takeaways");
  const auto& members = std::get<wire::Json::Members>(says->json().value);
  EXPECT_EQ(members.size(), 10U);
  for (const auto& [plot, text] : members) {
    EXPECT_TRUE(std::get<std::string>(text.value).ends_with('.')) << plot;
  }
}

// What stands between the two, the first time that they do.
std::string_view between(std::string_view page, std::string_view open, std::string_view close) {
  const auto begin = page.find(open) + open.size();
  return page.substr(begin, page.find(close, begin) - begin);
}

TEST(Html, KeepsTextFromTheWeekInsideItsScript) {
  const std::string page = html(small_week().summary());
  const auto block = between(page, R"(<script type="application/json" id="report">)", "</script>");
  EXPECT_EQ(block.find_first_of("<>&"), block.npos);
  const auto read = wire::read_json(block, 1 << 20);
  ASSERT_TRUE(read);
  const auto plans = wire::JsonView(*read).list("plans");
  const auto why = plans->front().required_object("ends")->list("failed_why");
  EXPECT_EQ(why->front().text("what").value(), std::string(kHostile));
  EXPECT_EQ(count_of("</script>", page), 3U);
}

TEST(Html, NeedsNoNetwork) {
  const std::string page = html(small_week().summary());
  EXPECT_NE(page.find("default-src 'none'"), page.npos);
  // The addresses in the notices of Chart.js are all there are.
  EXPECT_EQ(count_of("://", page), 2U);
  EXPECT_NE(page.find("* https://www.chartjs.org"), page.npos);
  EXPECT_NE(page.find("* https://github.com/kurkle/color"), page.npos);
  for (const char* word : {" src=", "href=", "@import", "url(", "fetch(", "XMLHttpRequest"}) {
    EXPECT_EQ(page.find(word), page.npos) << word;
  }
}

TEST(Html, CarriesItsLibraryAndTheLicence) {
  const std::string page = html(small_week().summary());
  EXPECT_NE(page.find("Chart.js v3"), page.npos);
  EXPECT_NE(page.find("Permission is hereby granted, free of charge"), page.npos);
  EXPECT_EQ(page.find("{{"), page.npos);
  EXPECT_EQ(page.find("innerHTML"), page.npos);
}

TEST(Html, HasASentenceForEveryPlot) {
  const std::string page = html(MadeWeek().summary());
  const auto read = wire::read_json(json(MadeWeek().summary()), 1 << 20);
  ASSERT_TRUE(read);
  const auto says = wire::JsonView(*read).required_object("takeaways");
  std::size_t plots = 0;
  const std::string_view mark = "data-plot=\"";
  for (auto at = page.find(mark); at != page.npos; at = page.find(mark, at + 1)) {
    const auto name = between(std::string_view(page).substr(at), mark, "\"");
    EXPECT_TRUE(says->text(name).value().has_value()) << name;
    ++plots;
  }
  EXPECT_EQ(plots, 10U);
}

}  // namespace
}  // namespace pl::sim::report
