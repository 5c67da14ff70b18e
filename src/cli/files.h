// Files that commands read and write.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace pl::cli {

// kInvalid names the file: it cannot be read, or is larger.
Result<std::string> read_file(const std::string& file, std::size_t bytes_max);

// Whole or not at all, readable by its owner alone: it holds what people told us. Replaces what was
// there.
Result<void> write_private_file(const std::string& file, std::string_view bytes);

// A file that was not there before: kInvalid if it was. Readable by everybody.
Result<void> write_new_file(const std::string& file, std::string_view bytes);

}  // namespace pl::cli
