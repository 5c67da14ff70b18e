#include "source_folder.h"

namespace pl::testing {

std::filesystem::path source_folder() {
  return PARTYLINE_SOURCE_DIR;
}

}  // namespace pl::testing
