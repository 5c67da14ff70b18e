#include "wire/signature.h"

#include <gtest/gtest.h>

#include <vector>

namespace pl::wire {
namespace {

TEST(SameSecret, ComparesWholeSecrets) {
  EXPECT_TRUE(same_secret("s3cret", "s3cret"));
  for (const char* given : {"", "s3cre", "s3crets", "S3cret", "s3cret "}) {
    EXPECT_FALSE(same_secret(given, "s3cret")) << given;
  }
  EXPECT_FALSE(same_secret("", ""));
}

TEST(Sha256Hex, MakesWhatOthersMake) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex(R"({"a":1})"),
            "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862");
}

TEST(IsOneOf, TakesAnyOfThemButNoEmptyOne) {
  const std::vector<std::string> secrets{"current", "", "previous"};
  EXPECT_TRUE(is_one_of("current", secrets));
  EXPECT_TRUE(is_one_of("previous", secrets));
  for (const char* given : {"", "another", "current "})
    EXPECT_FALSE(is_one_of(given, secrets)) << given;
  EXPECT_FALSE(is_one_of("", {}));
}

}  // namespace
}  // namespace pl::wire
