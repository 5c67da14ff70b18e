#include "wire/base64.h"

#include <gtest/gtest.h>

namespace pl::wire {
namespace {

std::vector<std::uint8_t> bytes(std::string_view text) {
  return {text.begin(), text.end()};
}

TEST(Base64, WritesAndReadsWhatTheStandardShows) {
  const std::pair<const char*, const char*> examples[] = {{"", ""},
                                                          {"f", "Zg=="},
                                                          {"fo", "Zm8="},
                                                          {"foo", "Zm9v"},
                                                          {"foob", "Zm9vYg=="},
                                                          {"fooba", "Zm9vYmE="},
                                                          {"foobar", "Zm9vYmFy"}};
  for (const auto& [plain, encoded] : examples) {
    EXPECT_EQ(to_base64(bytes(plain)), encoded);
    EXPECT_EQ(from_base64(encoded), bytes(plain)) << encoded;
  }
  const std::vector<std::uint8_t> high = {0xFB, 0xEF, 0xFF, 0x00};
  EXPECT_EQ(to_base64(high), "++//AA==");
  EXPECT_EQ(from_base64("++//AA=="), high);
}

TEST(Base64, RefusesEveryOtherSpelling) {
  for (const char* text : {"Zg", "Zg=", "Zg===", "Zm8", "Zm9v====", "Z", "=", "====", "Zg==Zg==",
                           "Zm9v\n", " Zm9v", "Zm 9v", "Zm9-", "Zm9_", "Zh==", "Zm9="}) {
    EXPECT_EQ(from_base64(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace pl::wire
