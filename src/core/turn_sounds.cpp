#include "core/turn_sounds.h"

#include <algorithm>
#include <array>

#include "core/phrases.h"

namespace pl::core {
namespace {

// Letters that a transcriber writes for what is no word: "krr", "tuut", "piiiep", "bzzz".
constexpr std::array<std::string_view, 41> kTones = {
    "beep", "bip",  "biip",   "piep",  "pip",    "bop",   "boop", "tut",   "tuut",  "tuuut", "tu",
    "tuu",  "krr",  "krrr",   "kr",    "krk",    "bzz",   "bzzz", "brr",   "zzz",   "sss",   "ssss",
    "shh",  "pss",  "fff",    "ding",  "dong",   "dring", "ring", "click", "klick", "klik",  "la",
    "na",   "lala", "nanana", "trala", "lalala", "tra",   "pi",   "fax"};

constexpr std::array<std::string_view, 30> kHesitations = {
    "uh",  "uhm", "um",   "hm",  "hmm", "mm",  "mmm", "mh",  "eh",  "ehm",
    "em",  "er",  "erm",  "ah",  "ahm", "aeh", "ahh", "oh",  "euh", "heu",
    "heh", "ehh", "este", "eeh", "yyy", "eee", "mhm", "hum", "ha",  "o"};

template <class Words>
bool is_one_of(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// `text` without what stands in brackets of any shape, as transcribers mark noise.
std::string outside_brackets(std::string_view text) {
  std::string outside;
  int depth = 0;
  for (const char c : text) {
    if (c == '(' || c == '[' || c == '<' || c == '{' || (c == '*' && depth == 0)) {
      ++depth;
    } else if (c == ')' || c == ']' || c == '>' || c == '}' || c == '*') {
      depth = std::max(0, depth - 1);
    } else if (depth == 0) {
      outside += c;
    }
  }
  return outside;
}

}  // namespace

bool is_silence(std::string_view text, const std::vector<std::string>& words) {
  if (words.empty()) return text.find_first_of("([<*") == std::string_view::npos;
  return words.size() == 1 && words[0] == "silence";
}

bool is_noise(std::string_view text, const std::vector<std::string>& words) {
  const std::vector<std::string> spoken = folded_words(outside_brackets(text));
  if (spoken.empty()) return !words.empty() || !text.empty();
  if (spoken.size() == 1 && is_one_of(kHesitations, spoken[0])) return true;
  return std::all_of(spoken.begin(), spoken.end(),
                     [](const std::string& word) { return is_one_of(kTones, word); });
}

}  // namespace pl::core
