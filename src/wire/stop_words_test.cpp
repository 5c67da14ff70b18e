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
      {"non-stop", StopWord::kNeither},
      {"st.op", StopWord::kNeither},
      {"sto", StopWord::kNeither},
      {"opt", StopWord::kNeither},
      {"The end", StopWord::kNeither},
      {"yes please", StopWord::kNeither},
      {"HELP", StopWord::kNeither},
      {"no", StopWord::kNeither},
      {"st\xffop", StopWord::kNeither},
      {"\xff", StopWord::kNeither},
  };
  for (const Case& c : cases) EXPECT_EQ(stop_word(c.text), c.word) << c.text;
}

TEST(StopWord, IsHeardInWhateverWordsPeopleSayNo) {
  for (const char* text : {"Stop. Thank you",
                           "Please stop",
                           "STOP 🛑",
                           "(stop)",
                           "*STOP*",
                           "ＳＴＯＰ",
                           "STOP please",
                           "STOP\n\nSent from my phone",
                           "Stop\n-- \nAda",
                           "remove me",
                           "unsubscribe me",
                           "Please unsubscribe me",
                           "do not call me again",
                           "Don't call me",
                           "DON’T TEXT ME ANYMORE",
                           "never call this number again",
                           "stop calling me!",
                           "Stop texting",
                           "no more calls please",
                           "take me off your list",
                           "please remove my number from your list",
                           "Leave me alone!!",
                           "I want to opt out",
                           "ABMELDEN",
                           "STOPP",
                           "Bitte nicht mehr anrufen",
                           "Bitte abmelden",
                           "Ruf mich nicht mehr an",
                           "Rufen Sie hier nie wieder an",
                           "Keine Anrufe mehr bitte",
                           "Lasst mich in Ruhe",
                           "Hör auf",
                           "BAJA",
                           "Dar de baja",
                           "no me llames más",
                           "No me llamen",
                           "Deje de llamarme, por favor",
                           "no quiero más llamadas",
                           "ARRÊT",
                           "ne m'appelez plus",
                           "Arrêtez de m'appeler",
                           "Plus d’appels, merci",
                           "Laissez-moi tranquille",
                           "basta",
                           "Basta chiamate",
                           "Non mi chiami più",
                           "smettila di chiamarmi",
                           "AFMELDEN",
                           "Bel me niet meer",
                           "niet meer bellen aub",
                           "stop met bellen",
                           "Proszę nie dzwonić",
                           "Nie dzwońcie do mnie więcej",
                           "Przestańcie dzwonić",
                           "REZYGNUJĘ",
                           "PARAR",
                           "SAIR",
                           "Não me liguem mais",
                           "Pare de me ligar",
                           "СТОП",
                           "Больше не звоните",
                           "停止",
                           "やめて"}) {
    EXPECT_EQ(stop_word(text), StopWord::kStop) << text;
  }
}

TEST(StopWord, IsNotHeardWhereSomethingElseIsMeant) {
  for (const char* text : {"don't stop, this is great",
                           "Please don't stop calling me",
                           "can you stop by at 5?",
                           "I will be at the bus stop",
                           "The call never stopped",
                           "I never call anyone",
                           "later",
                           "call me",
                           "call me tomorrow at five",
                           "don't call me before nine",
                           "who is this",
                           "do not call tonight, tomorrow is fine",
                           "Liked “Hello, this is Nikita”",
                           "in the end I agree",
                           "Can you cancel my visit on Monday?",
                           "I quit my job!",
                           "text me instead",
                           "not now",
                           "Hört nicht auf damit",
                           "Ich kann heute nicht mehr schreiben",
                           "Wann rufst du wieder an?",
                           "bitte später anrufen",
                           "Das ist das Ende der Geschichte",
                           "Schlussendlich ja",
                           "llámame más tarde",
                           "no puedo hablar ahora",
                           "no pares",
                           "¿para qué es?",
                           "rappelez-moi plus tard",
                           "je ne peux pas parler",
                           "n'arrête pas",
                           "plus tard",
                           "chiamami più tardi",
                           "non posso parlare",
                           "non smettere",
                           "bel me later",
                           "nu even niet",
                           "zadzwoń później",
                           "nie mogę rozmawiać",
                           "me liga mais tarde",
                           "não posso agora",
                           "não pares",
                           "не сейчас",
                           "不要停"}) {
    EXPECT_EQ(stop_word(text), StopWord::kNeither) << text;
  }
}

TEST(StopWord, DoesNotSearchLongMessages) {
  EXPECT_EQ(stop_word("stop" + std::string(996, ' ')), StopWord::kStop);
  EXPECT_EQ(stop_word("stop" + std::string(997, ' ')), StopWord::kNeither);
  EXPECT_EQ(stop_word(std::string(1'000'000, '.')), StopWord::kNeither);
}

}  // namespace
}  // namespace pl::wire
