#include "host/suppression_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace pl::host {
namespace {

const core::PhoneNumber kAnna = *core::PhoneNumber::from_e164("+41780000001");
const core::PhoneNumber kBea = *core::PhoneNumber::from_e164("+41780000002");

class SuppressionFiles : public ::testing::Test {
 protected:
  SuppressionFiles() { std::filesystem::remove(file_); }
  ~SuppressionFiles() override { std::filesystem::remove(file_); }

  std::unique_ptr<SuppressionFile> open(const std::string& key = "a key of the tests") {
    auto opened = SuppressionFile::open(file_, key);
    EXPECT_TRUE(opened.has_value());
    return *std::move(opened);
  }
  std::string bytes() const {
    std::ifstream file(file_);
    std::ostringstream all;
    all << file.rdbuf();
    return all.str();
  }

  const std::string file_ = ::testing::TempDir() + "suppressed-" +
                            ::testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST_F(SuppressionFiles, RemembersAcrossARestartWhoAskedToBeLeftAlone) {
  {
    const auto file = open();
    file->note(file->hash_of(kAnna), true);
    file->note(file->hash_of(kBea), true);
    file->note(file->hash_of(kBea), false);
    EXPECT_FALSE(file->has_failed());
  }
  const auto again = open();
  const auto noted = again->noted();
  ASSERT_TRUE(noted.has_value());
  EXPECT_TRUE(noted->at(again->hash_of(kAnna)));
  EXPECT_FALSE(noted->at(again->hash_of(kBea)));
}

TEST_F(SuppressionFiles, HoldsNoNumberAndIsItsOwnersAlone) {
  const auto file = open();
  file->note(file->hash_of(kAnna), true);
  EXPECT_EQ(bytes().find("4178"), std::string::npos);
  struct stat facts {};
  ASSERT_EQ(::stat(file_.c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777, 0600u);
}

TEST_F(SuppressionFiles, AnotherKeyRecognisesNobody) {
  EXPECT_NE(open("one key")->hash_of(kAnna), open("another key")->hash_of(kAnna));
  EXPECT_EQ(open("one key")->hash_of(kAnna), open("one key")->hash_of(kAnna));
}

TEST_F(SuppressionFiles, ALineCutShortByACrashHurtsNoOther) {
  const auto file = open();
  file->note(file->hash_of(kAnna), true);
  std::ofstream(file_, std::ios::app) << "+0123";
  file->note(file->hash_of(kBea), true);
  const auto noted = file->noted();
  ASSERT_TRUE(noted.has_value());
  EXPECT_EQ(noted->size(), 2u);
}

TEST_F(SuppressionFiles, AFileThatCannotBeMadeIsNamed) {
  const auto opened = SuppressionFile::open("/nowhere/at/all", "key");
  ASSERT_FALSE(opened.has_value());
  EXPECT_NE(opened.error().message.find("/nowhere/at/all"), std::string::npos);
}

}  // namespace
}  // namespace pl::host
