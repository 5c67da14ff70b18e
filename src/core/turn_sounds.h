// Turns without words to anybody, in any language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pl::core {

// Nothing, "...", "[silence]".
bool is_silence(std::string_view text, const std::vector<std::string>& words);

// Only what stands in brackets, tones, syllables over and over, or one hesitation.
bool is_noise(std::string_view text);

}  // namespace pl::core
