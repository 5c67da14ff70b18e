#include <gtest/gtest.h>
#include <stdlib.h>

#include <fstream>

#include "line/load.h"

namespace pl::line {
namespace {

namespace fs = std::filesystem;

class FolderSources : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "partyline-folder-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    root_ = pattern;
    fs::create_directories(root_ / "line" / "prompts");
    write("line/prompts/ada.md", "You are Ada.\n");
    write("secret.md", "Not for you.\n");
  }
  void TearDown() override { fs::remove_all(root_); }

  void write(const std::string& path, const std::string& bytes) const {
    std::ofstream(root_ / path, std::ios::binary) << bytes;
  }
  std::optional<std::string> read(const std::string& path) const {
    return folder_sources(root_ / "line", {}, {}).read(path);
  }

  fs::path root_;
};

TEST_F(FolderSources, ReadsFilesOfTheFolder) {
  EXPECT_EQ(read("prompts/ada.md"), "You are Ada.\n");
  EXPECT_EQ(read("prompts/../prompts/ada.md"), "You are Ada.\n");
}

TEST_F(FolderSources, ReadsNothingOutsideOfIt) {
  fs::create_symlink(root_ / "secret.md", root_ / "line" / "link.md");
  fs::create_directory_symlink(root_, root_ / "line" / "up");
  write("line-secret", "The folder's name begins alike.\n");
  EXPECT_EQ(read("../secret.md"), std::nullopt);
  EXPECT_EQ(read((root_ / "secret.md").string()), std::nullopt);
  EXPECT_EQ(read("link.md"), std::nullopt);
  EXPECT_EQ(read("up/secret.md"), std::nullopt);
  EXPECT_EQ(read("../line-secret"), std::nullopt);
}

TEST_F(FolderSources, ReadsNothingThatIsNoFile) {
  EXPECT_EQ(read("missing.md"), std::nullopt);
  EXPECT_EQ(read("prompts"), std::nullopt);
  EXPECT_EQ(read(""), std::nullopt);
  EXPECT_EQ(folder_sources(root_ / "nowhere", {}, {}).read("line.yaml"), std::nullopt);
}

TEST_F(FolderSources, ReadsNothingLargerThanTheLimit) {
  write("line/whole.md", std::string(kFileBytes, 'a'));
  write("line/larger.md", std::string(kFileBytes + 1, 'a'));
  EXPECT_EQ(read("whole.md").value_or("").size(), kFileBytes);
  EXPECT_EQ(read("larger.md"), std::nullopt);
}

}  // namespace
}  // namespace pl::line
