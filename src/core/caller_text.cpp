#include "core/caller_text.h"

#include <unicode/uchar.h>

#include "base/text.h"

namespace pl::core {
namespace {

bool is_space(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

// Characters that could open a variable, close our fence, or hide what is really there.
bool is_dropped(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool bidi = c == 0x061C || (c >= 0x200E && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
                    (c >= 0x2066 && c <= 0x2069);
  // Variation selectors and the like: text can be smuggled in them that no person sees.
  const bool invisible =
      u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 ||
      (c >= 0xFFF9 && c <= 0xFFFB);
  const bool structural = c == '{' || c == '}' || c == '<' || c == '>' || c == '`';
  // Full-width, small and vertical forms that a normalising reader would turn into the above.
  const bool lookalike = c == 0xFE37 || c == 0xFE38 || c == 0x1FEF || c == 0xFF5B || c == 0xFF5D ||
                         c == 0xFE5B || c == 0xFE5C || c == 0xFF1C || c == 0xFF1E || c == 0xFE64 ||
                         c == 0xFE65 || c == 0xFF40;
  return control || bidi || invisible || structural || lookalike || c == 0xFFFD;
}

}  // namespace

std::string clean(std::string_view text, std::size_t limit) {
  std::u32string kept;
  bool gap = false;
  for (const char32_t c : code_points(text)) {
    if (is_space(c)) {
      gap = !kept.empty();
    } else if (!is_dropped(c)) {
      if (kept.size() + (gap ? 2 : 1) > limit) break;
      if (gap) kept.push_back(' ');
      gap = false;
      kept.push_back(c);
    }
  }
  return to_utf8(kept);
}

}  // namespace pl::core
