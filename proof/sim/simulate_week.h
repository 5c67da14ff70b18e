// One realistic world, without planted faults: what would become of so many callers with these
// habits on this line?
#pragma once

#include <functional>

#include "sim/habits.h"
#include "sim/week.h"
#include "sim/world.h"

namespace pl::sim {

struct WeekOptions {
  int callers = 1000;
  int days = 7;
  std::uint64_t seed = 1;
  UtcTime start;  // when the first day begins, somewhere on earth
};

// The same options give the same week. `progress` is told how far it has come, in 0..1 of its time.
Week simulate_week(const Universe& universe, const Habits& habits, const WeekOptions& options,
                   const std::function<void(double)>& progress);

// The world that the habits and the chance make.
Script make_week_script(const Universe& universe, const Habits& habits, const WeekOptions& options);

}  // namespace pl::sim
