#include "sandbox/sms_segments.h"

#include <algorithm>

#include "base/text.h"

namespace pl::sandbox {
namespace {

constexpr std::u32string_view kAlphabet =
    U"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    U"ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
constexpr std::u32string_view kEscaped = U"\f^{}\\[~]|€";  // two places each

int parts(int length, int of_one, int of_several) {
  return length <= of_one ? 1 : (length + of_several - 1) / of_several;
}

}  // namespace

int segments_of(std::string_view text) {
  int septets = 0;
  int words = 0;  // of UTF-16
  bool is_gsm = true;
  for (const char32_t point : code_points(text)) {
    words += point > 0xFFFF ? 2 : 1;
    const bool is_escaped = kEscaped.find(point) != kEscaped.npos;
    septets += is_escaped ? 2 : 1;
    is_gsm = is_gsm && (is_escaped || kAlphabet.find(point) != kAlphabet.npos);
  }
  return is_gsm ? parts(septets, 160, 153) : parts(words, 70, 67);
}

}  // namespace pl::sandbox
