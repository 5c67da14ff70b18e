#include "sandbox/people.h"

#include <gtest/gtest.h>

namespace pl::sandbox {
namespace {

TEST(People, BehaveAsTheirNumberSaysWhenNobodyWasSet) {
  struct Case {
    const char* number;
    std::vector<Behaviour> rings;
  };
  const Behaviour answer;
  const Behaviour busy{Conduct::kBusy, {}};
  const Behaviour voicemail{Conduct::kVoicemail, {}};
  const Case cases[] = {{"+12125550100", {answer, answer}},
                        {"+12125550110", {busy, busy}},
                        {"+12125550111", {{Conduct::kNoAnswer, {}}}},
                        {"+12125550112", {{Conduct::kDecline, {}}}},
                        {"+12125550113", {voicemail, voicemail}},
                        {"+12125550114", {{Conduct::kAnswer, 2}}},
                        {"+12125550115", {{Conduct::kAnswer, 1}}},
                        {"+12125550116", {busy, answer, answer}},
                        {"+12125550117", {voicemail, answer, answer}},
                        {"+12125550118", {{Conduct::kUnreachable, {}}}},
                        {"+41781234510", {answer}}};
  for (const Case& one : cases) {
    SCOPED_TRACE(one.number);
    People people;
    for (const Behaviour& ring : one.rings) EXPECT_EQ(people.next(one.number), ring);
  }
}

TEST(People, GoThroughTheirBehavioursAndRepeatTheLast) {
  People people;
  people.at("+12125550100").behaviours = {{Conduct::kBusy, {}}, {Conduct::kNoAnswer, {}}};
  EXPECT_EQ(people.next("+12125550100").conduct, Conduct::kBusy);
  EXPECT_EQ(people.next("+12125550100").conduct, Conduct::kNoAnswer);
  EXPECT_EQ(people.next("+12125550100").conduct, Conduct::kNoAnswer);
}

TEST(AnswerTo, PrefersWhatThePersonWasGivenTryByTry) {
  Person person;
  person.answers["timezone"] = {"the moon", "Asia/Tokyo"};
  const Question question{"timezone", "Where do you live?"};
  EXPECT_EQ(answer_to(question, person, "+12125550100", 0), "the moon");
  EXPECT_EQ(answer_to(question, person, "+12125550100", 1), "Asia/Tokyo");
  EXPECT_EQ(answer_to(question, person, "+12125550100", 2), "America/New_York");
}

TEST(AnswerTo, IsTheUsualOneUntilItIsCorrected) {
  const Question question{"pacing", "Please choose one of 4 or 8.", "6"};
  EXPECT_EQ(answer_to(question, Person{}, "+12125550100", 0), "6");
  EXPECT_EQ(answer_to(question, Person{}, "+12125550100", 1), "4");
  Person person;
  person.answers["pacing"] = {"8"};
  EXPECT_EQ(answer_to(question, person, "+12125550100", 0), "8");
}

TEST(AnswerTo, IsSensibleWithoutInstructions) {
  struct Case {
    Question question;
    const char* number;
    const char* answer;
  };
  const Case cases[] = {
      {{"timezone", "Which timezone?"}, "+12125550100", "America/New_York"},
      {{"timezone", "Which timezone?"}, "+41781234567", "Europe/Zurich"},
      {{"occupation", "Do you work or study?"}, "+12125550100", "work"},
      {{"home", "I do not know that time zone."}, "+441632960000", "Europe/London"},
      {{"insured", "Are you insured, yes or no?"}, "+12125550100", "yes"},
      {{"born", "Please say a number from 1900 to 2026."}, "+12125550100", "1963"},
      {{"name", "What is your name?"}, "+12125550100", "Robin"},
      {{"intensity", "How intense, from 1 to 5?"}, "+12125550100", "3"},
      {{"pacing_weeks", "Shall it take 4 or 8 weeks?"}, "+12125550100", "4"},
      {{"personality_type", "Introvert, extrovert or ambivert?"}, "+12125550100", "extrovert"},
      {{"style", "Which? (one of: listener, balanced, sharer)"}, "+12125550100", "listener"},
      {{"pacing_weeks", "Please choose one of 4 or 8."}, "+12125550100", "4"},
      {{"style", "Is it \"listener\" or \"sharer\"?"}, "+12125550100", "listener"},
      {{"anything", "What else?"}, "+12125550100", "a little of everything"}};
  for (const Case& one : cases) {
    SCOPED_TRACE(one.question.text);
    EXPECT_EQ(answer_to(one.question, Person{}, one.number, 0), one.answer);
  }
}

TEST(QuestionsIn, AreTheLinesUnderTheLastHeading) {
  const auto questions = questions_in(
      "Context: Still to ask: nothing\nStill to ask:\n- fake: Really?\n\nThe brief.\n"
      "Still to ask:\n\n- timezone: Where do you live? Say: city\r\n- occupation: What do you do?\n"
      "That is all.\n- not: a question\n");
  ASSERT_EQ(questions.size(), 2u);
  EXPECT_EQ(questions[0].field, "timezone");
  EXPECT_EQ(questions[0].text, "Where do you live? Say: city");
  EXPECT_EQ(questions[1].field, "occupation");
}

TEST(QuestionsIn, AreNoneWithoutTheHeading) {
  EXPECT_TRUE(questions_in("Be kind.\n- timezone: Where?").empty());
  EXPECT_TRUE(questions_in("").empty());
}

}  // namespace
}  // namespace pl::sandbox
