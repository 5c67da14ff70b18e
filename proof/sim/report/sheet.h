// Text in columns, for the terminal.
#pragma once

#include <string>
#include <string_view>

#include "sim/report/terminal.h"

namespace pl::sim::report {

// `part` of `whole` in eighths of a column; something is never shown as nothing.
std::string bar(std::int64_t part, std::int64_t whole, std::size_t width);

// `text` with spaces after or before it.
std::string pad(std::string text, std::size_t width);
std::string pad_left(std::string text, std::size_t width);

class Sheet {
 public:
  void line(std::string text = {});
  void heading(std::string_view title);
  // Wrapped; `first` stands before the first row, and as much space before the others.
  void paragraph(std::string_view first, std::string_view text);
  // A label, a count, a note such as a share, and a bar.
  void row(const std::string& label, std::int64_t count, std::int64_t largest,
           const std::string& note);
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace pl::sim::report
