#include "play/replay.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "../../tests/support/source_folder.h"

namespace pl::play {
namespace {

const std::string kRoot = pl::testing::source_folder().string();

std::string journey(const std::string& name) {
  std::ifstream file(kRoot + "/tests/journeys/" + name + ".call");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

Result<Replay> played(const std::string& text) {
  return replay(text, kRoot + "/lines");
}

std::string where(std::string_view expected, std::string_view now) {
  const auto difference = first_difference(expected, now);
  if (!difference) return "nowhere";
  return std::to_string(difference->line) + ": " + difference->expected.value_or("(end)") + " | " +
         difference->now.value_or("(end)");
}

TEST(Replay, NamesTheFirstLineThatDiffers) {
  EXPECT_EQ(where("a\nb\n", "a\nb\n"), "nowhere");
  EXPECT_EQ(where("", ""), "nowhere");
  EXPECT_EQ(where("a\nb\nc\n", "a\nx\nc\n"), "2: b | x");
  EXPECT_EQ(where("a\n", "a\nb\n"), "2: (end) | b");
  EXPECT_EQ(where("a\n\n", "a\n"), "2:  | (end)");
}

TEST(Replay, OfAnUntouchedJourneyIsAsTheFileSays) {
  const std::string text = journey("callback-busy-then-answered");
  const auto now = played(text);
  ASSERT_TRUE(now) << now.error().message;
  EXPECT_TRUE(now->is_as_expected());
  EXPECT_EQ(now->transcript, text);
  EXPECT_EQ(wire::write_json(view(*now)).substr(0, 50),
            R"({"as_expected":true,"broken":[],"difference":null,)");
}

TEST(Replay, OfAJourneyThatSaysSomethingElseShowsWhatHappensNow) {
  const std::string text = journey("callback-busy-then-answered");
  const std::size_t end = text.find("\nend");
  ASSERT_NE(end, std::string::npos);
  const std::string changed = text.substr(0, end) + "\nend  nothing" + text.substr(end);
  const auto now = played(changed);
  ASSERT_TRUE(now) << now.error().message;
  EXPECT_FALSE(now->is_as_expected());
  EXPECT_EQ(now->transcript, text);
  ASSERT_TRUE(now->difference);
  EXPECT_EQ(now->difference->expected, "end  nothing");
}

TEST(Replay, RefusesAFileThatIsNoJourney) {
  EXPECT_FALSE(played("hello\n"));
  EXPECT_FALSE(played("line: nobody start=2026-03-10T09:00:00Z\n"));
}

}  // namespace
}  // namespace pl::play
