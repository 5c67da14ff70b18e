#include "core/no_answer.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/text.h"

namespace pl::core {
namespace {

// Sorted; in small letters, as far as they are ASCII.
constexpr auto kNoAnswers = std::to_array<std::string_view>({
    "brak danych",
    "brak odpowiedzi",
    "desconhecido",
    "desconocido",
    "did not answer",
    "did not say",
    "don't know",
    "geen antwoord",
    "i don't know",
    "inconnu",
    "k. a",
    "k.a",
    "keine angabe",
    "keine antwort",
    "n.a",
    "n/a",
    "na",
    "nessuna risposta",
    "nicht angegeben",
    "nicht bekannt",
    "nie podano",
    "niet bekend",
    "niet opgegeven",
    "nieznane",
    "nieznany",
    "nil",
    "no answer",
    "no especificado",
    "no response",
    "non applicable",
    "non fornito",
    "non renseign\u00e9",
    "non specificato",
    "null",
    "n\u00e3o informado",
    "onbekend",
    "sconosciuto",
    "sem resposta",
    "sin respuesta",
    "tbd",
    "unanswered",
    "unbekannt",
    "undefined",
    "unknown",
    "unspecified",
});
static_assert(std::is_sorted(kNoAnswers.begin(), kNoAnswers.end()));

// After "not", "yet" beside it or not.
constexpr auto kNotDone = std::to_array<std::string_view>(
    {"answered", "applicable", "available", "collected", "disclosed", "given", "known", "mentioned",
     "provided", "said", "set", "shared", "specified", "stated", "sure"});

template <std::size_t Size>
bool holds(const std::array<std::string_view, Size>& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), word);
}

bool is_letter_or_digit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// Without blanks and ASCII marks around it.
std::string_view bare(std::string_view word) {
  while (!word.empty() && !is_letter_or_digit(word.front())) word.remove_prefix(1);
  while (!word.empty() && !is_letter_or_digit(word.back())) word.remove_suffix(1);
  return word;
}

}  // namespace

bool is_no_answer(std::string_view said) {
  std::string small = lower_ascii(said);
  std::replace(small.begin(), small.end(), '_', ' ');
  std::string_view word = bare(small);
  if (word.empty() || word == "\u2013" || word == "\u2014" || word == "\u2026") return true;
  if (holds(kNoAnswers, word)) return true;
  if (!word.starts_with("not ")) return false;
  word.remove_prefix(4);
  if (word.starts_with("yet ")) word.remove_prefix(4);
  if (word.ends_with(" yet")) word.remove_suffix(4);
  return holds(kNotDone, word);
}

RawValue drop_no_answers(const Field& field, RawValue raw) {
  auto* text = std::get_if<std::string>(&raw);
  if (std::holds_alternative<TextField>(field.type)) {
    if (text != nullptr && is_no_answer(*text)) text->clear();
    return raw;
  }
  if (!std::holds_alternative<ListField>(field.type)) return raw;
  if (text != nullptr) raw = list_items(*text);
  if (auto* items = std::get_if<std::vector<std::string>>(&raw))
    std::erase_if(*items, is_no_answer);
  return raw;
}

}  // namespace pl::core
