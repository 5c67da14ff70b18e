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
  // The bytes, or "why; remedy".
  std::string read(const std::string& path) const { return read_in(root_ / "line", path); }
  static std::string read_in(const fs::path& folder, const std::string& path) {
    const auto bytes = folder_sources(folder, {}, {}).read(path);
    return bytes ? *bytes : bytes.error().why + "; " + bytes.error().remedy;
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
  for (const std::string& path :
       {std::string("../secret.md"), (root_ / "secret.md").string(), std::string("link.md"),
        std::string("up/secret.md"), std::string("../line-secret")}) {
    EXPECT_EQ(read(path),
              "it lies outside of the folder; put it into the folder; a link may not lead out of "
              "it")
        << path;
  }
}

TEST_F(FolderSources, SayWhyAFileCannotBeRead) {
  EXPECT_EQ(read("missing.md"), "No such file or directory; make this file");
  EXPECT_EQ(read("prompts/ada.md/more"), "Not a directory; let this user read it");
  EXPECT_EQ(read("prompts"), "it is no file; write the path of a file");
  EXPECT_EQ(read(""),
            "it lies outside of the folder; put it into the folder; a link may not lead "
            "out of it");
}

TEST_F(FolderSources, SayWhatTheFolderOfALineIs) {
  EXPECT_EQ(
      read_in(root_ / "nowhere", "line.yaml"),
      "No such file or directory; name the folder of a line; `partyline init FOLDER` writes a "
      "new one");
  write("line/line.yaml", "line: desk\n");
  EXPECT_EQ(read_in(root_ / "line" / "line.yaml", "line.yaml"),
            "it is a file, and a line is a folder; name the folder: " + (root_ / "line").string());
  EXPECT_EQ(read_in("/dev/null", "line.yaml"),
            "not a folder; name a folder that this user may read");
}

TEST_F(FolderSources, KnowTheOtherNameThatPeopleGiveToTheFile) {
  EXPECT_EQ(read("line.yaml"), "No such file or directory; make this file");
  write("line/line.yml", "line: desk\n");
  EXPECT_EQ(read("line.yaml"), "No such file or directory; rename line.yml to line.yaml");
}

TEST_F(FolderSources, ReadsNothingLargerThanTheLimit) {
  write("line/whole.md", std::string(kFileBytes, 'a'));
  write("line/larger.md", std::string(kFileBytes + 1, 'a'));
  EXPECT_EQ(read("whole.md").size(), kFileBytes);
  EXPECT_EQ(read("larger.md"),
            "larger than 1048576 bytes; let this user read a file of at most 1 MiB there");
}

}  // namespace
}  // namespace pl::line
