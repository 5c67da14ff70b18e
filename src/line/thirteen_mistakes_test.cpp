// A folder with one mistake of every kind that people make.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "line/testing.h"

#include "../../tests/support/source_folder.h"

namespace pl::line {
namespace {

const std::filesystem::path kFolder = pl::testing::test_lines() / "thirteen-mistakes";

std::vector<Complaint> complaints() {
  Sources sources = folder_sources(
      kFolder, [](const std::string&) { return std::nullopt; },
      [](std::string_view zone) { return std::optional(std::string(zone)); });
  sources.folder = "tests/lines/thirteen-mistakes";
  auto line = load(sources);
  return line ? std::vector<Complaint>{} : line.error();
}

TEST(ThirteenMistakes, GiveThirteenComplaintsInTheOrderOfTheFile) {
  std::ifstream file(kFolder / "complaints.txt");
  std::ostringstream expected;
  expected << file.rdbuf();
  EXPECT_EQ(testing::text_of(complaints()), expected.str());
  EXPECT_EQ(complaints().size(), 13U);
}

}  // namespace
}  // namespace pl::line
