#pragma once

#include <string>

namespace pl::platforms {

// People write "https://host/" and "https://host"; a path is appended to either.
inline std::string without_slash(std::string url) {
  while (url.ends_with('/')) url.pop_back();
  return url;
}

}  // namespace pl::platforms
