#include "wire/base64.h"

#include <algorithm>

namespace pl::wire {
namespace {

constexpr std::string_view kDigits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

std::string to_base64(std::span<const std::uint8_t> bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (; !bytes.empty(); bytes = bytes.subspan(std::min(bytes.size(), std::size_t{3}))) {
    const auto byte = [&](std::size_t i) { return i < bytes.size() ? unsigned{bytes[i]} : 0U; };
    const unsigned group = byte(0) << 16U | byte(1) << 8U | byte(2);
    text += kDigits[group >> 18U];
    text += kDigits[group >> 12U & 0x3FU];
    text += bytes.size() > 1 ? kDigits[group >> 6U & 0x3FU] : '=';
    text += bytes.size() > 2 ? kDigits[group & 0x3FU] : '=';
  }
  return text;
}

std::optional<std::vector<std::uint8_t>> from_base64(std::string_view text) {
  std::vector<std::uint8_t> bytes;
  bytes.reserve(text.size() / 4 * 3);
  unsigned bits = 0;  // the lowest `count` of them have not become a byte yet
  unsigned count = 0;
  for (const char c : text.substr(0, text.find('='))) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    bits = (bits << 6U | static_cast<unsigned>(digit)) & 0xFFFFU;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes.push_back(static_cast<std::uint8_t>(bits >> count));
  }
  // One text for each value, so what was forgotten above shows here.
  if (to_base64(bytes) != text) return std::nullopt;
  return bytes;
}

}  // namespace pl::wire
