#include "core/says.h"

#include <gtest/gtest.h>

#include <set>

namespace pl::core {
namespace {

TEST(Says, SpeaksEachOfItsLanguagesAndNamesNobodyButTheCaller) {
  for (const Sentence one : {Sentence::kGreeting, Sentence::kPleaseCall}) {
    std::set<std::string> said;
    for (const char* language : {"en", "de", "es", "fr", "it", "nl", "pl", "pt"}) {
      EXPECT_EQ(sentence(one, language).unfilled({{"name", "Anna"}}), std::nullopt);
      said.insert(sentence(one, language).source());
    }
    EXPECT_EQ(said.size(), 8U);
    EXPECT_FALSE(said.contains(""));
  }
}

TEST(Says, KnowsALanguageByItsFirstPart) {
  const auto greeting = [](const char* language) {
    return sentence(Sentence::kGreeting, language).source();
  };
  EXPECT_EQ(greeting("pt-BR"), greeting("pt"));
  for (const char* other : {"", "fil", "zh", "-"}) EXPECT_EQ(greeting(other), greeting("en"));
}

}  // namespace
}  // namespace pl::core
