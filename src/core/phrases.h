// Finds phrases in what somebody said, however a transcriber spelt it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pl::core {

// The words of a text without what spellings differ in: case, accents, width, ligatures, invisible
// characters and punctuation. "Straße", "STRASSE" and "strasse" are one word, and so are "can't",
// "can’t" and "cant"; "l'appel" and "e-mail" are two. Where a script writes no spaces (Japanese,
// Chinese, Thai), every character is a word.
std::vector<std::string> folded_words(std::string_view text);

// A phrase to look for, on the borders of words. It is written as people write, and:
//   tone|beep    one of these; "can-not|cannot": a word of an alternative may be several
//   record*      any word that begins so; *box: that ends so; *box*: that holds it
//   #            a number in digits
//   _            up to three words, whatever they are
//   ^ and $      the text begins, or ends, here
class Phrase {
 public:
  explicit Phrase(std::string_view written);

  // Where it ends for the last time, counted in words; empty where it does not stand.
  std::optional<std::size_t> last_in(const std::vector<std::string>& words) const;
  bool is_in(const std::vector<std::string>& words) const { return last_in(words).has_value(); }

  // Its first alternatives, folded: "leave ... message". For people to read.
  std::string shown() const;

 private:
  struct Word {
    std::string text;
    bool any_before = false;
    bool any_after = false;

    bool fits(std::string_view word) const;
  };
  using Wording = std::vector<Word>;
  struct Step {
    enum class Kind { kOneOf, kGap, kBegin, kEnd };
    Kind kind = Kind::kOneOf;
    std::vector<Wording> wordings;  // of kOneOf
  };

  static Step read_step(std::string_view item);
  // Where it ends, from its step `step` on, if that begins at word `at`.
  std::optional<std::size_t> end_of(const std::vector<std::string>& words, std::size_t at,
                                    std::size_t step) const;

  std::vector<Step> steps_;
};

}  // namespace pl::core
