#include "base/json_text.h"

#include <gtest/gtest.h>

namespace pl {
namespace {

using Items = std::optional<std::vector<std::string>>;

TEST(JsonList, IsReadOutOfAText) {
  const auto items = [](const char* text) { return json_list(text); };
  EXPECT_EQ(items(R"(["climbing","baking"])"), (Items{{"climbing", "baking"}}));
  EXPECT_EQ(items(" [ \"a\" ,\n\"b, c\" ] "), (Items{{"a", "b, c"}}));
  EXPECT_EQ(items(R"(["\u00c4hren","\"x\""])"), (Items{{"\u00C4hren", "\"x\""}}));
  EXPECT_EQ(items(R"([1, 2.50, true, null])"), (Items{{"1", "2.50", "true"}}));
  EXPECT_EQ(items("[]"), Items{std::vector<std::string>()});
}

TEST(JsonList, IsNothingThatIsBrokenOrOfAnotherKind) {
  for (const char* text :
       {"", "chess", "[", R"(["a")", R"(["a",])", R"(["a"] b)", R"(["\ud83d"])", R"({"a":1})",
        R"([["a"]])", R"([{"a":1}])", R"("a")", "7", "null", "['a','b']", "[\"\xff\"]"}) {
    EXPECT_FALSE(json_list(text)) << text;
  }
  using namespace std::string_view_literals;
  EXPECT_FALSE(json_list("[]\0x"sv));
  EXPECT_FALSE(json_list(std::string(100'000, '[')));
}

}  // namespace
}  // namespace pl
