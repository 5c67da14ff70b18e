#include "base/words.h"

#include <gtest/gtest.h>

namespace pl {
namespace shades {

enum class Shade { kNone, kRed, kGreen };
constexpr auto words_of(Shade) {
  using enum Shade;
  return word_table<Shade>({{kNone, ""}, {kRed, "red"}, {kGreen, "green"}});
}
using pl::text_of;

}  // namespace shades

using shades::Shade;

static_assert(is_enumerator<Shade::kGreen>() && !is_enumerator<static_cast<Shade>(3)>());

TEST(Words, GoBothWays) {
  EXPECT_EQ(text_of(Shade::kGreen), "green");
  EXPECT_EQ(shades::text_of(Shade::kNone), "");
  EXPECT_EQ(enum_from<Shade>("red"), Shade::kRed);
  EXPECT_EQ(enum_from<Shade>(""), Shade::kNone);
  for (const char* word : {"Red", "red ", "re", "blue"}) {
    EXPECT_EQ(enum_from<Shade>(word), std::nullopt) << word;
  }
  EXPECT_EQ(kEvery<Shade>, (std::array{Shade::kNone, Shade::kRed, Shade::kGreen}));
}

}  // namespace pl
