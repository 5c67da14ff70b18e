#include "core/aspect.h"

namespace pl::core {

std::string names_of(const std::set<Aspect>& aspects) {
  std::string text;
  for (const Aspect aspect : aspects) {
    if (!text.empty()) text += ", ";
    text += text_of(aspect);
  }
  return text;
}

}  // namespace pl::core
