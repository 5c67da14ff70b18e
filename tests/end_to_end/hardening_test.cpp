// How the program that was built defends itself against mistakes in it, read from its ELF file.
#include <elf.h>
#include <gtest/gtest.h>

#include <cstring>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "stage.h"

namespace pl::testing {
namespace {

// A 64-bit ELF file, trusted: it is our own.
class Elf {
 public:
  explicit Elf(const std::string& file) : bytes_(read_file(file)), head_(at<Elf64_Ehdr>(0)) {}

  const Elf64_Ehdr& head() const { return head_; }
  std::vector<Elf64_Phdr> segments(Elf64_Word type) const {
    std::vector<Elf64_Phdr> found;
    for (std::size_t i = 0; i < head_.e_phnum; ++i) {
      const auto segment = at<Elf64_Phdr>(head_.e_phoff + i * sizeof(Elf64_Phdr));
      if (segment.p_type == type) found.push_back(segment);
    }
    return found;
  }
  // The values of one kind of entry of the dynamic section.
  std::vector<std::uint64_t> dynamic(Elf64_Sxword tag) const {
    std::vector<std::uint64_t> found;
    for (const Elf64_Phdr& table : segments(PT_DYNAMIC)) {
      for (std::size_t i = 0; i < table.p_filesz; i += sizeof(Elf64_Dyn)) {
        const auto entry = at<Elf64_Dyn>(table.p_offset + i);
        if (entry.d_tag == tag) found.push_back(entry.d_un.d_val);
      }
    }
    return found;
  }
  bool has_flag(Elf64_Sxword tag, std::uint64_t flag) const {
    const auto flags = dynamic(tag);
    return flags.size() == 1 && (flags.front() & flag) != 0;
  }
  // The names that other libraries are asked for.
  std::set<std::string> imports() const {
    std::set<std::string> names;
    for (const Elf64_Shdr& table : sections(SHT_DYNSYM)) {
      const auto texts = section(table.sh_link);
      for (std::size_t i = 0; i < table.sh_size; i += sizeof(Elf64_Sym)) {
        const auto symbol = at<Elf64_Sym>(table.sh_offset + i);
        if (symbol.st_shndx == SHN_UNDEF) names.insert(text(texts.sh_offset + symbol.st_name));
      }
    }
    return names;
  }
  // The first bytes of a function of that name; empty if there is none.
  std::string code_of(std::string_view name, std::size_t size) const {
    for (const Elf64_Shdr& table : sections(SHT_SYMTAB)) {
      const auto texts = section(table.sh_link);
      for (std::size_t i = 0; i < table.sh_size; i += sizeof(Elf64_Sym)) {
        const auto symbol = at<Elf64_Sym>(table.sh_offset + i);
        if (text(texts.sh_offset + symbol.st_name) != name) continue;
        const auto of = section(symbol.st_shndx);
        return bytes_.substr(symbol.st_value - of.sh_addr + of.sh_offset, size);
      }
    }
    return {};
  }

 private:
  template <class T>
  T at(std::size_t offset) const {
    T value{};
    if (offset + sizeof value <= bytes_.size()) {
      std::memcpy(&value, bytes_.data() + offset, sizeof value);
    }
    return value;
  }
  std::string text(std::size_t offset) const {
    return offset < bytes_.size() ? std::string(bytes_.c_str() + offset) : std::string();
  }
  Elf64_Shdr section(std::size_t index) const {
    return at<Elf64_Shdr>(head_.e_shoff + index * sizeof(Elf64_Shdr));
  }
  std::vector<Elf64_Shdr> sections(Elf64_Word type) const {
    std::vector<Elf64_Shdr> found;
    for (std::size_t i = 0; i < head_.e_shnum; ++i) {
      if (section(i).sh_type == type) found.push_back(section(i));
    }
    return found;
  }

  const std::string bytes_;
  const Elf64_Ehdr head_;
};

const Elf& program() {
  static const Elf elf(PARTYLINE_BINARY);
  return elf;
}

TEST(Hardening, TheProgramLiesAtAnotherAddressEachTime) {
  ASSERT_EQ(std::memcmp(program().head().e_ident, ELFMAG, SELFMAG), 0);
  EXPECT_EQ(program().head().e_type, ET_DYN);
  EXPECT_TRUE(program().has_flag(DT_FLAGS_1, DF_1_PIE));
}

TEST(Hardening, WhatTheLinkerFilledInIsReadOnlyBeforeTheProgramStarts) {
  EXPECT_EQ(program().segments(PT_GNU_RELRO).size(), 1U);
  EXPECT_TRUE(program().has_flag(DT_FLAGS, DF_BIND_NOW));
  EXPECT_TRUE(program().has_flag(DT_FLAGS_1, DF_1_NOW));
}

TEST(Hardening, NothingThatCanBeWrittenCanBeRun) {
  const auto stack = program().segments(PT_GNU_STACK);
  ASSERT_EQ(stack.size(), 1U);
  EXPECT_EQ(stack[0].p_flags & PF_X, 0U);
  const auto loaded = program().segments(PT_LOAD);
  ASSERT_FALSE(loaded.empty());
  for (const Elf64_Phdr& segment : loaded) {
    EXPECT_NE(segment.p_flags & (PF_W | PF_X), Elf64_Word{PF_W | PF_X});
  }
}

TEST(Hardening, LibrariesComeFromTheSystemAlone) {
  EXPECT_FALSE(program().dynamic(DT_NEEDED).empty());
  EXPECT_TRUE(program().dynamic(DT_RPATH).empty());
  EXPECT_TRUE(program().dynamic(DT_RUNPATH).empty());
  EXPECT_TRUE(program().has_flag(DT_FLAGS_1, DF_1_NOOPEN)) << "nor may it be loaded as one";
}

TEST(Hardening, AnOverflowIsNoticed) {
  const auto imports = program().imports();
  EXPECT_TRUE(imports.contains("__stack_chk_fail"));
  std::set<std::string> checked;
  for (const std::string& name : imports) {
    if (name.starts_with("__") && name.ends_with("_chk")) checked.insert(name);
  }
  // Without optimisation the compiler checks no sizes.
  EXPECT_EQ(checked.empty(), PARTYLINE_FORTIFIED == 0) << ::testing::PrintToString(checked);
}

#if defined(__x86_64__)
// Whether the processor enforces it is the system's: the start files of Debian 12 do not ask for
// it.
TEST(Hardening, FunctionsMarkWhereTheyMayBeJumpedTo) {
  EXPECT_EQ(program().code_of("main", 4), "\xf3\x0f\x1e\xfa") << "endbr64";
}
#endif

}  // namespace
}  // namespace pl::testing
