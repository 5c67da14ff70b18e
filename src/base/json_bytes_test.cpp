#include "base/json_bytes.h"

#include <gtest/gtest.h>

#include <string>

#include "base/text.h"

namespace pl {
namespace {

// Long enough for blocks, single bytes behind them, and both.
constexpr std::size_t kLongest = 150;

TEST(JsonBytes, EndAtTheFirstThatIsEscaped) {
  for (const char odd : {'"', '\\', '\n', '\0', '\x1f'}) {
    for (std::size_t length = 0; length <= kLongest; ++length) {
      for (std::size_t at = 0; at < length; ++at) {
        std::string text(length, 'a');
        text[at] = odd;
        EXPECT_EQ(unescaped_prefix(text), at) << "of " << length;
      }
    }
  }
}

TEST(JsonBytes, AreAllOfATextThatNeedsNoEscape) {
  for (const char plain : {' ', '!', '#', '[', ']', '\x7f', '\x80', '\xff'}) {
    for (std::size_t length = 0; length <= kLongest; ++length) {
      EXPECT_EQ(unescaped_prefix(std::string(length, plain)), length);
    }
  }
}

TEST(Utf8, EndsWhereItIsMalformedWhereverThatIs) {
  for (std::size_t length = 1; length <= kLongest; ++length) {
    for (std::size_t at = 0; at < length; ++at) {
      std::string text(length, 'a');
      text[at] = '\xff';
      EXPECT_EQ(utf8_prefix(text), at) << "of " << length;
    }
  }
}

}  // namespace
}  // namespace pl
