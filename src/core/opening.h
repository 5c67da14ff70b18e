// Which of a scene's openings a caller hears.
#pragma once

#include <cstddef>
#include <string_view>

namespace pl::core {

// The code point of the first character of `name`, simply lower-cased (one code point to one, as in
// Unicode's UnicodeData), modulo `count`; an empty name takes the first. `count` must not be 0.
std::size_t opening_by_name_initial(std::string_view name, std::size_t count);

}  // namespace pl::core
