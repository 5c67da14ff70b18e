// A file of callers, as some spreadsheet wrote it.
#include "base/text.h"
#include "cli/callers_file.h"
#include "cli/csv.h"
#include "entry.h"
#include "host/phone_numbers.h"

namespace pl::fuzz {
namespace {

void check_cells(std::string_view bytes) {
  const auto rows = cli::read_csv(bytes);
  if (!rows) {
    PL_CHECK(rows.error().code == Code::kInvalid);
    return;
  }
  std::string written;
  std::size_t line = 0;
  for (const cli::CsvRow& row : *rows) {
    PL_CHECK(row.line > line && !row.cells.empty() && row.cells.size() <= cli::kCsvColumns);
    line = row.line;
    written += cli::write_csv(row.cells);
  }
  const auto again = cli::read_csv(written);
  PL_CHECK(again && again->size() == rows->size());
  for (std::size_t i = 0; i < rows->size(); ++i) PL_CHECK((*again)[i].cells == (*rows)[i].cells);
}

}  // namespace

void try_bytes(std::string_view bytes) {
  check_cells(bytes);
  static const host::PhoneNumbers numbers;  // reads its tables from memory: slow to make
  const auto callers = cli::read_callers_file(bytes, numbers);
  if (!callers) {
    PL_CHECK(is_utf8(callers.error().message));
    return;
  }
  std::vector<std::map<std::string, std::string>> cells;
  for (const cli::CallerRow& row : *callers) {
    if (row.wrong.empty()) cells.push_back(cli::cells_of(wire::JsonView(row.body)));
  }
  // What was exported can be imported, all of it.
  const auto again = cli::read_callers_file(cli::write_callers_file(cells), numbers);
  PL_CHECK(again && again->size() == cells.size());
  for (const cli::CallerRow& row : *again) PL_CHECK(row.wrong.empty());
}

}  // namespace pl::fuzz
