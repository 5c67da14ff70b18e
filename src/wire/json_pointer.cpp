#include "wire/json_pointer.h"

#include <algorithm>

#include "base/text.h"

namespace pl::wire {
namespace {

constexpr std::size_t kKeyShown = 64;
constexpr int kDigitsShown = 4;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool may_be_shown(std::string_view key) {
  const bool plain = std::all_of(key.begin(), key.end(), [](char c) {
    return is_digit(c) || is_letter(c) || c == '_' || c == '-';
  });
  return plain && !key.empty() && key.size() <= kKeyShown &&
         std::count_if(key.begin(), key.end(), is_digit) <= kDigitsShown;
}

}  // namespace

void append_key(std::string& pointer, std::string_view key) {
  pointer += '/';
  pointer += may_be_shown(key) ? key : "?";
}

void append_index(std::string& pointer, std::size_t index) {
  pointer += '/';
  pointer += std::to_string(index);
}

std::string show_pointer(const std::string& pointer) {
  return pointer.empty() ? "the document" : pointer;
}

}  // namespace pl::wire
