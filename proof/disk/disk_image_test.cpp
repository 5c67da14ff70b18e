#include "disk/disk_image.h"

#include <gtest/gtest.h>

#include <set>

namespace pl::store {
namespace {

std::string bytes_of(const FileImage& file) {
  std::string bytes(file.size(), '?');
  EXPECT_EQ(file.read(0, bytes.data(), bytes.size()), bytes.size());
  return bytes;
}

void write(FileImage& file, std::size_t offset, const std::string& bytes) {
  file.write(offset, bytes.data(), bytes.size());
}

// What a sector is full of; '+' when it holds two kinds.
char kind_of(const std::string& bytes, std::size_t sector) {
  const std::string part = bytes.substr(sector * 512, 512);
  if (part.empty()) return '-';
  return part.find_first_not_of(part[0]) == std::string::npos ? part[0] : '+';
}

TEST(FileImage, ReadsWhatWasWrittenAndZerosBehindTheEnd) {
  FileImage file;
  write(file, 2, "ab");
  EXPECT_EQ(bytes_of(file), std::string("\0\0ab", 4));
  char read[4];
  EXPECT_EQ(file.read(3, read, 4), 1U);
  EXPECT_EQ(std::string(read, 4), std::string("b\0\0\0", 4));
  file.truncate(3);
  EXPECT_EQ(bytes_of(file), std::string("\0\0a", 3));
}

// Over many power losses, each sector that was not synced is seen old, new, in between of two
// writes, and torn; and what was synced is never touched.
TEST(FileImage, LosesSomeOfWhatWasNotSyncedAndNothingElse) {
  std::set<char> kinds;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    FileImage file;
    write(file, 0, std::string(512 * 8, 'a'));
    file.sync();
    write(file, 512, std::string(512 * 2, 'b'));
    write(file, 512, std::string(512 * 2, 'c'));
    DiskRandom random(seed);
    file.lose_power(random);
    const std::string left = bytes_of(file);
    ASSERT_EQ(left.size(), 512U * 8);
    for (const std::size_t synced : {0U, 3U, 4U, 5U, 6U, 7U}) {
      ASSERT_EQ(kind_of(left, synced), 'a');
    }
    kinds.insert(kind_of(left, 1));
    // What is left now is there for good.
    file.lose_power(random);
    ASSERT_EQ(bytes_of(file), left);
  }
  EXPECT_EQ(kinds, (std::set<char>{'a', 'b', 'c', '+'}));
}

TEST(FileImage, LosesItsNewEndOrItsContent) {
  std::set<char> grown;
  std::set<std::size_t> cut;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    DiskRandom random(seed);
    FileImage file;
    write(file, 0, std::string(512, 'a'));
    file.sync();
    write(file, 512, std::string(512, 'b'));
    file.lose_power(random);
    grown.insert(kind_of(bytes_of(file), 1));

    FileImage other;
    write(other, 0, std::string(1024, 'a'));
    other.sync();
    other.truncate(512);
    write(other, 0, "b");
    other.lose_power(random);
    cut.insert(other.size());
    ASSERT_EQ(bytes_of(other).substr(1), std::string(other.size() - 1, 'a'));
  }
  EXPECT_EQ(grown, (std::set<char>{'-', 'b', '\0', '+'}));
  EXPECT_EQ(cut, (std::set<std::size_t>{512, 1024}));
}

TEST(FileImage, IsNotSavedByTheSyncAfterOneThatFailed) {
  std::set<char> kinds;
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    DiskRandom random(seed);
    FileImage file;
    write(file, 0, std::string(512, 'a'));
    file.sync();
    write(file, 0, std::string(512, 'b'));
    file.fail_sync(random);
    file.sync();
    EXPECT_EQ(kind_of(bytes_of(file), 0), 'b');
    file.lose_power(random);
    kinds.insert(kind_of(bytes_of(file), 0));
  }
  EXPECT_TRUE(kinds.contains('a') && kinds.contains('b'));
}

TEST(FolderImage, LosesWhatCameAndWentSinceItWasSynced) {
  std::set<std::string> seen;
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    FolderImage folder;
    folder.create("kept")->sync();
    folder.create("removed")->sync();
    folder.sync();
    EXPECT_TRUE(folder.remove("removed"));
    EXPECT_FALSE(folder.remove("removed"));
    folder.create("new")->sync();
    DiskRandom random(seed);
    folder.lose_power(random);
    EXPECT_TRUE(folder.find("kept"));
    seen.insert(std::string(folder.find("removed") ? "removed " : "") +
                (folder.find("new") ? "new" : ""));
  }
  EXPECT_EQ(seen, (std::set<std::string>{"", "removed ", "new", "removed new"}));
}

}  // namespace
}  // namespace pl::store
