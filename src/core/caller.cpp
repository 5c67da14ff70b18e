#include "core/caller.h"

namespace pl::core {

bool stage_may_become(Stage from, Stage to) {
  switch (to) {
    case Stage::kNew:
      return false;
    case Stage::kOnboarding:
      return from == Stage::kNew;
    case Stage::kOnboarded:
      return from == Stage::kNew || from == Stage::kOnboarding || from == Stage::kSkipped;
    case Stage::kSkipped:
      return from == Stage::kNew || from == Stage::kOnboarding;
    case Stage::kClosed:
      return from != Stage::kClosed;
  }
  return false;
}

}  // namespace pl::core
