#include "host/secrets.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace pl::host {
namespace {

class KeptSecret : public ::testing::Test {
 protected:
  KeptSecret() { std::filesystem::create_directories(folder_); }
  ~KeptSecret() override { std::filesystem::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& text, mode_t mode) const {
    std::string file = folder_ + "/" + name;
    std::ofstream(file) << text;
    ::chmod(file.c_str(), mode);
    return file;
  }

  const std::string folder_ =
      ::testing::TempDir() + "partyline-kept-secret-" + std::to_string(::getpid());
};

TEST_F(KeptSecret, IsMadeOnceForItsOwnerAlone) {
  const std::string file = folder_ + "/key";
  const auto made = kept_secret(file);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->size(), 3U + 64U);
  struct stat facts {};
  ASSERT_EQ(::stat(file.c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777, 0600U);
  EXPECT_EQ(*kept_secret(file), *made);
}

TEST_F(KeptSecret, IsNoDirectory) {
  for (const auto& kept : {kept_secret(folder_), read_secret(folder_)}) {
    ASSERT_FALSE(kept);
    EXPECT_EQ(kept.error().message, folder_ + ": Is a directory");
  }
}

TEST_F(KeptSecret, ThatOthersMayReadIsRefused) {
  for (const auto& [text, mode] :
       std::vector<std::pair<std::string, mode_t>>{{"pl_0123456789abcdef", 0644}, {"", 0600}}) {
    const std::string file = write("key", text, mode);
    const auto kept = kept_secret(file);
    ASSERT_FALSE(kept);
    EXPECT_NE(kept.error().message.find(file), std::string::npos);
  }
}

}  // namespace
}  // namespace pl::host
