#include "wire/stop_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace pl::wire {
namespace {

constexpr std::size_t kMessageBytes = 256;  // no word is as long, with what may surround it

constexpr std::array<std::u32string_view, 12> kStops = {
    U"stop",   U"stopall", U"unsubscribe", U"end",   U"quit",       U"cancel",
    U"revoke", U"optout",  U"opt out",     U"arret", U"arr\u00EAt", U"arrete"};
constexpr std::array<std::u32string_view, 3> kStarts = {U"start", U"unstop", U"yes"};

char32_t lower(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c - U'A' + U'a';
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 0x20;  // Latin-1
  return c;
}

// Some keyboards write a no-break space, and "opt-out" is "opt out".
bool is_gap(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\r' || c == U'\n' || c == 0xA0 || c == U'-';
}

bool is_mark(char32_t c) {
  constexpr std::u32string_view kMarks = U".,;:!?/\"'\u2026\u00AB\u00BB\u201C\u201D\u2018\u2019";
  return is_gap(c) || kMarks.find(c) != std::u32string_view::npos;
}

// Small letters with one space between words and nothing around them.
std::u32string plain(std::string_view text) {
  std::u32string points = code_points(text);
  const auto first = std::find_if_not(points.begin(), points.end(), is_mark);
  const auto last = std::find_if_not(points.rbegin(), points.rend(), is_mark).base();
  std::u32string words;
  for (auto point = first; point < last; ++point) {
    if (!is_gap(*point)) {
      words += lower(*point);
    } else if (words.back() != U' ') {
      words += U' ';
    }
  }
  return words;
}

template <class Words>
bool contains(const Words& words, std::u32string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

StopWord stop_word(std::string_view text) {
  if (text.size() > kMessageBytes) return StopWord::kNeither;
  const std::u32string word = plain(text);
  if (contains(kStops, word)) return StopWord::kStop;
  if (contains(kStarts, word)) return StopWord::kStart;
  return StopWord::kNeither;
}

}  // namespace pl::wire
