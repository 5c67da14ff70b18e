#include "core/caller.h"

#include <algorithm>
#include <charconv>

namespace pl::core {

bool stage_may_become(Stage from, Stage to) {
  switch (to) {
    case Stage::kNew:
      return false;
    case Stage::kOnboarding:
      return from == Stage::kNew;
    case Stage::kOnboarded:
      return from == Stage::kNew || from == Stage::kOnboarding || from == Stage::kSkipped;
    case Stage::kSkipped:
      return from == Stage::kNew || from == Stage::kOnboarding;
    case Stage::kClosed:
      return from != Stage::kClosed;
  }
  return false;
}

bool is_telegram_chat(std::string_view text) {
  constexpr std::int64_t kMost = (std::int64_t{1} << 52) - 1;
  std::int64_t id = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  return error == std::errc() && rest == text.data() + text.size() && id != 0 && id >= -kMost &&
         id <= kMost;
}

bool is_telegram_name(std::string_view text) {
  if (!text.starts_with('@') || text.size() < 6 || text.size() > 33) return false;
  return std::all_of(text.begin() + 1, text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
}

}  // namespace pl::core
