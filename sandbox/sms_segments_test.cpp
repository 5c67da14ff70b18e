#include "sandbox/sms_segments.h"

#include <gtest/gtest.h>

#include <string>

namespace pl::sandbox {
namespace {

std::string times(int count, const std::string& text) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

TEST(SegmentsOf, AreCountedByTheAlphabetThatATextNeeds) {
  struct Case {
    std::string text;
    int segments;
  };
  for (const Case& one :
       {Case{"", 1}, Case{times(160, "a"), 1}, Case{times(161, "a"), 2}, Case{times(306, "a"), 2},
        Case{times(307, "a"), 3}, Case{times(160, "ü"), 1}, Case{times(80, "€"), 1},
        Case{times(81, "€"), 2}, Case{times(70, "ç"), 1}, Case{times(71, "ç"), 2},
        Case{times(134, "ç"), 2}, Case{times(135, "ç"), 3}, Case{times(35, "😀"), 1},
        Case{times(36, "😀"), 2}, Case{times(159, "a") + "ç", 3}, Case{times(1600, "a"), 11}})
    EXPECT_EQ(segments_of(one.text), one.segments) << one.text;
}

}  // namespace
}  // namespace pl::sandbox
