// Comma-separated values, as RFC 4180 has them. Reading is strict: two programs that repair a
// broken file repair it in two ways, and here a cell is a phone number to ring.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace pl::cli {

inline constexpr std::size_t kCsvBytes = 32 * 1024 * 1024;
inline constexpr std::size_t kCsvRows = 100'000;  // with the header
inline constexpr std::size_t kCsvColumns = 200;
inline constexpr std::size_t kCsvCellBytes = 8 * 1024;

struct CsvRow {
  std::size_t line = 0;  // where it begins, from 1
  std::vector<std::string> cells;
};

// Rows end with CRLF or LF, the last one may end with the file; empty lines are passed over. A
// byte-order mark is taken off. kInvalid names the line, never what stands there: bytes that are
// not UTF-8, a quote where none may be, a lone CR, too much of anything.
Result<std::vector<CsvRow>> read_csv(std::string_view bytes);

// One row with its CRLF; cells are quoted where they must be.
std::string write_csv(const std::vector<std::string>& cells);

}  // namespace pl::cli
