// Where the project and its lines lie. A small library of its own: no other object file knows a
// folder, so that the compiler's cache serves every clone.
#pragma once

#include <filesystem>
#include <string_view>

namespace pl::testing {

std::filesystem::path source_folder();

// The lines that ship with the program, and those that are there for tests alone.
inline std::filesystem::path shipped_lines() {
  return source_folder() / "lines";
}
inline std::filesystem::path test_lines() {
  return source_folder() / "tests/lines";
}

// The zone data of tests/zoneinfo, compiled: with changes of clocks as rules, or listed until 2037.
std::filesystem::path zone_folder(std::string_view form = "slim");

}  // namespace pl::testing
