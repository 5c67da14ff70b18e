#include "cli/csv.h"

#include <fmt/format.h>

#include "base/text.h"

namespace pl::cli {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  Result<std::vector<CsvRow>> read() {
    while (!rest_.empty()) {
      if (const std::size_t bytes = empty_line(); bytes > 0) {
        rest_.remove_prefix(bytes);
        ++line_;
        continue;
      }
      PL_TRY(CsvRow row, read_row());
      if (rows_.size() == kCsvRows) return wrong(fmt::format("more than {} rows", kCsvRows));
      rows_.push_back(std::move(row));
    }
    return std::move(rows_);
  }

 private:
  tl::unexpected<Error> wrong(std::string_view what) const {
    return fail(Code::kInvalid, fmt::format("line {}: {}", line_, what));
  }

  std::size_t empty_line() const {
    if (rest_.front() == '\n') return 1;
    return rest_.starts_with("\r\n") ? 2 : 0;
  }

  // Takes the row with the line break behind it.
  Result<CsvRow> read_row() {
    CsvRow row{.line = line_, .cells = {}};
    while (true) {
      PL_TRY(std::string cell, rest_.starts_with('"') ? read_quoted() : read_bare());
      if (row.cells.size() == kCsvColumns) {
        return wrong(fmt::format("more than {} cells", kCsvColumns));
      }
      row.cells.push_back(std::move(cell));
      if (rest_.starts_with(',')) {
        rest_.remove_prefix(1);
        continue;
      }
      if (rest_.starts_with('\r')) {
        rest_.remove_prefix(1);
        if (!rest_.starts_with('\n')) return wrong("a carriage return without a line feed");
      }
      if (!rest_.empty()) rest_.remove_prefix(1);
      ++line_;
      return row;
    }
  }

  Result<std::string> read_bare() {
    const std::string_view cell = rest_.substr(0, rest_.find_first_of(",\r\n"));
    if (cell.find('"') != std::string_view::npos) {
      return wrong("a quote inside a cell; put the whole cell into quotes, and double its own");
    }
    rest_.remove_prefix(cell.size());
    return checked(std::string(cell));
  }

  Result<std::string> read_quoted() {
    const std::size_t begun = line_;
    std::string cell;
    rest_.remove_prefix(1);
    while (true) {
      const std::size_t quote = rest_.find('"');
      if (quote == std::string_view::npos) {
        line_ = begun;
        return wrong("a quote is opened here and never closed");
      }
      for (const char c : rest_.substr(0, quote)) line_ += c == '\n' ? 1 : 0;
      cell += rest_.substr(0, quote);
      rest_.remove_prefix(quote + 1);
      if (!rest_.starts_with('"')) break;
      cell += '"';
      rest_.remove_prefix(1);
    }
    if (!rest_.empty() && std::string_view(",\r\n").find(rest_.front()) == std::string_view::npos) {
      return wrong("something follows a closing quote; a quote inside a cell is written twice");
    }
    return checked(std::move(cell));
  }

  Result<std::string> checked(std::string cell) const {
    if (cell.size() > kCsvCellBytes) {
      return wrong(fmt::format("a cell of more than {} bytes", kCsvCellBytes));
    }
    if (cell.find('\0') != std::string::npos) return wrong("a zero byte");
    if (!is_utf8(cell)) return wrong("not UTF-8; save the file as \"CSV UTF-8\"");
    return cell;
  }

  std::string_view rest_;
  std::size_t line_ = 1;
  std::vector<CsvRow> rows_;
};

bool needs_quotes(std::string_view cell) {
  if (cell.starts_with(kByteOrderMark)) return true;  // at the start of a file it would be its mark
  return cell.find_first_of(",\"\r\n") != std::string_view::npos || trim(cell) != cell;
}

}  // namespace

Result<std::vector<CsvRow>> read_csv(std::string_view bytes) {
  if (bytes.size() > kCsvBytes) {
    return fail(Code::kInvalid, fmt::format("larger than {} bytes", kCsvBytes));
  }
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  return Reader(bytes).read();
}

std::string write_csv(const std::vector<std::string>& cells) {
  std::string row;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) row += ',';
    const bool is_no_row = cells.size() == 1 && cell.empty();  // an empty line is none
    if (!needs_quotes(cell) && !is_no_row) {
      row += cell;
      continue;
    }
    row += '"';
    for (const char c : cell) row.append(c == '"' ? 2 : 1, c);
    row += '"';
  }
  return row + "\r\n";
}

}  // namespace pl::cli
