#include "core/answer_phrases.h"

#include <array>

#include "core/answer_phrases_de.h"
#include "core/answer_phrases_en.h"
#include "core/answer_phrases_es.h"
#include "core/answer_phrases_fr.h"
#include "core/answer_phrases_hi.h"
#include "core/answer_phrases_it.h"
#include "core/answer_phrases_ja.h"
#include "core/answer_phrases_nl.h"
#include "core/answer_phrases_pl.h"
#include "core/answer_phrases_pt.h"

namespace pl::core {
namespace {

constexpr std::array kBooks = {
    PhraseBook{"de", kGerman},     PhraseBook{"en", kEnglish}, PhraseBook{"es", kSpanish},
    PhraseBook{"fr", kFrench},     PhraseBook{"hi", kHindi},   PhraseBook{"it", kItalian},
    PhraseBook{"ja", kJapanese},   PhraseBook{"nl", kDutch},   PhraseBook{"pl", kPolish},
    PhraseBook{"pt", kPortuguese},
};

}  // namespace

std::span<const PhraseBook> phrase_books() {
  return kBooks;
}

}  // namespace pl::core
