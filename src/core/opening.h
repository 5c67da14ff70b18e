// The first message: which of a scene's openings a caller hears, and what an opening may say.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/line.h"

namespace pl::core {

// The code point of the first character of `name`, simply lower-cased (one code point to one, as in
// Unicode's UnicodeData), modulo `count`; an empty name takes the first. `count` must not be 0.
std::size_t opening_by_name_initial(std::string_view name, std::size_t count);

// Whether a template of the line may use that variable: `name`, a profile field, `context.<key>`.
bool is_variable(const Line& line, std::string_view name);

// Whether it is of the form `variables.<key>`: one that an outreach gives.
bool is_given_variable(std::string_view name);

// Whether `words` say what `wanted`, an entry of a scene's `mentions`, asks for. A lone
// {{variable}} is mentioned however it is spaced, anything else word for word, but for capitals.
bool does_mention(const Template& words, const Template& wanted);

inline constexpr std::size_t kOpeningCharacters = 1000;
inline constexpr std::size_t kGivenOpeningVariables = 10;

// An opening that came with one outreach and takes the place of the scene's. kInvalid, beginning
// with "opening: ", where the scene's own would not be allowed to say it: an unknown variable, one
// that is not among `given` (without the prefix), something of `mentions` left out, too long.
Result<Template> given_opening(const Line& line, const Scene& scene, std::string_view text,
                               const Variables& given);

}  // namespace pl::core
