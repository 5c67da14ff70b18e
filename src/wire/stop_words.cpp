#include "wire/stop_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"
#include "core/phrases.h"

namespace pl::wire {
namespace {

constexpr std::size_t kMessageBytes = 1000;  // no such message is as long, with a signature below

// As folded_words() leaves them. Twilio's words, those of the US rule on taking consent back, and
// what people write in their own language.
constexpr std::array kStops{
    "stop",          "stopall",     "stop all",    "unsubscribe", "unsubscribe me", "end",
    "quit",          "cancel",      "revoke",      "optout",      "opt out",        "opt me out",
    "remove me",     "remove",      "stop it",     "stop this",   "no more",        "stopp",
    "abmelden",      "abbestellen", "austragen",   "aufhoren",    "hor auf",        "hort auf",
    "horen sie auf", "schluss",     "baja",        "dar de baja", "darme de baja",  "alto",
    "parar",         "para ya",     "detener",     "cancelar",    "arret",          "arrete",
    "arretez",       "arreter",     "desabonner",  "desinscrire", "desinscription", "basta",
    "ferma",         "fermati",     "fermatevi",   "smettila",    "smettetela",     "annulla",
    "cancellami",    "disiscrivi",  "stoppen",     "afmelden",    "uitschrijven",   "houd op",
    "hou op",        "wypisz",      "wypisz mnie", "rezygnuje",   "przestan",       "przestancie",
    "koniec",        "pare",        "parem",       "sair",        "descadastrar",   "стоп",
    "отписаться",    "отпишись",    "хватит",      "停 止",       "退 订",          "退 訂",
    "取 消",         "中 止",       "停",          "やめて",      "や め て",       "停 止 し て",
    "रोकें",           "बंद करो"};
constexpr std::array kStarts{"start", "unstop", "yes"};

// What may stand around a word to stop.
constexpr std::array kCourtesies{
    "please",     "pls",         "plz",         "thanks", "thank",    "you",      "thx",   "ty",
    "now",        "ok",          "okay",        "hi",     "hello",    "sorry",    "bitte", "danke",
    "jetzt",      "sofort",      "hallo",       "por",    "favor",    "gracias",  "ya",    "ahora",
    "hola",       "s",           "il",          "vous",   "te",       "plait",    "merci", "svp",
    "stp",        "maintenant",  "bonjour",     "per",    "favore",   "grazie",   "ora",   "adesso",
    "ciao",       "alstublieft", "alsjeblieft", "aub",    "dank",     "je",       "u",     "wel",
    "nu",         "prosze",      "dziekuje",    "teraz",  "obrigado", "obrigada", "agora", "ola",
    "пожалуйста", "спасибо",     "请",          "請",     "谢",       "謝"};

// Sentences that want no more calls or messages, looked for in what is left without courtesies.
// Where a sentence may mean this evening alone, it must be the whole message.
constexpr std::array kSentences{
    "do-not|dont|never call|phone|ring|text|contact|message|write|bother _ again|anymore|ever",
    "do-not|dont|never call|phone|ring|text|contact|message|write|bother _ any-more",
    "^ do-not|dont|never call|phone|ring|text|contact|message|write|bother me|us|here|this-number "
    "$",
    "stop|quit calling|ringing|phoning|texting|contacting|messaging|writing|bothering "
    "me|us|here|this",
    "^ stop|quit calling|ringing|phoning|texting|contacting|messaging $",
    "no more|further calls|texts|messages|contact",
    "take|remove|delete me|us|my|this _ off|from",
    "leave me|us alone",
    "lose my number",
    "wish|want|like to opt-out|unsubscribe",
    "^ nicht mehr|wieder anrufen|schreiben|kontaktieren|melden $",
    "mich|uns|hier nicht|nie mehr|wieder anrufen|schreiben|kontaktieren",
    "ruf*|schreib*|kontaktier*|meld* _ nicht|nie mehr|wieder",
    "keine anrufe|nachrichten|sms mehr",
    "lass*|lassen mich|uns|sie-mich in ruhe",
    "mochte|will mich abmelden",
    "^ no me|nos llam*|escrib*|contact*|molest* $",
    "no me|nos llam*|escrib*|contact*|molest* mas",
    "no quiero mas|recibir-mas|recibir llamadas|mensajes",
    "no me|nos vuelva*|vuelvas a llamar|escribir",
    "deje*|deja* de llamar*|escribir*|molestar*",
    "darme|denme|dame|den-me de baja",
    "dejame|dejenme en paz",
    "^ ne m|me|nous appel*|contact*|ecri*|derang* $",
    "m|me|nous appel*|contact*|ecri*|derang* plus|jamais",
    "arrete*|cesse* de m|me|nous",
    "plus d|de appel*|message*",
    "laiss* moi|nous tranquille*",
    "^ non mi|ci chiam*|scriv*|contatt* $",
    "non mi|ci chiam*|scriv*|contatt*|disturb*|telefon* piu",
    "non chiam* _ piu",
    "smett* di chiamar*|scriver*|telefonar*",
    "basta chiamate|messaggi|telefonate|chiamarmi",
    "lascia* mi|in-pace",
    "niet meer|opnieuw bellen|contacteren|appen|sms*",
    "bel*|app*|sms* me|mij|ons _ niet|nooit meer",
    "^ bel* me|mij|ons niet $",
    "stop met bellen|appen|sms*",
    "laat me|mij|ons met rust",
    "nie dzwon*|pisz*|kontaktuj* _ wiecej|juz",
    "^ nie dzwon*|pisz* $",
    "nie dzwon* do mnie|nas",
    "wiecej|juz nie dzwon*|pisz*",
    "przestan* dzwonic|pisac",
    "nao me|nos lig*|telefon*|contat*|escrev*|incomod* mais",
    "^ nao me|nos lig*|escrev*|contat* $",
    "nao lig* mais",
    "par*|pare*|deix* de me ligar|escrever|telefonar|mandar",
    "par*|pare*|deix* de ligar|telefonar|escrever|mandar",
    "не звони*|пишите|беспоко* больше",
    "больше не звон*|пиш*",
    "^ не звон* $"};

// ... and those that ask for the contrary.
constexpr std::array kContrary{"do-not|dont|never|wont|cant stop|quit|end|cancel",
                               "nicht|nie aufhoren|auf|stoppen",
                               "no pares|paren|deje*",
                               "n|ne arrete*",
                               "arrete* pas",
                               "non smett*|fermar*",
                               "niet stoppen|ophouden",
                               "nie przestawaj*",
                               "nao par*|pare*"};

std::vector<core::Phrase> read_all(const auto& written) {
  return {written.begin(), written.end()};
}

bool says(const std::vector<core::Phrase>& phrases, const std::vector<std::string>& words) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](const core::Phrase& one) { return one.is_in(words); });
}

// Of a message, what was written: not the signature below it.
std::string_view without_signature(std::string_view text) {
  const std::string_view written = trim(text);
  return written.substr(0, std::min({written.find("\n\n"), written.find("\r\n\r\n"),
                                     written.find("\n--"), written.find("\nSent from")}));
}

template <class Known>
bool holds(const Known& known, const std::string& word) {
  return std::find(known.begin(), known.end(), word) != known.end();
}

}  // namespace

StopWord stop_word(std::string_view text) {
  if (text.size() > kMessageBytes) return StopWord::kNeither;
  static const std::vector<core::Phrase> sentences = read_all(kSentences);
  static const std::vector<core::Phrase> contrary = read_all(kContrary);
  const std::vector<std::string> words = core::folded_words(without_signature(text));
  if (says(contrary, words)) return StopWord::kNeither;
  std::vector<std::string> asked;
  std::copy_if(words.begin(), words.end(), std::back_inserter(asked),
               [](const std::string& word) { return !holds(kCourtesies, word); });
  if (holds(kStops, join(asked, " ")) || holds(kStops, join(words, " "))) return StopWord::kStop;
  if (says(sentences, words) || says(sentences, asked)) return StopWord::kStop;
  if (holds(kStarts, join(words, " "))) return StopWord::kStart;
  return StopWord::kNeither;
}

}  // namespace pl::wire
