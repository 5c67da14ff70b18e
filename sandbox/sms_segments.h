// How many parts a text is cut into on its way to a phone.
#pragma once

#include <string_view>

namespace pl::sandbox {

// 3GPP TS 23.038 and 23.040: 160 characters of the GSM alphabet are one part, or 153 of each of
// several; of any other text 70, or 67. Each part is paid for. 1 for an empty text.
int segments_of(std::string_view text);

}  // namespace pl::sandbox
