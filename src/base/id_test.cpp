#include "base/id.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <type_traits>
#include <vector>

namespace pl {
namespace {

struct CatKind {
  static constexpr std::string_view prefix = "cat_";
};
struct DogKind {
  static constexpr std::string_view prefix = "dog_";
};
using CatId = Id<CatKind>;
using DogId = Id<DogKind>;

static_assert(!std::is_convertible_v<CatId, DogId> && !std::is_constructible_v<CatId, DogId>);
static_assert(!std::is_convertible_v<std::string, CatId> &&
              !std::is_default_constructible_v<CatId>);

TEST(Id, IsItsPrefixAndTwentySixDigits) {
  EXPECT_EQ(CatId::make(from_ms(0), {0, 0}).text(), "cat_" + std::string(26, '0'));
  EXPECT_EQ(CatId::make(from_ms(0), {0, 31}).text(), "cat_" + std::string(25, '0') + "z");
  EXPECT_EQ(CatId::make(from_ms(0), {0, 32}).text(), "cat_" + std::string(24, '0') + "10");
  EXPECT_EQ(CatId::make(from_ms(1), {0, 0}).text(), "cat_0000000001" + std::string(16, '0'));
  const std::uint64_t all = ~std::uint64_t{0};
  EXPECT_EQ(CatId::make(from_ms(0), {all, all}).text(), "cat_0000000000" + std::string(16, 'z'));
}

TEST(Id, ReadsBackWhatItMade) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 1000; ++i) {
    const auto now = from_ms(static_cast<std::int64_t>(random() % 4'000'000'000'000));
    const CatId made = CatId::make(now, {random(), random()});
    EXPECT_EQ(CatId::parse(made.text()), made);
    EXPECT_FALSE(DogId::parse(made.text()).has_value());
  }
}

TEST(Id, LaterOnesSortAfterEarlierOnes) {
  std::mt19937_64 random(8);
  std::vector<std::string> texts;
  for (std::int64_t ms = 1'770'894'000'000; ms < 1'770'894'001'000; ++ms) {
    texts.push_back(CatId::make(from_ms(ms), {random(), random()}).text());
  }
  EXPECT_TRUE(std::is_sorted(texts.begin(), texts.end()));
}

TEST(Id, RandomnessAloneTellsIdsOfOneInstantApart) {
  const UtcTime now = from_ms(1'770'894'000'000);
  EXPECT_NE(CatId::make(now, {1, 0}), CatId::make(now, {2, 0}));
  EXPECT_NE(CatId::make(now, {0, 1}), CatId::make(now, {0, 2}));
  EXPECT_NE(CatId::make(now, {0, 1ULL << 63U}), CatId::make(now, {0, 0}));
}

TEST(Id, ParseRefusesWhatIsNoId) {
  const std::string digits(26, '0');
  for (const std::string& text :
       {std::string(""), std::string("cat_"), digits, "cat_" + digits + "0",
        "cat_" + digits.substr(1), "CAT_" + digits, "dog_" + digits,
        "cat_" + digits.substr(1) + "A", "cat_" + digits.substr(1) + "i",
        "cat_" + digits.substr(1) + "l", "cat_" + digits.substr(1) + "o",
        "cat_" + digits.substr(1) + "u", "cat_" + digits.substr(1) + std::string(1, '\0'),
        "cat_" + digits.substr(1) + "'", "cat_" + digits.substr(2) + "\xC3\xA4",
        std::string(1'000'000, 'c')}) {
    SCOPED_TRACE(text.substr(0, 40));
    EXPECT_FALSE(CatId::parse(text).has_value());
  }
}

}  // namespace
}  // namespace pl
