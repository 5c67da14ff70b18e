// The words of an enumeration, said once. Beside the enumeration stands
//
//   constexpr auto words_of(Via) {
//     using enum Via;
//     return word_table<Via>({{kNothing, ""}, {kCall, "call"}});
//   }
//
// and its namespace says `using pl::text_of;`. From that follow text_of(via), kEvery<Via> and
// enum_from<Via>("call"). What is forgotten, out of order or there twice does not compile.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace pl {

template <class Enum>
struct Word {
  Enum value;
  std::string_view text;
};

// The compiler writes "(pl::Via)4" for a value that has no enumerator.
template <auto value>
constexpr bool is_enumerator() {
  const std::string_view here = __PRETTY_FUNCTION__;
  return here.find("value = (") == std::string_view::npos;
}

// Enumerators count up from 0 without gaps.
template <class Enum, std::size_t count>
consteval std::array<Word<Enum>, count> word_table(const Word<Enum> (&words)[count]) {
  static_assert(!is_enumerator<static_cast<Enum>(count)>(), "an enumerator has no word");
  for (std::size_t i = 0; i < count; ++i) {
    if (words[i].value != static_cast<Enum>(i)) throw "the words are not in order";
    for (std::size_t j = 0; j < i; ++j) {
      if (words[j].text == words[i].text) throw "a word means two things";
    }
  }
  return std::to_array(words);
}

template <class Enum>
concept HasWords = requires {
  words_of(Enum{});
};

template <HasWords Enum>
inline constexpr auto kWords = words_of(Enum{});

// Every enumerator, in its order.
template <HasWords Enum>
inline constexpr auto kEvery = [] {
  std::array<Enum, kWords<Enum>.size()> every{};
  std::transform(kWords<Enum>.begin(), kWords<Enum>.end(), every.begin(),
                 [](const Word<Enum>& word) { return word.value; });
  return every;
}();

template <HasWords Enum>
constexpr std::string_view text_of(Enum value) {
  return kWords<Enum>[static_cast<std::size_t>(value)].text;
}

// Empty for a text that is none of its words.
template <HasWords Enum>
constexpr std::optional<Enum> enum_from(std::string_view text) {
  for (const Word<Enum>& word : kWords<Enum>) {
    if (word.text == text) return word.value;
  }
  return std::nullopt;
}

}  // namespace pl
