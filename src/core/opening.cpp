#include "core/opening.h"

#include <unicode/uchar.h>

#include "base/check.h"
#include "base/text.h"

namespace pl::core {

std::size_t opening_by_name_initial(std::string_view name, std::size_t count) {
  PL_CHECK(count > 0);
  if (name.empty()) return 0;
  const char32_t first = code_points(name).front();
  return static_cast<std::size_t>(u_tolower(static_cast<UChar32>(first))) % count;
}

}  // namespace pl::core
