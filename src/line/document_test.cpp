#include "line/document.h"

#include <gtest/gtest.h>

namespace pl::line {
namespace {

std::string repeat(std::string_view part, std::size_t bytes) {
  std::string text;
  while (text.size() + part.size() <= bytes) text += part;
  return text;
}

std::string fault_of(std::string_view bytes) {
  const auto document = parse_document(bytes);
  if (document) return "none";
  return std::to_string(document.error().line) + ": " + document.error().wrong;
}

TEST(Document, RemembersTheLineOfEveryKeyAndItem) {
  const auto document =
      parse_document("a: 1\nb:\n  - x\n  - >-\n    long\n    text\nc: {d: 'e'}\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->find("a")->line, 1);
  const Node* const b = document->find("b");
  EXPECT_EQ(b->line, 2);
  EXPECT_EQ(b->children.at(0).line, 3);
  EXPECT_EQ(b->children.at(1).line, 4);
  EXPECT_EQ(b->children.at(1).text, "long text");
  EXPECT_EQ(document->find("c")->find("d")->line, 7);
}

TEST(Document, TellsPlainScalarsFromQuotedOnes) {
  const auto document = parse_document("{a: 1, b: '1', c: ~, d: }");
  ASSERT_TRUE(document);
  EXPECT_FALSE(document->find("a")->quoted);
  EXPECT_TRUE(document->find("b")->quoted);
  EXPECT_EQ(document->find("c")->kind, Node::Kind::kNull);
  EXPECT_EQ(document->find("d")->kind, Node::Kind::kNull);
}

TEST(Document, KeepsDoubledKeysForTheReaderToRefuse) {
  const auto document = parse_document("a: 1\na: 2\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->children.size(), 2U);
}

TEST(Document, RefusesWhatALineFileHasNoUseFor) {
  EXPECT_EQ(fault_of(""), "1: the file is empty");
  EXPECT_EQ(fault_of("# only a remark\n"), "1: the file is empty");
  EXPECT_EQ(fault_of("a: 1\n---\nb: 2\n"), "3: there is a second document");
  EXPECT_EQ(fault_of("a: &x 1\nb: 2\n"), "1: an anchor (`&name`) is used");
  EXPECT_EQ(fault_of("a: !!int 1\n"), "1: a tag (`!name`) is used");
  EXPECT_EQ(fault_of("? [a]\n: b\n"), "1: a key is a list or a map");
  EXPECT_EQ(fault_of("a: 1\n\"\": 2\n"), "2: a key is empty");
  EXPECT_EQ(fault_of("a: b: c\n"), "1: not readable as YAML: illegal map value");
  EXPECT_EQ(fault_of("a: {b: ${C}, d: e}\n"), "1: not readable as YAML: end of map flow not found");
}

TEST(Document, RefusesBytesThatAreNotText) {
  EXPECT_EQ(fault_of("a: 1\nb: \xFF\n"), "2: the file is not UTF-8 text");
  EXPECT_EQ(fault_of(std::string_view("a: \0b\n", 6)), "1: there is a control character");
  EXPECT_EQ(fault_of("\xFF\xFE"
                     "a"),
            "1: the file is not UTF-8 text");
}

TEST(Document, RefusesABombBeforeItGoesOff) {
  EXPECT_EQ(fault_of("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"),
            "1: an anchor (`&name`) is used");
  EXPECT_EQ(fault_of("a: *b\n").substr(0, 3), "1: ");
}

TEST(Document, BoundsSizeDepthAndCount) {
  EXPECT_EQ(fault_of(std::string(kDocumentBytes + 1, 'a')), "1: the file is larger than 256 kB");
  EXPECT_EQ(fault_of(repeat("- ", 1000)), "1: nested deeper than 12 levels");
  EXPECT_EQ(fault_of(repeat("- a\n", kDocumentBytes)), "20000: more than 20000 values");
  EXPECT_EQ(fault_of(std::string(kKeyBytes + 1, 'k') + ": 1\n"),
            "1: a key is longer than 100 bytes");
}

TEST(Document, SurvivesLongRowsOfEveryPunctuationMark) {
  for (const std::string_view part : {"[", "{", "- ", "? ", "[a,", "{a: ", "a: ", "!", "&a ", "*a ",
                                      "'", "\"", "|\n", "#", "\t", "%", "---\n", "...\n", ": "}) {
    SCOPED_TRACE(part);
    (void)parse_document(repeat(part, kDocumentBytes));
  }
}

}  // namespace
}  // namespace pl::line
