#include "core/turn_reading.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/answer_phrases.h"
#include "core/phrases.h"
#include "core/turn_sounds.h"

namespace pl::core {
namespace {

constexpr std::size_t kSigns = static_cast<std::size_t>(Sign::kBroadcast) + 1;

struct ReadRow {
  Sign sign;
  std::vector<Phrase> phrases;
};

struct ReadBook {
  std::string_view language;
  std::vector<ReadRow> rows;
};

std::vector<ReadBook> read_books() {
  std::vector<ReadBook> books;
  for (const PhraseBook& book : phrase_books()) {
    books.push_back({book.language, {}});
    for (const PhraseRow& row : book.rows) {
      ReadRow read{row.sign, {}};
      std::string_view rest = row.phrases;
      while (!rest.empty()) {
        const std::string_view one = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(rest.size(), one.size() + 1));
        read.phrases.emplace_back(one.substr(one.find_first_not_of(' ')));
      }
      books.back().rows.push_back(std::move(read));
    }
  }
  return books;
}

const std::vector<ReadBook>& books() {
  static const std::vector<ReadBook> all = read_books();
  return all;
}

// How many rows of each sign were found, and the first phrase.
struct Signs {
  std::array<int, kSigns> rows{};
  std::array<std::string, kSigns> first;

  int of(Sign sign) const { return rows[static_cast<std::size_t>(sign)]; }
  const std::string& phrase(Sign sign) const { return first[static_cast<std::size_t>(sign)]; }
  int machine() const {
    return std::max({of(Sign::kMailbox) * 2 + of(Sign::kAway),
                     of(Sign::kScreener) * 2 + of(Sign::kAsks),
                     of(Sign::kMenu) * 2 + of(Sign::kCompany)});
  }
};

Signs find_signs(const ReadBook& book, const std::vector<std::string>& words) {
  Signs signs;
  for (const ReadRow& row : book.rows) {
    const auto found = std::find_if(row.phrases.begin(), row.phrases.end(),
                                    [&](const Phrase& phrase) { return phrase.is_in(words); });
    if (found == row.phrases.end()) continue;
    const auto sign = static_cast<std::size_t>(row.sign);
    if (++signs.rows[sign] == 1) signs.first[sign] = found->shown();
  }
  return signs;
}

// The language in which most of a machine is heard; the call's own where none is.
Signs find_signs(const std::vector<std::string>& words, std::string_view language) {
  Signs best;
  for (const ReadBook& book : books()) {
    const Signs signs = find_signs(book, words);
    const bool own = language.starts_with(book.language);
    if (signs.machine() > best.machine() || (own && signs.machine() == best.machine())) {
      best = signs;
    }
  }
  return best;
}

}  // namespace

TurnReading read_turn(std::string_view text, std::string_view language) {
  const std::vector<std::string> words = folded_words(text);
  if (is_silence(text, words)) return {Sound::kSilence, ""};
  if (is_noise(text, words)) return {Sound::kNoise, ""};
  const Signs signs = find_signs(words, language);
  const int screener = signs.of(Sign::kScreener) * 2 + signs.of(Sign::kAsks);
  const int menu = signs.of(Sign::kMenu) * 2 + signs.of(Sign::kCompany);
  const int machine = signs.machine();
  const int person = std::min(signs.of(Sign::kPerson), 2) + signs.of(Sign::kLive) * 3 +
                     (text.find('?') != std::string_view::npos ? 1 : 0);
  if (machine >= 2 && machine > person) {
    if (menu == machine) return {Sound::kMenu, signs.phrase(Sign::kMenu)};
    if (screener == machine) return {Sound::kScreener, signs.phrase(Sign::kScreener)};
    return {Sound::kMailbox, signs.phrase(Sign::kMailbox)};
  }
  if (machine >= 2 && machine == person) return {Sound::kEither, ""};
  if (signs.of(Sign::kLive) > 0) return {Sound::kPerson, signs.phrase(Sign::kLive)};
  if (signs.of(Sign::kGoesOn) > 0 && person == 0) {
    return {Sound::kGoesOn, signs.phrase(Sign::kGoesOn)};
  }
  if (signs.of(Sign::kCut) > 0 && person == 0) return {Sound::kCut, signs.phrase(Sign::kCut)};
  if (signs.of(Sign::kPerson) > 0) return {Sound::kPerson, signs.phrase(Sign::kPerson)};
  if (signs.of(Sign::kBroadcast) > 0) return {Sound::kNoise, signs.phrase(Sign::kBroadcast)};
  return {Sound::kWords, ""};
}

}  // namespace pl::core
