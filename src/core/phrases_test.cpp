#include "core/phrases.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace pl::core {
namespace {

TEST(FoldedWords, AreThoseWithoutWhatSpellingsDifferIn) {
  struct Case {
    const char* name;
    const char* text;
    const char* words;
  };
  for (const Case& tested : std::vector<Case>{
           {"nothing", "", ""},
           {"silence", " ... \u2026 -- ", ""},
           {"case and punctuation", "Hello?! WHO is This...", "hello|who|is|this"},
           {"accents", "Été À bientôt, señor Łukasz Øre", "ete|a|bientot|senor|lukasz|ore"},
           {"accents that stand apart", "e\u0301te\u0301", "ete"},
           {"sharp s", "Straße STRASSE stra\u1E9Ee", "strasse|strasse|strasse"},
           {"umlauts", "Grüß Gott", "gruss|gott"},
           {"full width", "\uFF30\uFF32\uFF25\uFF33\uFF33\u3000\uFF11", "press|1"},
           {"ligatures", "o\uFB03ce", "office"},
           {"spaces of Unicode", "a\u00A0b\u2003c\u202Fd\u2028e", "a|b|c|d|e"},
           {"what is invisible", "vo\u00ADice\u200Bmail", "voicemail"},
           {"endings of English", "can't can\u2019t can\u00B4t I'll it's",
            "cant|cant|cant|ill|its"},
           {"elisions of French", "l'appel d\u2019accord", "l|appel|d|accord"},
           {"hyphens", "e-mail pick-up", "e|mail|pick|up"},
           {"a script without spaces", "\u7559\u5B88\u96FB\u8A71 ok",
            "\u7559|\u5B88|\u96FB|\u8A71|ok"},
           {"vowel signs stay", "\u0915\u0943\u092A\u092F\u093E", "\u0915\u0943\u092A\u092F\u093E"},
           {"bytes that are no text", "a\xFFz", "a|z"},
       }) {
    EXPECT_EQ(join(folded_words(tested.text), "|"), tested.words) << tested.name;
  }
}

bool says(const char* text, const char* phrase) {
  return Phrase(phrase).is_in(folded_words(text));
}

TEST(Phrase, IsFoundOnTheBordersOfWords) {
  EXPECT_TRUE(says("Please leave a message.", "leave a message"));
  EXPECT_FALSE(says("cleave a message", "leave a message"));
  EXPECT_FALSE(says("leave a messages", "leave a message"));
  EXPECT_FALSE(says("leave a", "leave a message"));
  EXPECT_FALSE(says("", "leave"));
}

TEST(Phrase, IsWrittenAsPeopleWrite) {
  EXPECT_TRUE(says("UNE BOITE PLEINE", "boîte pleine"));
  EXPECT_TRUE(says("i cannot come", "can-not|cannot|can't come"));
  EXPECT_TRUE(says("I can not come", "can-not|cannot|can't come"));
  EXPECT_TRUE(says("i cant come", "can-not|cannot|can't come"));
  EXPECT_FALSE(says("I not come", "can-not|cannot|can't come"));
}

TEST(Phrase, HasWordsThatOnlyBeginEndOrHold) {
  EXPECT_TRUE(says("recording", "record*"));
  EXPECT_FALSE(says("a prerecorded one", "record*"));
  EXPECT_TRUE(says("Sprachmailbox", "*mailbox"));
  EXPECT_FALSE(says("Mailboxen", "*mailbox"));
  EXPECT_TRUE(says("Telefonanrufbeantworter", "*anruf*"));
}

TEST(Phrase, HasGapsOfUpToThreeWords) {
  EXPECT_TRUE(says("leave message", "leave _ message"));
  EXPECT_TRUE(says("leave us a short message", "leave _ message"));
  EXPECT_FALSE(says("leave us a very short message", "leave _ message"));
}

TEST(Phrase, HasNumbersInDigits) {
  EXPECT_TRUE(says("press 12", "press #"));
  EXPECT_FALSE(says("press a1", "press #"));
}

TEST(Phrase, ShowsItsFirstWording) {
  EXPECT_EQ(Phrase("^ laissez|déposez _ can-not|cannot #").shown(), "laissez ... can not #");
}

TEST(Phrase, MayStandAtTheBeginningOrTheEnd) {
  EXPECT_TRUE(says("yes?", "^ yes $"));
  EXPECT_FALSE(says("oh yes", "^ yes"));
  EXPECT_FALSE(says("yes please", "yes $"));
}

}  // namespace
}  // namespace pl::core
