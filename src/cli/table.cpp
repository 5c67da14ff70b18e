#include "cli/table.h"

#include <algorithm>

#include "base/text.h"

namespace pl::cli {
namespace {

constexpr std::string_view kGap = "  ";

// Places on the screen. Wide characters of East Asia take two.
std::size_t width(std::string_view text) {
  std::size_t places = 0;
  for (const char32_t c : code_points(text)) {
    const bool combines = c >= 0x0300 && c <= 0x036F;
    const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
                      (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
                      (c >= 0xFF00 && c <= 0xFF60) || (c >= 0x1F300 && c <= 0x1FAFF);
    if (!combines) places += wide ? 2 : 1;
  }
  return places;
}

bool is_obeyed(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E ||
                     c == 0x200F || c == 0x061C;
  return control || turns;
}

}  // namespace

std::string plain(std::string_view text) {
  std::u32string shown;
  for (const char32_t c : code_points(text)) {
    if (c == '\n' || c == '\r' || c == '\t') {
      shown.push_back(' ');
    } else {
      shown.push_back(is_obeyed(c) ? U'\uFFFD' : c);
    }
  }
  return to_utf8(shown);
}

Table::Table(std::vector<std::string> titles) {
  if (!titles.empty()) rows_.push_back(std::move(titles));
}

void Table::add(const std::vector<std::string>& cells) {
  std::vector<std::string> row;
  for (const std::string& cell : cells) row.push_back(cell.empty() ? "-" : plain(cell));
  rows_.push_back(std::move(row));
}

std::string Table::text() const {
  std::vector<std::size_t> widths;
  for (const auto& row : rows_) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
  }
  std::string all;
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      all += row[i];
      if (i + 1 < row.size()) all.append(widths[i] - width(row[i]), ' ').append(kGap);
    }
    while (!all.empty() && all.back() == ' ') all.pop_back();
    all += '\n';
  }
  return all;
}

}  // namespace pl::cli
