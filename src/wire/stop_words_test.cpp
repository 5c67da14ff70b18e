#include "wire/stop_words.h"

#include <gtest/gtest.h>

#include <string>

namespace pl::wire {
namespace {

TEST(StopWord, IsAWholeMessageAndNothingElse) {
  struct Case {
    const char* text;
    StopWord word;
  };
  const Case cases[] = {
      {"STOP", StopWord::kStop},
      {"stop", StopWord::kStop},
      {"sToP", StopWord::kStop},
      {" Stop\r\n", StopWord::kStop},
      {"Stop.", StopWord::kStop},
      {"STOP!!!", StopWord::kStop},
      {"\"stop\"", StopWord::kStop},
      {"\u201CStop\u201D", StopWord::kStop},
      {"\u00A0stop\u2026", StopWord::kStop},
      {"/stop", StopWord::kStop},
      {"STOPALL", StopWord::kStop},
      {"Unsubscribe", StopWord::kStop},
      {"END", StopWord::kStop},
      {"quit", StopWord::kStop},
      {"Cancel", StopWord::kStop},
      {"REVOKE", StopWord::kStop},
      {"OPTOUT", StopWord::kStop},
      {"OPT OUT", StopWord::kStop},
      {"opt  out", StopWord::kStop},
      {"Opt-Out", StopWord::kStop},
      {"arret", StopWord::kStop},
      {"ARR\u00CAT", StopWord::kStop},
      {"arr\u00EAt", StopWord::kStop},
      {"Arrete", StopWord::kStop},
      {"START", StopWord::kStart},
      {"/start", StopWord::kStart},
      {"unstop", StopWord::kStart},
      {"Yes!", StopWord::kStart},
      {"", StopWord::kNeither},
      {" ", StopWord::kNeither},
      {"...", StopWord::kNeither},
      {"STOP please", StopWord::kNeither},
      {"please stop", StopWord::kNeither},
      {"Don't stop", StopWord::kNeither},
      {"non-stop", StopWord::kNeither},
      {"st.op", StopWord::kNeither},
      {"stopp", StopWord::kNeither},
      {"sto", StopWord::kNeither},
      {"opt", StopWord::kNeither},
      {"The end", StopWord::kNeither},
      {"yes please", StopWord::kNeither},
      {"HELP", StopWord::kNeither},
      {"no", StopWord::kNeither},
      {"st\xffop", StopWord::kNeither},
      {"\xff", StopWord::kNeither},
      {"\u0421\u0422\u041E\u041F", StopWord::kNeither},
  };
  for (const Case& c : cases) EXPECT_EQ(stop_word(c.text), c.word) << c.text;
}

TEST(StopWord, DoesNotSearchLongMessages) {
  EXPECT_EQ(stop_word("stop" + std::string(252, ' ')), StopWord::kStop);
  EXPECT_EQ(stop_word("stop" + std::string(253, ' ')), StopWord::kNeither);
  EXPECT_EQ(stop_word(std::string(1'000'000, '.')), StopWord::kNeither);
}

}  // namespace
}  // namespace pl::wire
