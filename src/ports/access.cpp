#include "ports/access.h"

namespace pl::ports {

std::string_view text_of(Scope scope) {
  switch (scope) {
    case Scope::kRead:
      return "read";
    case Scope::kDial:
      return "dial";
    case Scope::kWrite:
      return "write";
    case Scope::kErase:
      return "erase";
    case Scope::kAdmin:
      return "admin";
  }
  return "";
}

std::optional<Scope> scope_from(std::string_view text) {
  for (const Scope scope : kScopes) {
    if (text_of(scope) == text) return scope;
  }
  return std::nullopt;
}

}  // namespace pl::ports
