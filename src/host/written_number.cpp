#include "host/written_number.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace pl::host {
namespace {

// The digit 0 of each script whose digits phones and people write.
constexpr std::array<char32_t, 18> kZeros{0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66,
                                          0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66,
                                          0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x17E0, 0xFF10};

bool is_between(char32_t point, char32_t first, char32_t last) {
  return point >= first && point <= last;
}

// Marks of direction, and what joins or parts letters.
bool is_unseen(char32_t point) {
  return is_between(point, 0x200B, 0x200F) || is_between(point, 0x202A, 0x202E) ||
         is_between(point, 0x2060, 0x206F) || point == 0xFEFF || point == 0x00AD || point == 0x061C;
}

bool is_blank(char32_t point) {
  return point == 0x00A0 || is_between(point, 0x2000, 0x200A) || point == 0x202F ||
         point == 0x205F || point == 0x3000;
}

char32_t in_ascii(char32_t point) {
  for (const char32_t zero : kZeros) {
    if (is_between(point, zero, zero + 9)) return U'0' + (point - zero);
  }
  if (is_blank(point)) return U' ';
  if (is_between(point, 0x2010, 0x2015) || point == 0x2212) return U'-';
  if (is_between(point, 0xFF01, 0xFF5E)) return point - 0xFEE0;  // full-width
  return point;
}

std::string seen(std::string_view written) {
  std::u32string points;
  for (const char32_t point : code_points(written)) {
    if (!is_unseen(point)) points += in_ascii(point);
  }
  return to_utf8(points);
}

// The number of `tel:+41-78-000-00-00` or `"Anna" <sip:+41780000000@carrier.example;user=phone>`;
// the text itself where it is no address.
Result<std::string> out_of_address(std::string text) {
  if (const auto open = text.find('<'); open != std::string::npos && text.ends_with('>')) {
    text = text.substr(open + 1, text.size() - open - 2);
  }
  const std::size_t colon = text.find(':');
  const std::string scheme = lower_ascii(trim(text.substr(0, std::min(colon, text.size()))));
  const bool sip = scheme == "sip" || scheme == "sips";
  if (colon == std::string::npos || (!sip && scheme != "tel")) return text;
  std::string number = text.substr(colon + 1);
  if (sip) number = number.substr(0, number.find('@'));
  const std::string parameters =
      lower_ascii(number.substr(std::min(number.find(';'), number.size())));
  number = number.substr(0, number.find(';'));
  if (parameters.find("ext=") != std::string::npos ||
      parameters.find("phone-context=") != std::string::npos) {
    return fail(Code::kInvalid,
                "an address with an extension, or of one exchange alone; write '+', "
                "country code and number");
  }
  if (lower_ascii(number).starts_with("%2b")) number = "+" + number.substr(3);
  return number;
}

std::string_view wrong_with(std::string_view text) {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  if (text.empty()) return "empty";
  if (lower_ascii(text).find("ext") != std::string::npos ||
      text.find_first_of("#;,*") != std::string_view::npos) {
    return "more than one number, or one with an extension or tones";
  }
  if (text.find_first_of(kLetters) != std::string_view::npos) return "letters in a phone number";
  if (text.find_first_of("0123456789") == std::string_view::npos) return "no digits";
  if (text.find('+', 1) != std::string_view::npos) return "a '+' that does not come first";
  if (is_digit(text.front()) || text.front() == '(') return "no country code";
  return "characters that no phone number has";
}

}  // namespace

Result<std::string> plain_number(std::string_view written) {
  PL_TRY(std::string text, out_of_address(std::string(trim(seen(written)))));
  text = trim(text);
  // No number inside a country begins with two zeros.
  if (text.starts_with("00") && text.size() > 2 && text[2] != '0') text = "+" + text.substr(2);
  constexpr std::string_view kOfNumbers = "0123456789 -.()/";
  if (text.starts_with('+') && text.find_first_not_of(kOfNumbers, 1) == std::string::npos) {
    return text;
  }
  return fail(Code::kInvalid, std::string(wrong_with(text)) +
                                  ": not an international phone number; write '+', country code "
                                  "and number, in digits");
}

bool is_stand_in(std::string_view e164) {
  constexpr std::array<std::string_view, 8> kWords{"anonymous", "unavailable", "restricted",
                                                   "blocked",   "unknown",     "private",
                                                   "withheld",  "payphone"};
  constexpr std::string_view kKeys = "22233344455566677778889999";  // of a to z
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
    std::string digits = "+";
    for (const char letter : word) digits += kKeys[static_cast<std::size_t>(letter - 'a')];
    return digits == e164;
  });
}

}  // namespace pl::host
