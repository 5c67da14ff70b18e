// Where the project and its lines lie. A small library of its own: no other object file knows a
// folder, so that the compiler's cache serves every clone.
#pragma once

#include <filesystem>

namespace pl::testing {

std::filesystem::path source_folder();

// The lines that ship with the program, and those that are there for tests alone.
inline std::filesystem::path shipped_lines() {
  return source_folder() / "lines";
}
inline std::filesystem::path test_lines() {
  return source_folder() / "tests/lines";
}

}  // namespace pl::testing
