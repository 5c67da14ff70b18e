// The line that `partyline init` writes: lines/starter, which is part of the program.
#pragma once

#include <span>
#include <string_view>

namespace pl::cli {

struct StarterFile {
  std::string_view path;  // inside the folder
  std::string_view bytes;
};

std::span<const StarterFile> starter_files();

}  // namespace pl::cli
