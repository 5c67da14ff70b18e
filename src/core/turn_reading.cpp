#include "core/turn_reading.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "core/answer_phrases.h"
#include "core/answer_words.h"
#include "core/phrases.h"
#include "core/turn_sounds.h"

namespace pl::core {
namespace {

constexpr std::size_t kLongTurn = 7;  // words, of which kMachineWords show who speaks
constexpr int kMachineWords = 3;
constexpr std::size_t kPlainTurn = 5;  // words; a person would have used some that are a person's
constexpr int kJokeLife = 3;
constexpr std::size_t kSigns = static_cast<std::size_t>(Sign::kMenuWords) + 1;

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

// How many rows of each sign were found, the first phrase of them, and where the last one ends.
class Signs {
 public:
  Signs(const ReadBook& book, const std::vector<std::string>& words) {
    for (const ReadRow& row : book.rows) {
      for (const Phrase& phrase : row.phrases) {
        const auto end = phrase.last_in(words);
        if (!end) continue;
        Found& found = found_[static_cast<std::size_t>(row.sign)];
        if (++found.rows == 1) found.phrase = phrase.shown();
        found.end = std::max(found.end, *end);
        if (row.sign < Sign::kMailboxWords) break;  // of single words, every one counts
      }
    }
  }

  int of(Sign sign) const { return at(sign).rows; }
  const std::string& phrase(Sign sign) const { return at(sign).phrase; }

  int mailbox() const {
    return weight(Sign::kMailbox, Sign::kAway) + more_than_one(Sign::kMailbox);
  }
  int screener() const {
    return weight(Sign::kScreener, Sign::kAsks) + more_than_one(Sign::kScreener) +
           of(Sign::kDevice) * kDeviceWeight;
  }
  int menu() const { return weight(Sign::kMenu, Sign::kCompany); }
  int machine() const { return std::max({mailbox(), screener(), menu()}); }
  int machine_words() const {
    return std::max({of(Sign::kMailboxWords), of(Sign::kScreenerWords), of(Sign::kMenuWords)});
  }
  int person() const {
    return std::min(of(Sign::kPerson), kPersonMost) + of(Sign::kLive) * kLiveWeight;
  }
  int life() const {
    return person() + std::min(of(Sign::kOpening), 1) * 2 - of(Sign::kGoesOn) * 3 -
           of(Sign::kAsks) - of(Sign::kAway);
  }
  // "... after the beep. Just kidding!", but not "got you! Leave a message".
  bool joke_at_the_end() const {
    const std::size_t end = at(Sign::kJoke).end;
    return of(Sign::kJoke) > 0 && end > at(Sign::kMailbox).end && end > at(Sign::kMenu).end;
  }

 private:
  static constexpr int kPersonMost = 2;
  static constexpr int kLiveWeight = 3;
  static constexpr int kDeviceWeight = 4;

  struct Found {
    int rows = 0;
    std::string phrase;
    std::size_t end = 0;
  };

  const Found& at(Sign sign) const { return found_[static_cast<std::size_t>(sign)]; }
  int weight(Sign strong, Sign weak) const {
    return of(strong) == 0 ? 0 : of(strong) * 2 + of(weak);
  }

  // "Leave it after the tone": a box for sure, whatever else was said.
  int more_than_one(Sign sign) const { return of(sign) > 1 ? 2 : 0; }

  std::array<Found, kSigns> found_;
};

// In the language in which most of a machine is heard; the call's own where none is.
Signs find_signs(const std::vector<std::string>& words, std::string_view language) {
  std::optional<Signs> best;
  const auto better = [&](const Signs& signs, bool own) {
    if (!best) return true;
    return signs.machine() > best->machine() || (own && signs.machine() == best->machine());
  };
  for (const ReadBook& book : books()) {
    const bool own = language.starts_with(book.language);
    Signs signs(book, words);
    if (better(signs, own)) best = std::move(signs);
  }
  return *best;
}

TurnReading machine(const Signs& signs) {
  const bool device = signs.of(Sign::kDevice) > 0;
  const int most = signs.machine();
  // "The clinic's virtual assistant; thank you for calling."
  const bool company = device && signs.of(Sign::kMenu) > 0 && signs.of(Sign::kCompany) > 0;
  if (!company && signs.screener() == most) {
    const Sign shown = device ? Sign::kDevice : Sign::kScreener;
    return {.sound = Sound::kScreener, .phrase = signs.phrase(shown)};
  }
  if (!company && signs.mailbox() == most) {
    return {.sound = Sound::kMailbox, .phrase = signs.phrase(Sign::kMailbox)};
  }
  return {.sound = Sound::kMenu, .phrase = signs.phrase(Sign::kMenu)};
}

// A long turn of a machine whose phrases nobody has written down.
TurnReading machine_by_words(const Signs& signs) {
  const int screener = signs.of(Sign::kScreenerWords);
  const int mailbox = signs.of(Sign::kMailboxWords);
  const int menu = signs.of(Sign::kMenuWords);
  if (mailbox >= screener && mailbox >= menu) return {.sound = Sound::kMailbox};
  if (screener >= menu) return {.sound = Sound::kScreener};
  return {.sound = Sound::kMenu};
}

// Where no phrase of a machine outweighs a person's.
TurnReading weigh_words(const Signs& signs, int person, std::size_t words) {
  const TurnReading either{.sound = Sound::kEither, .life = signs.life()};
  const bool opens = signs.of(Sign::kOpening) > 0;
  if (signs.of(Sign::kAway) >= 2 && person <= 1) {
    if (!opens) return either;  // "not now, I'll call you back"
    return {.sound = Sound::kMailbox, .phrase = signs.phrase(Sign::kAway)};
  }
  if (words >= kLongTurn && signs.machine_words() >= kMachineWords && person <= 1) {
    return person == 0 ? machine_by_words(signs) : either;
  }
  if (person == 0 && signs.of(Sign::kCut) > 0) return {.sound = Sound::kCut};
  if (person == 0 && signs.of(Sign::kBroadcast) > 0) {
    return {.sound = Sound::kNoise, .phrase = signs.phrase(Sign::kBroadcast)};
  }
  if (person == 0 && words >= kPlainTurn && !opens) return either;
  const Sign shown = signs.of(Sign::kLive) > 0 ? Sign::kLive : Sign::kPerson;
  return {.sound = Sound::kWords,
          .life = signs.life(),
          .asks = signs.of(Sign::kAsks) > 0,
          .phrase = signs.phrase(shown)};
}

TurnReading weigh(const Signs& signs, std::string_view text, std::size_t words) {
  if (signs.joke_at_the_end()) {
    return {.sound = Sound::kWords,
            .life = signs.life() + kJokeLife,
            .phrase = signs.phrase(Sign::kJoke)};
  }
  // A screener asks as well as a person does; no other machine asks.
  const bool asks = signs.screener() == 0 && text.find('?') != std::string_view::npos;
  const int person = signs.person() + (asks ? 1 : 0);
  if (signs.machine() > person) return machine(signs);
  if (signs.machine() > 0 && signs.machine() == person)
    return {.sound = Sound::kEither, .life = signs.life()};
  return weigh_words(signs, person, words);
}

}  // namespace

TurnReading read_turn(std::string_view text, std::string_view language) {
  std::vector<std::string> words = folded_words(text);
  if (is_silence(text, words)) return {.sound = Sound::kSilence};
  if (is_noise(text)) return {.sound = Sound::kNoise};
  words.resize(std::min(words.size(), kJudgedWords));
  TurnReading reading = weigh(find_signs(words, language), text, words.size());
  reading.words = words.size();
  return reading;
}

}  // namespace pl::core
