#include "core/phrases.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace pl::core {
namespace {

constexpr std::size_t kGapWords = 3;
constexpr std::string_view kDigits = "#";

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'\u2019' || c == U'\u2018' || c == U'\u02BC' || c == U'`' ||
         c == U'\u00B4';
}

// Full width becomes ordinary, capitals small, ß "ss"; what is invisible goes. Then accents stand
// behind their letters, to be passed over.
std::u32string without_spelling(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(error);
  const icu::Normalizer2* split = icu::Normalizer2::getNFDInstance(error);
  if (U_FAILURE(error)) return code_points(text);
  std::u32string points = code_points(text);
  std::replace_if(points.begin(), points.end(), is_apostrophe, U'\'');  // while it still is one
  const auto read = icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(points.data()),
                                                  static_cast<int32_t>(points.size()));
  std::string folded;
  split->normalize(fold->normalize(read, error), error).toUTF8String(folded);
  return code_points(folded);
}

// Letters that Unicode knows no plainer letter for.
char32_t plain_letter(char32_t c) {
  if (c == U'\u0142') return U'l';
  if (c == U'\u00F8') return U'o';
  if (c == U'\u0111') return U'd';
  if (c == U'\u0131') return U'i';
  return c;
}

bool is_accent(char32_t c) {
  return c >= 0x0300 && c <= 0x036F;
}

bool is_letter(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  if (u_isalnum(point) != 0) return true;
  const auto type = u_charType(point);
  return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK;
}

// Written without spaces between words.
bool stands_alone(char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &error);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
         script == USCRIPT_THAI || c == U'\u30FC';  // the long vowel of both kana
}

// What English and its neighbours hang on a word: "can't", "I'll", "geht's". In "l'appel" the
// apostrophe parts two words.
bool is_ending(std::u32string_view letters) {
  constexpr std::array<std::u32string_view, 7> kEndings = {U"t",  U"s", U"re", U"ll",
                                                           U"ve", U"m", U"d"};
  return std::find(kEndings.begin(), kEndings.end(), letters) != kEndings.end();
}

std::u32string_view letters_from(std::u32string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_letter);
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

}  // namespace

std::vector<std::string> folded_words(std::string_view text) {
  const std::u32string points = without_spelling(text);
  const std::u32string_view all = points;
  std::vector<std::string> words;
  std::u32string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(to_utf8(word));
    word.clear();
  };
  for (std::size_t i = 0; i < all.size(); ++i) {
    const char32_t c = all[i];
    if (is_accent(c)) continue;
    if (c == U'\'' && !word.empty() && is_ending(letters_from(all.substr(i + 1)))) continue;
    if (!is_letter(c)) {
      end_word();
      continue;
    }
    if (stands_alone(c)) end_word();
    word.push_back(plain_letter(c));
    if (stands_alone(c)) end_word();
  }
  end_word();
  return words;
}

bool Phrase::Word::fits(std::string_view word) const {
  if (text == kDigits) return std::all_of(word.begin(), word.end(), is_digit);
  if (any_before && any_after) return word.find(text) != std::string_view::npos;
  if (any_before) return word.ends_with(text);
  if (any_after) return word.starts_with(text);
  return word == text;
}

Phrase::Step Phrase::read_step(std::string_view item) {
  if (item == "_") return {Step::Kind::kGap, {}};
  if (item == "^") return {Step::Kind::kBegin, {}};
  if (item == "$") return {Step::Kind::kEnd, {}};
  Step step;
  while (!item.empty()) {
    const std::string_view one = item.substr(0, item.find('|'));
    item.remove_prefix(std::min(item.size(), one.size() + 1));
    Wording wording;
    if (one == kDigits) wording.push_back({std::string(kDigits)});
    for (std::string& text : folded_words(one)) wording.push_back({std::move(text)});
    if (wording.empty()) continue;
    wording.front().any_before = one.starts_with('*');
    wording.back().any_after = one.ends_with('*');
    step.wordings.push_back(std::move(wording));
  }
  return step;
}

Phrase::Phrase(std::string_view written) {
  while (!written.empty()) {
    const std::string_view item = written.substr(0, written.find(' '));
    written.remove_prefix(std::min(written.size(), item.size() + 1));
    if (!item.empty()) steps_.push_back(read_step(item));
  }
}

std::optional<std::size_t> Phrase::end_of(const std::vector<std::string>& words, std::size_t at,
                                          std::size_t step) const {
  if (step == steps_.size()) return at;
  const Step& next = steps_[step];
  switch (next.kind) {
    case Step::Kind::kBegin:
      return at == 0 ? end_of(words, at, step + 1) : std::nullopt;
    case Step::Kind::kEnd:
      return at == words.size() ? end_of(words, at, step + 1) : std::nullopt;
    case Step::Kind::kGap:
      for (std::size_t over = 0; over <= kGapWords && at + over <= words.size(); ++over) {
        if (const auto end = end_of(words, at + over, step + 1)) return end;
      }
      return std::nullopt;
    case Step::Kind::kOneOf:
      for (const Wording& wording : next.wordings) {
        if (words.size() - at < wording.size()) continue;
        const auto fits = [](const Word& one, const std::string& word) { return one.fits(word); };
        if (!std::equal(wording.begin(), wording.end(), words.begin() + std::ptrdiff_t(at), fits)) {
          continue;
        }
        if (const auto end = end_of(words, at + wording.size(), step + 1)) return end;
      }
      return std::nullopt;
  }
  return std::nullopt;
}

std::string Phrase::shown() const {
  std::vector<std::string> words;
  for (const Step& step : steps_) {
    if (step.kind == Step::Kind::kGap) words.emplace_back("...");
    if (step.wordings.empty()) continue;
    for (const Word& word : step.wordings.front()) words.push_back(word.text);
  }
  return join(words, " ");
}

std::optional<std::size_t> Phrase::last_in(const std::vector<std::string>& words) const {
  for (std::size_t at = words.size() + 1; at-- > 0;) {
    if (const auto end = end_of(words, at, 0)) return end;
  }
  return std::nullopt;
}

}  // namespace pl::core
