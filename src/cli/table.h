// Columns for people to read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pl::cli {

// What was said or written by others, safe to print: a terminal obeys control characters, and those
// that turn the direction of writing hide what is there. Line breaks become spaces.
std::string plain(std::string_view text);

class Table {
 public:
  // Without a heading where there are no `titles`.
  explicit Table(std::vector<std::string> titles = {});

  // Empty cells show as "-". Rows may differ in length.
  void add(const std::vector<std::string>& cells);

  // Every row ends with a line break; none ends with spaces.
  std::string text() const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace pl::cli
