#include "host/files.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace pl::host {
namespace {

namespace fs = std::filesystem;

class Files : public ::testing::Test {
 protected:
  Files() { fs::create_directories(folder_); }
  ~Files() override { fs::remove_all(folder_); }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  std::string put(const std::string& name, const std::string& bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
  }

  const fs::path folder_ =
      fs::temp_directory_path() / ("partyline-files-" + std::to_string(::getpid()));
};

TEST_F(Files, AreReadWholeUpToALimit) {
  const std::string bytes = std::string("a\0b\n", 4) + std::string(70'000, 'x');
  const std::string file = put("whole", bytes);
  EXPECT_EQ(read_file(file, bytes.size()).value_or(""), bytes);
  const auto larger = read_file(file, bytes.size() - 1);
  ASSERT_FALSE(larger);
  EXPECT_EQ(larger.error().message, file + ": larger than 70003 bytes");
  EXPECT_EQ(read_file(put("empty", ""), 0).value_or("none"), "");
}

TEST_F(Files, ThatCannotBeReadSayWhy) {
  struct Case {
    std::string file;
    Code code;
    const char* why;
  };
  for (const Case& c :
       std::vector<Case>{{path("missing"), Code::kNotFound, "No such file or directory"},
                         {path(""), Code::kInvalid, "Is a directory"},
                         {put("file", "x") + "/below", Code::kInvalid, "Not a directory"},
                         {path(std::string(300, 'a')), Code::kInvalid, "File name too long"}}) {
    const auto read = read_file(c.file, 10);
    ASSERT_FALSE(read) << c.file;
    EXPECT_EQ(read.error().message, c.file + ": " + c.why);
    EXPECT_EQ(read.error().code, c.code) << c.file;
  }
}

TEST_F(Files, OfMeAloneAreReplacedWholeAndNewOnesReplaceNothing) {
  const std::string file = put("private", "before");
  fs::permissions(file, fs::perms(0644));
  ASSERT_TRUE(write_private_file(file, "after"));
  EXPECT_EQ(read_file(file, 10).value_or(""), "after");
  EXPECT_EQ(fs::status(file).permissions(), fs::perms(0600));
  const auto there = write_new_file(file, "again");
  ASSERT_FALSE(there);
  EXPECT_EQ(there.error().message, file + ": File exists");
  EXPECT_EQ(read_file(file, 10).value_or(""), "after");
}

}  // namespace
}  // namespace pl::host
