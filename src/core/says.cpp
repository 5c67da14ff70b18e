#include "core/says.h"

#include <array>
#include <map>
#include <utility>

#include "base/check.h"

namespace pl::core {
namespace {

struct Words {
  std::string_view language;
  Sentence sentence;
  std::string_view text;
};
// English stands in for every other language: it comes first.
constexpr std::array kWords{
    Words{"en", Sentence::kGreeting, "Hello, good to speak with you. How are you?"},
    Words{"de", Sentence::kGreeting, "Hallo, schön, dass wir sprechen. Wie geht es?"},
    Words{"es", Sentence::kGreeting, "Hola, me alegro de que hablemos. ¿Qué tal?"},
    Words{"fr", Sentence::kGreeting,
          "Bonjour, c'est un plaisir de vous parler. Comment allez-vous ?"},
    Words{"it", Sentence::kGreeting, "Salve, è un piacere sentirci. Come va?"},
    Words{"nl", Sentence::kGreeting, "Hallo, fijn om u te spreken. Hoe gaat het?"},
    Words{"pl", Sentence::kGreeting, "Dzień dobry, miło, że rozmawiamy. Co słychać?"},
    Words{"pt", Sentence::kGreeting, "Olá, que bom falarmos. Tudo bem?"},
    Words{"en", Sentence::kPleaseCall,
          "Hello {{name}}, I would like to speak with you. Please call me on this line when it "
          "suits you."},
    Words{"de", Sentence::kPleaseCall,
          "Hallo {{name}}, ich würde gern mit dir sprechen. Ruf mich doch auf dieser Nummer an, "
          "wenn es dir passt."},
    Words{"es", Sentence::kPleaseCall,
          "Hola {{name}}, me gustaría hablar contigo. Llámame a este número cuando te venga bien."},
    Words{"fr", Sentence::kPleaseCall,
          "Bonjour {{name}}, j'aimerais vous parler. Appelez-moi à ce numéro quand cela vous "
          "convient."},
    Words{"it", Sentence::kPleaseCall,
          "Ciao {{name}}, vorrei parlare con te. Chiamami a questo numero quando ti va bene."},
    Words{"nl", Sentence::kPleaseCall,
          "Hallo {{name}}, ik wil je graag spreken. Bel me op dit nummer wanneer het je uitkomt."},
    Words{"pl", Sentence::kPleaseCall,
          "Dzień dobry {{name}}, chciałabym porozmawiać. Proszę zadzwonić na ten numer w dogodnej "
          "chwili."},
    Words{"pt", Sentence::kPleaseCall,
          "Olá {{name}}, gostaria de falar contigo. Liga-me para este número quando te der jeito."},
};

using Parsed = std::map<std::pair<std::string_view, Sentence>, Template>;

Parsed parse_all() {
  Parsed parsed;
  for (const Words& words : kWords) {
    auto text = Template::parse(words.text);
    PL_CHECK(text.has_value());
    parsed.emplace(std::pair(words.language, words.sentence), *std::move(text));
  }
  return parsed;
}

}  // namespace

const Template& sentence(Sentence sentence, std::string_view language) {
  static const Parsed parsed = parse_all();
  const std::string_view base = language.substr(0, language.find_first_of("-_"));
  const auto found = parsed.find({base, sentence});
  return found != parsed.end() ? found->second : parsed.at({kWords.front().language, sentence});
}

}  // namespace pl::core
