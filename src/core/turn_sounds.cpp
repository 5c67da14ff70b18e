#include "core/turn_sounds.h"

#include <algorithm>
#include <array>

#include "core/phrases.h"

namespace pl::core {
namespace {

// What transcribers write for tones: "piiiep" is folded to "piep" first.
constexpr std::array<std::string_view, 24> kTones = {
    "bep",  "bip",   "piep",  "pip",  "pi",   "bop",  "tut",   "tu",
    "piip", "bliep", "biep",  "ding", "dong", "ring", "click", "klick",
    "klik", "clic",  "dring", "fax",  "tud",  "pum",  "tic",   "tac"};

// What is sung; a word may look like one, so only three in a row count.
constexpr std::array<std::string_view, 22> kSyllables = {
    "la", "na",   "ba",  "da",  "do",  "di",   "du",   "pa",  "ta",  "ti",  "ra",
    "ha", "tcha", "cha", "bum", "bam", "lala", "nana", "dum", "tra", "doo", "oh"};

constexpr std::array<std::string_view, 27> kHesitations = {
    "uh", "uhm", "um",  "hm",   "m", "mh", "eh",  "ehm", "em", "er", "erm", "ah",   "ahm", "aeh",
    "oh", "euh", "heu", "este", "y", "e",  "mhm", "hum", "ha", "o",  "hem", "ehem", "a"};

// Of a sentence nobody heard; transcribers make "you" of a crackle.
constexpr std::array<std::string_view, 22> kFragments = {
    "you", "the", "and", "of", "to", "a",  "und", "der", "die", "das",  "et",
    "le",  "la",  "les", "de", "il", "di", "el",  "het", "en",  "okay", "ok"};

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

// "eeee" is "e": how long it is held tells nothing.
std::string without_repeats(std::string_view word) {
  std::string once;
  for (const char c : word) {
    if (once.empty() || once.back() != c) once += c;
  }
  return once;
}

bool has_vowel(std::string_view word) {
  return word.find_first_of("aeiouy") != std::string_view::npos;
}

bool is_latin(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// "nanana": the same two letters three times or more.
bool is_sung(std::string_view word) {
  if (word.size() < 6) return false;
  for (std::size_t i = 2; i < word.size(); ++i) {
    if (word[i] != word[i - 2]) return false;
  }
  return word[0] != word[1];
}

// A word that is none: a tone, or only consonants, or only one letter held.
bool is_tone(const std::string& word) {
  const std::string once = without_repeats(word);
  return is_one_of(kTones, once) || is_one_of(kTones, word) ||
         (is_latin(word) && !has_vowel(word)) || (word.size() >= 3 && once.size() == 1) ||
         is_sung(word);
}

bool is_syllable(const std::string& word) {
  return is_tone(word) || is_one_of(kSyllables, word) || word == "oo" || word == "ee";
}

bool is_fragment(const std::vector<std::string>& words) {
  const auto in_one = [](const std::string& word) { return is_one_of(kFragments, word); };
  const bool agrees = words.front() == "okay" || words.front() == "ok";
  return words.size() > (agrees ? 1U : 0U) && std::all_of(words.begin(), words.end(), in_one);
}

bool has_three_syllables_in_a_row(const std::vector<std::string>& words) {
  int row = 0;
  for (const std::string& word : words) {
    row = is_syllable(word) ? row + 1 : 0;
    if (row == 3 || is_sung(word)) return true;
  }
  return false;
}

}  // namespace

bool is_silence(std::string_view text, const std::vector<std::string>& words) {
  if (words.empty()) return text.find_first_of("([<*") == std::string_view::npos;
  return words.size() == 1 && words[0] == "silence";
}

bool is_noise(std::string_view text) {
  const std::vector<std::string> words = folded_words(outside_brackets(text));
  if (words.empty()) return true;
  if (words.size() == 1 && is_one_of(kHesitations, without_repeats(words[0]))) return true;
  if (is_fragment(words)) return true;
  return std::all_of(words.begin(), words.end(), is_tone) || has_three_syllables_in_a_row(words);
}

}  // namespace pl::core
