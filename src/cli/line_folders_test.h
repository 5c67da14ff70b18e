// Line folders on the disk, for tests of commands that read them.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "line/testing.h"

namespace pl::cli {

class LineFolders : public ::testing::Test {
 protected:
  LineFolders() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    root_ = std::filesystem::path(::testing::TempDir()) /
            (std::string("partyline-") + test->name() + "-" + std::to_string(::getpid()));
  }
  ~LineFolders() override { std::filesystem::remove_all(root_); }

  std::string path(const std::string& name) const { return root_ / name; }

  std::string write(const std::string& name, const line::testing::Folder& folder) const {
    for (const auto& [file, bytes] : folder.files) {
      const std::filesystem::path whole = root_ / name / file;
      std::filesystem::create_directories(whole.parent_path());
      std::ofstream(whole, std::ios::binary) << bytes;
    }
    return path(name);
  }

  static std::optional<std::string> find_zone(std::string_view zone) {
    return zone == "Europe/Zurich" ? std::optional(std::string(zone)) : std::nullopt;
  }

 private:
  std::filesystem::path root_;
};

}  // namespace pl::cli
