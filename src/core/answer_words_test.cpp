#include "core/answer_words.h"

#include <gtest/gtest.h>

namespace pl::core {
namespace {

// Turns of the called side.
Heard judged(const std::vector<std::string>& turns, const std::string& language = "en") {
  Transcript transcript{language, {{Speaker::kAgent, "Please leave a message.", {}}}, {}};
  for (const std::string& text : turns) transcript.turns.push_back({Speaker::kUser, text, {}});
  return judge_words(transcript);
}

TEST(AnswerWords, AreOfNobodyWithoutAWordOfTheirs) {
  const Heard nobody{Answerer::kNobody, "no word of theirs"};
  EXPECT_EQ(judged({}), nobody);
  EXPECT_EQ(judged({"", "...", "\u2026"}), nobody);
}

TEST(AnswerWords, OfAPersonWinOverAMachineBeforeThem) {
  EXPECT_EQ(judged({"please leave a message after the tone", "hello, I picked up"}),
            (Heard{Answerer::kPerson, "somebody came on after a machine"}));
}

TEST(AnswerWords, AreThoseOfTheLastMachineWithoutAPerson) {
  EXPECT_EQ(judged({"please say your name and the reason for your call",
                    "please leave a message after the tone"})
                .answerer,
            Answerer::kMailbox);
}

TEST(AnswerWords, OfAnotherLanguageThanTheCallsAreUnderstood) {
  EXPECT_EQ(judged({"please leave a message after the tone"}, "de-CH").answerer,
            Answerer::kMailbox);
}

}  // namespace
}  // namespace pl::core
