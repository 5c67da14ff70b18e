// Habits files: what is read, and the exact complaints about what cannot be.
#include "play/habits_file.h"

#include <gtest/gtest.h>

#include "../../tests/support/source_folder.h"

namespace pl::play {
namespace {

using namespace std::chrono_literals;

std::optional<std::string> find_zone(std::string_view name) {
  if (name != "Europe/Zurich" && name != "America/New_York") return std::nullopt;
  return std::string(name);
}

HabitsRead read(const std::string& keys) {
  return read_habits("version: 1\n" + keys, "habits.yaml", find_zone);
}

std::string complaints_of(const HabitsRead& habits) {
  std::string text;
  if (habits) return text;
  for (const auto& complaint : habits.error()) text += line::format(complaint) + "\n";
  return text;
}

TEST(Habits, OfAFileWithoutKeysAreTheDefaults) {
  const auto habits = read("");
  ASSERT_TRUE(habits) << complaints_of(habits);
  EXPECT_EQ(habits->answers, sim::Habits().answers);
  EXPECT_TRUE(habits->zones.empty());
}

TEST(Habits, AreReadFromEveryKey) {
  const auto habits = read(R"(answers: 0.1
busy: 0.2
declines: 0.3
voicemail: 0.25
fails: 0.15
answers_again: 1
picks_up_after: 3s
talks: 90s
hangs_up_early: 0.4
hangs_up_at_once: 0.6
calls_in_while_waiting: 0.11
calls_in_per_day: 3.5
strangers_per_day: 40
opts_out: 0.12
consents_to_texts: 0.13
has_telegram: 0
requests_from: "09:30"
requests_until: "24:00"
zones:
  Europe/Zurich: 0.75
  America/New_York: 0.25
analysis: 20s
price_per_minute: 0.2
currency: CHF
)");
  ASSERT_TRUE(habits) << complaints_of(habits);
  EXPECT_EQ(habits->answers, 0.1);
  EXPECT_EQ(habits->busy, 0.2);
  EXPECT_EQ(habits->declines, 0.3);
  EXPECT_EQ(habits->voicemail, 0.25);
  EXPECT_EQ(habits->fails, 0.15);
  EXPECT_EQ(habits->answers_again, 1);
  EXPECT_EQ(habits->picks_up_after, 3s);
  EXPECT_EQ(habits->talks, 90s);
  EXPECT_EQ(habits->hangs_up_early, 0.4);
  EXPECT_EQ(habits->hangs_up_at_once, 0.6);
  EXPECT_EQ(habits->calls_in_while_waiting, 0.11);
  EXPECT_EQ(habits->calls_in_per_day, 3.5);
  EXPECT_EQ(habits->strangers_per_day, 40);
  EXPECT_EQ(habits->opts_out, 0.12);
  EXPECT_EQ(habits->consents_to_texts, 0.13);
  EXPECT_EQ(habits->has_telegram, 0);
  EXPECT_EQ(habits->requests_from, 9h + 30min);
  EXPECT_EQ(habits->requests_until, 24h);
  ASSERT_EQ(habits->zones.size(), 2U);
  EXPECT_EQ(habits->zones[1].name, "America/New_York");
  EXPECT_EQ(habits->zones[1].share, 0.25);
  EXPECT_EQ(habits->analysis, 20s);
  EXPECT_EQ(habits->price_per_minute, 0.2);
  EXPECT_EQ(habits->currency, "CHF");
}

struct Case {
  const char* keys;
  const char* complaint;
};

const Case kCases[] = {
    {"awnsers: 0.5", "habits.yaml:2: awnsers: unknown key; did you mean `answers`?\n"},
    {"answers: 1.5", "habits.yaml:2: answers: 1.5 is out of range; write a number from 0 to 1\n"},
    {"busy: -0.1", "habits.yaml:2: busy: -0.1 is out of range; write a number from 0 to 1\n"},
    {"busy: half", "habits.yaml:2: busy: \"half\" is not a number; write a number from 0 to 1\n"},
    {"busy: nan", "habits.yaml:2: busy: nan is out of range; write a number from 0 to 1\n"},
    {"busy: 0.5",
     "habits.yaml:2: busy: answers, busy, declines, voicemail, fails add up to 1.34; write shares "
     "of at most 1 in all; the rest does not answer\n"},
    {"hangs_up_early: 0.99",
     "habits.yaml:2: hangs_up_early: hangs_up_early, hangs_up_at_once add up to 1.01; write "
     "shares of at most 1 in all; the rest talks to the end\n"},
    {"talks: 3h",
     "habits.yaml:2: talks: 3h is out of range; write a length of time from 5s to 2h, such as 30s, "
     "10m or 4h\n"},
    {"requests_from: 8",
     "habits.yaml:2: requests_from: \"8\" is not a time of day; write a local time, such as "
     "\"08:00\"\n"},
    {"requests_from: \"22:00\"",
     "habits.yaml:2: requests_from: is not earlier than requests_until; write times of one "
     "day, \"24:00\" at the latest\n"},
    {"requests_until: \"07:00\"",
     "habits.yaml:2: requests_until: is not later than requests_from; write times of one day, "
     "\"24:00\" at the latest\n"},
    {"requests_until: \"24:01\"",
     "habits.yaml:2: requests_until: \"24:01\" is not a time of day; write a local time, such as "
     "\"08:00\"\n"},
    {"zones: [Europe/Zurich]",
     "habits.yaml:2: zones: is a list, not a map; write `Europe/Zurich: 0.5` lines below it\n"},
    {"zones: {Mars/Base: 1}",
     "habits.yaml:2: zones.Mars/Base: \"Mars/Base\" is not a time zone; write a name of the IANA "
     "database, such as Europe/Zurich\n"},
    {"zones: {Europe/Zurich: 0.5, Europe/Zurich: 0.5}",
     "habits.yaml:2: zones.Europe/Zurich: is listed twice; keep one of them\n"},
    {"zones: {Europe/Zurich: 0.5}",
     "habits.yaml:2: zones: the shares add up to 0.5; write shares that add up to 1: everybody "
     "lives somewhere\n"},
    {"zones: {}",
     "habits.yaml:2: zones: the shares add up to 0; write shares that add up to 1: everybody lives "
     "somewhere\n"},
    {"price_per_minute: 1001",
     "habits.yaml:2: price_per_minute: 1001 is out of range; write a number from 0 to 1000\n"},
    {"currency: dollars",
     "habits.yaml:2: currency: \"dollars\" is not a currency; write the three letters of ISO 4217, "
     "such as USD\n"},
    {"api_key: x",
     "habits.yaml:2: api_key: looks like a secret, and nothing here needs one; remove it\n"},
    {"busy: 0\nbusy: 0",
     "habits.yaml:3: busy: written twice; the first is on line 2; keep one of them\n"},
};

TEST(Habits, AreComplainedAboutWithLineKeyAndRemedy) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.keys);
    EXPECT_EQ(complaints_of(read(c.keys)), c.complaint);
  }
}

TEST(Habits, AreComplainedAboutAllAtOnce) {
  const auto habits = read_habits("answers: 2\nbsy: 1\ncurrency: 5\n", "mine.yaml", find_zone);
  EXPECT_EQ(complaints_of(habits),
            "mine.yaml:1: version: missing; write `version: 1` on the first line\n"
            "mine.yaml:1: answers: 2 is out of range; write a number from 0 to 1\n"
            "mine.yaml:2: bsy: unknown key; did you mean `busy`?\n"
            "mine.yaml:3: currency: \"5\" is not a currency; write the three letters of ISO 4217, "
            "such as USD\n");
}

TEST(Habits, ThatAreNoYamlAreRefused) {
  const auto habits = read_habits("answers: [", "habits.yaml", find_zone);
  ASSERT_FALSE(habits);
  EXPECT_TRUE(complaints_of(habits).starts_with("habits.yaml:1: not readable as YAML"));
}

TEST(Habits, OfAFileThatIsNotThereAreRefused) {
  EXPECT_EQ(complaints_of(load_habits("no/such.yaml", find_zone)),
            "no/such.yaml:1: cannot be read: No such file or directory; name a file of habits\n");
}

TEST(TheExample, NamesEveryDefault) {
  const auto habits =
      load_habits(pl::testing::source_folder() / "docs/guides/habits.yaml", find_zone);
  ASSERT_TRUE(habits) << complaints_of(habits);
  const sim::Habits normal;
  EXPECT_EQ(habits->answers, normal.answers);
  EXPECT_EQ(habits->busy, normal.busy);
  EXPECT_EQ(habits->declines, normal.declines);
  EXPECT_EQ(habits->voicemail, normal.voicemail);
  EXPECT_EQ(habits->fails, normal.fails);
  EXPECT_EQ(habits->answers_again, normal.answers_again);
  EXPECT_EQ(habits->picks_up_after, normal.picks_up_after);
  EXPECT_EQ(habits->talks, normal.talks);
  EXPECT_EQ(habits->hangs_up_early, normal.hangs_up_early);
  EXPECT_EQ(habits->hangs_up_at_once, normal.hangs_up_at_once);
  EXPECT_EQ(habits->calls_in_while_waiting, normal.calls_in_while_waiting);
  EXPECT_EQ(habits->calls_in_per_day, normal.calls_in_per_day);
  EXPECT_EQ(habits->strangers_per_day, normal.strangers_per_day);
  EXPECT_EQ(habits->opts_out, normal.opts_out);
  EXPECT_EQ(habits->consents_to_texts, normal.consents_to_texts);
  EXPECT_EQ(habits->has_telegram, normal.has_telegram);
  EXPECT_EQ(habits->requests_from, normal.requests_from);
  EXPECT_EQ(habits->requests_until, normal.requests_until);
  EXPECT_EQ(habits->analysis, normal.analysis);
  EXPECT_EQ(habits->price_per_minute, normal.price_per_minute);
  EXPECT_EQ(habits->currency, normal.currency);
}

}  // namespace
}  // namespace pl::play
