#include "source_folder.h"

namespace pl::testing {

std::filesystem::path source_folder() {
  return PARTYLINE_SOURCE_DIR;
}

std::filesystem::path zone_folder(std::string_view form) {
  return std::filesystem::path(PARTYLINE_ZONES) / form;
}

}  // namespace pl::testing
