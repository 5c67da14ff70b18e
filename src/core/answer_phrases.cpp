#include "core/answer_phrases.h"

#include <array>

#include "core/answer_phrases_de.h"
#include "core/answer_phrases_en.h"
#include "core/answer_phrases_es.h"
#include "core/answer_phrases_fr.h"

namespace pl::core {
namespace {

constexpr std::array kBooks = {
    PhraseBook{"de", kGerman},
    PhraseBook{"en", kEnglish},
    PhraseBook{"es", kSpanish},
    PhraseBook{"fr", kFrench},
};

}  // namespace

std::span<const PhraseBook> phrase_books() {
  return kBooks;
}

}  // namespace pl::core
