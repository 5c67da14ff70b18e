// A line as a world's script changes it.
#pragma once

#include "core/line.h"
#include "sim/script.h"

namespace pl::sim {

inline core::Line tweaked(core::Line line, const Tweaks& tweaks) {
  if (tweaks.simultaneous != 0) line.calling.simultaneous = tweaks.simultaneous;
  if (tweaks.per_second != 0) line.calling.per_second = tweaks.per_second;
  if (tweaks.per_number_hour != 0) line.calling.per_number_hour = tweaks.per_number_hour;
  return line;
}

}  // namespace pl::sim
