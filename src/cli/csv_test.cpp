#include "cli/csv.h"

#include <gtest/gtest.h>

namespace pl::cli {
namespace {

using namespace std::string_literals;

// "a|b 1" : the cells, and the line that the row begins at.
std::string rows_shown(const std::vector<CsvRow>& rows) {
  std::string all;
  for (const CsvRow& row : rows) {
    for (const std::string& cell : row.cells) all += "[" + cell + "]";
    all += "@" + std::to_string(row.line) + " ";
  }
  return all;
}

TEST(Csv, IsReadAsRfc4180HasIt) {
  struct Case {
    const char* name;
    std::string bytes;
    std::string rows;
  };
  for (const Case& tested : std::vector<Case>{
           {"nothing", "", ""},
           {"one cell", "a", "[a]@1 "},
           {"two rows", "a,b\nc,d\n", "[a][b]@1 [c][d]@2 "},
           {"no line break at the end", "a,b\nc,d", "[a][b]@1 [c][d]@2 "},
           {"CRLF", "a,b\r\nc,d\r\n", "[a][b]@1 [c][d]@2 "},
           {"both line breaks", "a\r\nb\nc", "[a]@1 [b]@2 [c]@3 "},
           {"byte-order mark", "\xEF\xBB\xBF"s + "a,b\n", "[a][b]@1 "},
           {"empty cells", ",\n,,", "[][]@1 [][][]@2 "},
           {"spaces stay", " a , b ", "[ a ][ b ]@1 "},
           {"quotes", "\"a\",\"b\"\n", "[a][b]@1 "},
           {"a comma in quotes", "\"a,b\",c", "[a,b][c]@1 "},
           {"a quote in quotes", "\"say \"\"hi\"\"\",c", "[say \"hi\"][c]@1 "},
           {"nothing in quotes", "\"\"\n", "[]@1 "},
           {"only a quote", "\"\"\"\"", "[\"]@1 "},
           {"a line break in quotes", "\"a\nb\",c\nd,e", "[a\nb][c]@1 [d][e]@3 "},
           {"CRLF in quotes stays", "\"a\r\nb\"\r\nd", "[a\r\nb]@1 [d]@3 "},
           {"empty lines are passed over", "a\n\n\r\nb\n\n", "[a]@1 [b]@4 "},
           {"ends after a comma", "a,", "[a][]@1 "},
           {"other letters", "Zoë,東京\n", "[Zoë][東京]@1 "},
           {"rows of other lengths", "a,b\nc\n", "[a][b]@1 [c]@2 "},
       }) {
    SCOPED_TRACE(tested.name);
    const auto rows = read_csv(tested.bytes);
    ASSERT_TRUE(rows) << rows.error().message;
    EXPECT_EQ(rows_shown(*rows), tested.rows);
  }
}

TEST(Csv, ABrokenFileNamesItsLineAndNeverWhatStandsThere) {
  struct Case {
    const char* name;
    std::string bytes;
    std::string begins;
  };
  for (const Case& tested : std::vector<Case>{
           {"a quote inside", "a\nsecret\"x\n", "line 2: a quote inside"},
           {"a space before the quote", "a, \"b\"\n", "line 1: a quote inside"},
           {"text after the quote", "\"secret\"x,b\n", "line 1: something follows"},
           {"a quote that stays open", "a\nb\n\"secret\n\n\n", "line 3: a quote is opened here"},
           {"a lone CR", "a\rb\n", "line 1: a carriage return"},
           {"a lone CR at the end", "a\r", "line 1: a carriage return"},
           {"a zero byte", "a\n"s + "b\0c"s, "line 2: a zero byte"},
           {"not UTF-8", "a\nZo\xEB\n", "line 2: not UTF-8"},
           {"not UTF-8 in quotes", "\"Zo\xEB\"", "line 1: not UTF-8"},
           {"UTF-16", "\xFF\xFE"s + "a\0"s, "line 1: a zero byte"},
           {"a long cell", "a\n" + std::string(kCsvCellBytes + 1, 'x'), "line 2: a cell of more"},
           {"many cells", std::string(kCsvColumns, ','), "line 1: more than 200 cells"},
       }) {
    SCOPED_TRACE(tested.name);
    const auto rows = read_csv(tested.bytes);
    ASSERT_FALSE(rows);
    EXPECT_EQ(rows.error().code, Code::kInvalid);
    EXPECT_TRUE(rows.error().message.starts_with(tested.begins)) << rows.error().message;
    EXPECT_EQ(rows.error().message.find("secret"), std::string::npos);
  }
}

TEST(Csv, HasLimitsThatAFileMayReach) {
  EXPECT_TRUE(read_csv(std::string(kCsvCellBytes, 'x')));
  EXPECT_TRUE(read_csv(std::string(kCsvColumns - 1, ',')));
  std::string rows;
  for (std::size_t i = 0; i < kCsvRows; ++i) rows += "x\n";
  EXPECT_TRUE(read_csv(rows));
  EXPECT_FALSE(read_csv(rows + "x"));
  EXPECT_TRUE(read_csv(std::string(kCsvBytes, '\n')));
  EXPECT_FALSE(read_csv(std::string(kCsvBytes + 1, '\n')));
}

TEST(Csv, WhatIsWrittenIsReadBack) {
  const std::vector<std::string> cells{"plain", "",     "a,b", "say \"hi\"", "two\nlines",
                                       " x ",   "\r\n", "Zoë", "\""};
  EXPECT_EQ(write_csv({"a", "b,c", "d\"e", " f"}), "a,\"b,c\",\"d\"\"e\",\" f\"\r\n");
  const auto rows = read_csv(write_csv(cells) + write_csv({"next"}));
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->size(), 2u);
  EXPECT_EQ(rows->front().cells, cells);
  for (const char* odd : {"", "\xef\xbb\xbfmarked"}) {
    const auto alone = read_csv(write_csv({odd}));
    ASSERT_TRUE(alone && alone->size() == 1U) << odd;
    EXPECT_EQ(alone->front().cells, std::vector<std::string>{odd});
  }
}

}  // namespace
}  // namespace pl::cli
