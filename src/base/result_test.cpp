#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>

namespace pl {
namespace {

Result<int> half(int number) {
  if (number % 2 != 0) return fail(Code::kInvalid, "give an even number");
  return number / 2;
}

Result<int> quarter(int number) {
  PL_TRY(const int once, half(number));
  PL_TRY(const int twice, half(once));
  return twice;
}

Result<void> even(int number) {
  PL_DO(half(number));
  return {};
}

TEST(Result, TryNamesTheValueOrReturnsTheError) {
  EXPECT_EQ(quarter(12).value(), 3);
  ASSERT_FALSE(quarter(6).has_value());
  EXPECT_EQ(quarter(6).error(), (Error{Code::kInvalid, "give an even number"}));
}

TEST(Result, DoPassesTheErrorOn) {
  EXPECT_TRUE(even(2).has_value());
  ASSERT_FALSE(even(3).has_value());
  EXPECT_EQ(even(3).error().code, Code::kInvalid);
}

TEST(Result, ValuesThatCannotBeCopiedAreMovedOut) {
  const auto make = []() -> Result<std::unique_ptr<int>> { return std::make_unique<int>(7); };
  const auto use = [&]() -> Result<int> {
    PL_TRY(const auto made, make());
    return *made;
  };
  EXPECT_EQ(use().value(), 7);
}

}  // namespace
}  // namespace pl
