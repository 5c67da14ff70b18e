#include "core/no_answer.h"

#include <gtest/gtest.h>

namespace pl::core {
namespace {

TEST(NoAnswer, IsWhatModelsWriteWhereNobodySaidAnything) {
  for (const char* said : {"",
                           "  ",
                           "null",
                           "NULL",
                           "N/A",
                           "n/a.",
                           "(n/a)",
                           "n.a.",
                           "unknown",
                           "Unknown!",
                           "[unknown]",
                           "not provided",
                           "Not Provided",
                           "not_provided",
                           "not yet provided",
                           "not provided yet",
                           "not specified",
                           "not given",
                           "not mentioned",
                           "undefined",
                           "-",
                           "--",
                           "?",
                           "...",
                           "\u2014",
                           "\"unknown\"",
                           "keine Angabe",
                           "inconnu",
                           "desconocido",
                           "brak danych"}) {
    EXPECT_TRUE(is_no_answer(said)) << said;
  }
}

TEST(NoAnswer, IsNothingThatSomebodyMayHaveSaid) {
  for (const char* said : {"none", "None", "no", "nothing", "nobody", "zero", "0", "5", "baker",
                           "C++", "Nadia", "unknown soldier guard", "annulled", "not working",
                           "not given to sports", "not", "the unknown", "\u00C4", "\u5317\u4EAC"}) {
    EXPECT_FALSE(is_no_answer(said)) << said;
  }
}

using Texts = std::vector<std::string>;

RawValue dropped(FieldType type, RawValue raw) {
  return drop_no_answers({"field", std::move(type)}, std::move(raw));
}

TEST(DropNoAnswers, EmptiesATextAndLeavesItemsOut) {
  EXPECT_EQ(dropped(TextField{}, std::string("N/A")), RawValue(std::string()));
  EXPECT_EQ(dropped(TextField{}, std::string("none")), RawValue(std::string("none")));
  EXPECT_EQ(dropped(TextField{}, std::int64_t{5}), RawValue(std::int64_t{5}));
  EXPECT_EQ(dropped(ListField{}, Texts{"chess", "unknown", "none"}),
            RawValue(Texts{"chess", "none"}));
  EXPECT_EQ(dropped(ListField{}, std::string(R"(["N/A", "go"])")), RawValue(Texts{"go"}));
  EXPECT_EQ(dropped(ListField{}, std::string("not provided")), RawValue(Texts{}));
}

TEST(DropNoAnswers, LeavesTheWordsOfAChoiceAlone) {
  const ChoiceField blood{{"a", "b", "0", "unknown"}};
  EXPECT_EQ(dropped(blood, std::string("unknown")), RawValue(std::string("unknown")));
  EXPECT_EQ(dropped(BooleanField{}, std::string("no")), RawValue(std::string("no")));
}

}  // namespace
}  // namespace pl::core
