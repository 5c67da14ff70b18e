#include "sim/report/sheet.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/report/wording.h"

namespace pl::sim::report {
namespace {

constexpr std::size_t kLabel = 22;
constexpr std::size_t kCount = 9;
constexpr std::size_t kNote = 7;
constexpr std::size_t kBar = 30;
constexpr std::string_view kEighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

}  // namespace

std::string bar(std::int64_t part, std::int64_t whole, std::size_t width) {
  if (part <= 0 || whole <= 0) return "";
  const auto full = static_cast<std::int64_t>(width) * 8;
  const auto eighths =
      static_cast<std::size_t>(std::clamp<std::int64_t>(part * full / whole, 1, full));
  std::string text;
  for (std::size_t i = 0; i < eighths / 8; ++i) text += "█";
  text += kEighths[eighths % 8];
  return text;
}

std::string pad(std::string text, std::size_t width) {
  const std::size_t taken = columns(text);
  return taken < width ? text.append(width - taken, ' ') : text;
}

std::string pad_left(std::string text, std::size_t width) {
  const std::size_t taken = columns(text);
  return taken < width ? text.insert(0, width - taken, ' ') : text;
}

void Sheet::line(std::string text) {
  // Reasons may quote what came from outside.
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  while (text.ends_with(' ')) text.pop_back();
  text_ += text + "\n";
}

void Sheet::heading(std::string_view title) {
  line();
  line(std::string(title));
}

void Sheet::paragraph(std::string_view first, std::string_view text) {
  std::string before(first);
  for (const std::string& row : wrap(text, kTerminalColumns - columns(first))) {
    line(before + row);
    before.assign(columns(first), ' ');
  }
}

void Sheet::row(const std::string& label, std::int64_t count, std::int64_t largest,
                const std::string& note) {
  line(fmt::format("  {} {}  {} {}", pad(label, kLabel), pad_left(number(count), kCount),
                   pad_left(note, kNote), bar(count, largest, kBar)));
}

}  // namespace pl::sim::report
