// Whole files, and why one cannot be had: in the words of the system, the same everywhere.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace pl::host {

// "FILE: Permission denied", from errno. kNotFound where there is no such file, else kInvalid.
Error file_error(const std::string& file);

// An error is that of file_error(), also for a directory, or kInvalid for a larger file.
Result<std::string> read_file(const std::string& file, std::size_t bytes_max);
// The same, where an error is the reason alone: for those who name the file in their own way.
Result<std::string> read_bytes(const std::string& file, std::size_t bytes_max);

// Whole or not at all, readable by its owner alone: it holds what people told us. Replaces what was
// there.
Result<void> write_private_file(const std::string& file, std::string_view bytes);

// A file that was not there before: kInvalid if it was. Readable by everybody.
Result<void> write_new_file(const std::string& file, std::string_view bytes);

}  // namespace pl::host
