#include "wire/mail_date.h"

#include <gtest/gtest.h>

namespace pl::wire {
namespace {

TEST(ReadMailDate, TakesTheFormsOfHttpAndOfTwilio) {
  struct Case {
    const char* text;
    const char* utc;  // empty: not read
  };
  const Case cases[] = {
      {"Sun, 22 Nov 2026 11:50:30 GMT", "2026-11-22T11:50:30.000Z"},
      {"Sun, 22 Nov 2026 11:50:30 +0000", "2026-11-22T11:50:30.000Z"},
      {"Thu, 29 Feb 2024 23:59:59 +0000", "2024-02-29T23:59:59.000Z"},
      {"Wed, 29 Feb 2023 23:59:59 +0000", ""},
      {"Mon, 22 Nov 2026 11:50:30 +0000", ""},
      {"Sun, 22 Nov 2026 11:50:30 +0100", ""},
      {"Sun, 22 Nov 2026 11:50:30 -0000", ""},
      {"Sun, 22 Nov 2026 11:50:30", ""},
      {"Sun, 22 Nov 2026 11:50:30 +0000 ", ""},
      {"Sun, 22 Nov 2026 11:60:30 +0000", ""},
      {"Sun, 2 Nov 2026 11:50:30 +0000", ""},
      {"22 Nov 2026 11:50:30 +0000", ""},
      {"Sun, 06 Nov 137 GMT", ""},
      {"Sun, 22 Nov 2026 11:50:3a GMT", ""},
      {" GMT", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    const auto time = read_mail_date(c.text);
    EXPECT_EQ(time ? format_utc(*time) : "", c.utc) << c.text;
  }
}

}  // namespace
}  // namespace pl::wire
