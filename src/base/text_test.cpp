#include "base/text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace pl {
namespace {

struct Malformed {
  const char* name;
  std::string bytes;
  std::size_t replacements;
};

std::vector<Malformed> malformed() {
  return {
      {"a continuation alone", "\x80", 1},          {"a lead alone", "\xC3", 1},
      {"a lead before a letter", "\xC3z", 1},       {"overlong slash", "\xC0\xAF", 2},
      {"overlong in three", "\xE0\x80\xAF", 3},     {"overlong in four", "\xF0\x80\x80\xAF", 4},
      {"a surrogate", "\xED\xA0\x80", 3},           {"above the last plane", "\xF4\x90\x80\x80", 4},
      {"a byte that never occurs", "\xFF", 1},      {"five bytes", "\xF8\x88\x80\x80\x80", 5},
      {"cut off in the middle", "\xF0\x9F\x98", 3},
  };
}

TEST(Utf8, MalformedBytesAreReplacedOneByOne) {
  for (const Malformed& c : malformed()) {
    SCOPED_TRACE(c.name);
    EXPECT_FALSE(is_utf8(c.bytes));
    EXPECT_FALSE(is_utf8("fine " + c.bytes));
    const std::u32string points = code_points(c.bytes);
    EXPECT_EQ(std::count(points.begin(), points.end(), U'\uFFFD'),
              static_cast<std::ptrdiff_t>(c.replacements));
    EXPECT_TRUE(is_utf8(to_utf8(points)));
  }
}

TEST(Utf8, CodePointsAndBack) {
  struct Case {
    const char* name;
    std::string text;
    std::u32string points;
  };
  const Case cases[] = {
      {"nothing", "", U""},
      {"plain", "Anna", U"Anna"},
      {"two bytes", "\u00C4\u00DF", U"\u00C4\u00DF"},
      {"three bytes", "\u20AC\uFFFD", U"\u20AC\uFFFD"},
      {"four bytes", "\U0001F600\U0010FFFF", U"\U0001F600\U0010FFFF"},
      {"the edges", "\u007F\u0080\u07FF\u0800\uD7FF\uE000\uFFFF\U00010000",
       U"\u007F\u0080\u07FF\u0800\uD7FF\uE000\uFFFF\U00010000"},
      {"a zero byte", std::string("a\0b", 3), std::u32string(U"a\0b", 3)},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    EXPECT_TRUE(is_utf8(c.text));
    EXPECT_EQ(code_points(c.text), c.points);
    EXPECT_EQ(to_utf8(c.points), c.text);
  }
}

TEST(Utf8, RandomBytesNeverConfuseIt) {
  std::mt19937 random(3);
  for (int i = 0; i < 20'000; ++i) {
    std::string bytes(random() % 12, '\0');
    for (char& c : bytes)
      c = static_cast<char>(random() % 2 == 0 ? 0x80 + random() % 128 : random());
    const std::string mended = to_utf8(code_points(bytes));
    ASSERT_TRUE(is_utf8(mended));
    ASSERT_EQ(is_utf8(bytes), mended == bytes);
  }
}

TEST(Clip, KeepsWholeCodePoints) {
  struct Case {
    std::string text;
    std::size_t limit;
    std::string clipped;
  };
  const Case cases[] = {
      {"", 0, ""},
      {"", 5, ""},
      {"Anna", 0, ""},
      {"Anna", 2, "An"},
      {"Anna", 4, "Anna"},
      {"Anna", 1'000'000'000, "Anna"},
      {"\u00C4\u00D6\u00DC", 2, "\u00C4\u00D6"},
      {"\U0001F600x", 1, "\U0001F600"},
      {"\xFFx", 1, "\xFF"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.text + " to " + std::to_string(c.limit));
    EXPECT_EQ(clip(c.text, c.limit), c.clipped);
  }
}

TEST(Trim, TakesAsciiSpaceFromBothEnds) {
  EXPECT_EQ(trim(""), "");
  EXPECT_EQ(trim(" \t\r\n "), "");
  EXPECT_EQ(trim("a"), "a");
  EXPECT_EQ(trim(" a b\r\n"), "a b");
  EXPECT_EQ(trim("\u00A0a"), "\u00A0a");
}

TEST(LowerAscii, LeavesOtherLettersAlone) {
  EXPECT_EQ(lower_ascii("AbC-XYZ[@`{ 9"), "abc-xyz[@`{ 9");
  EXPECT_EQ(lower_ascii("\u00C4\u0130"), "\u00C4\u0130");
}

TEST(Join, PutsTheSeparatorBetweenOnly) {
  EXPECT_EQ(join({}, ", "), "");
  EXPECT_EQ(join({"a"}, ", "), "a");
  EXPECT_EQ(join({"a", "b", "a"}, ", "), "a, b, a");
  EXPECT_EQ(join({"", ""}, "-"), "-");
}

TEST(Nearest, FindsTheWordThatWasMeant) {
  const std::vector<std::string> known = {"openings", "persona", "minutes", "tools", "on"};
  struct Case {
    const char* word;
    const char* meant;
  };
  const Case cases[] = {{"opening", "openings"}, {"Persona", "persona"}, {"PERSNA", "persona"},
                        {"minuets", "minutes"},  {"tool", "tools"},      {"tools", "tools"},
                        {"elevenlabs", ""},      {"xylophone", ""},      {"no", "on"}};
  for (const Case& c : cases) {
    SCOPED_TRACE(c.word);
    EXPECT_EQ(nearest(c.word, known), c.meant);
  }
  EXPECT_EQ(nearest("anything", {}), "");
}

TEST(Nearest, OfEquallyNearWordsTheFirstWins) {
  EXPECT_EQ(nearest("bat", {"cat", "hat"}), "cat");
}

}  // namespace
}  // namespace pl
