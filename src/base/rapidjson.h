// RapidJSON, told for all who use it to look at strings in steps of sixteen bytes; told otherwise
// in one file, it would be two libraries of one name.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#ifdef __SSE2__
#define RAPIDJSON_SSE2
#endif
#include <rapidjson/reader.h>

namespace pl {

// For rapidjson::InsituStringStream, which takes the first NUL for the end. A step of its search
// may read as many bytes behind the text.
inline std::string json_in_place(std::string_view text) {
  constexpr std::size_t kStep = 16;
  std::string bytes;
  bytes.reserve(text.size() + kStep);
  bytes.append(text).append(kStep, '\0');
  return bytes;
}

}  // namespace pl
