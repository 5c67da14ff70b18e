#include "base/hex.h"

#include <gtest/gtest.h>

namespace pl {
namespace {

using Bytes = std::vector<std::uint8_t>;

TEST(Hex, WritesLowerCaseAndReadsBoth) {
  struct Case {
    Bytes bytes;
    const char* text;
  };
  const Case cases[] = {
      {{}, ""}, {{0}, "00"}, {{0x0F, 0xA0}, "0fa0"}, {{0xDE, 0xAD, 0xBE, 0xEF}, "deadbeef"}};
  for (const Case& c : cases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(to_hex(c.bytes), c.text);
    EXPECT_EQ(from_hex(c.text), c.bytes);
  }
  EXPECT_EQ(from_hex("DeadBEEF"), (Bytes{0xDE, 0xAD, 0xBE, 0xEF}));
}

TEST(Hex, EveryByteComesBack) {
  for (int value = 0; value < 256; ++value) {
    const Bytes bytes{static_cast<std::uint8_t>(value)};
    EXPECT_EQ(from_hex(to_hex(bytes)), bytes);
  }
}

TEST(Hex, RefusesOddLengthsAndOtherDigits) {
  for (const std::string& text :
       {std::string("0"), std::string("abc"), std::string("0g"), std::string("g0"),
        std::string("0x"), std::string(" 0"), std::string("0\0", 2), std::string("\u00E4")}) {
    SCOPED_TRACE(text);
    EXPECT_FALSE(from_hex(text).has_value());
  }
}

}  // namespace
}  // namespace pl
