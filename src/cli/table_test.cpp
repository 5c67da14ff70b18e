#include "cli/table.h"

#include <gtest/gtest.h>

#include "cli/shown.h"

namespace pl::cli {
namespace {

TEST(Table, ColumnsAreAlignedAndRowsEndWithoutSpaces) {
  Table table({"ID", "NAME", "STAGE"});
  table.add({"1", "Ada", "new"});
  table.add({"22", "Bartholomew", "onboarded"});
  table.add({"333", "", ""});
  EXPECT_EQ(table.text(),
            "ID   NAME         STAGE\n"
            "1    Ada          new\n"
            "22   Bartholomew  onboarded\n"
            "333  -            -\n");
}

TEST(Table, CountsPlacesAndNotBytes) {
  Table table;
  table.add({"Zoë", "x"});
  table.add({"東京", "x"});
  table.add({"Anna", "x"});
  table.add({"e\u0301", "x"});
  EXPECT_EQ(table.text(),
            "Zoë   x\n"
            "東京  x\n"
            "Anna  x\n"
            "e\u0301     x\n");
}

TEST(Table, RowsMayDifferInLength) {
  Table table({"A", "B"});
  table.add({"1"});
  table.add({"1", "2", "3"});
  EXPECT_EQ(table.text(), "A  B\n1\n1  2  3\n");
  EXPECT_EQ(Table().text(), "");
}

TEST(Table, ATerminalIsToldNothingByWhatOthersSaid) {
  EXPECT_EQ(plain("a\x1b[31mred"), "a\uFFFD[31mred");
  EXPECT_EQ(plain("a\r\nb\tc"), "a  b c");
  EXPECT_EQ(plain("\u202Egnp.exe\u009B"), "\uFFFDgnp.exe\uFFFD");
  EXPECT_EQ(plain("bad \xFF byte"), "bad \uFFFD byte");
  Table table;
  table.add({"\x1b]0;title\x07"});
  EXPECT_EQ(table.text().find('\x1b'), std::string::npos);
}

TEST(Shown, ValuesReadAsPeopleWriteThem) {
  struct Case {
    const char* json;
    const char* shown;
  };
  for (const Case& tested : std::vector<Case>{{"null", ""},
                                              {"true", "yes"},
                                              {"false", "no"},
                                              {"-3", "-3"},
                                              {"0.5", "0.5"},
                                              {"\"x\"", "x"},
                                              {R"(["a","b",3])", "a, b, 3"},
                                              {R"({"a":1})", ""}}) {
    SCOPED_TRACE(tested.json);
    const auto document = wire::read_json(tested.json, 1000);
    ASSERT_TRUE(document);
    EXPECT_EQ(shown(*document), tested.shown);
  }
  EXPECT_EQ(shown_time("2026-11-22T13:18:31.570Z"), "2026-11-22T13:18:31Z");
  EXPECT_EQ(shown_time("2026-11-22T14:18:31+01:00"), "2026-11-22T13:18:31Z");
  EXPECT_EQ(shown_time("soon"), "soon");
  EXPECT_EQ(shown_time(""), "");
}

}  // namespace
}  // namespace pl::cli
