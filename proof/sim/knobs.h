// How rough a world is. Each seed draws its own, many of them 0: rare things meet more often when
// little else happens.
#pragma once

#include <string>
#include <vector>

#include "audit/zone_table.h"
#include "sim/random.h"
#include "sim/script.h"

namespace pl::sim {

struct Knobs {
  int people = 1;
  StoreKind store = StoreKind::kMemory;
  Millis span{0};  // within which the product asks for onboardings
  // In thousandths of the occasions, unless said otherwise.
  int not_answered = 0;
  int voicemail = 0;
  int silent = 0;
  int hangs_up = 0;  // in the middle
  int forgets = 0;   // the agent, to complete
  int calls_in = 0;
  int opts_out = 0;
  int changes = 0;  // number, consent, stage
  int erased = 0;
  int damaged = 0;       // how many rows
  int machines = 0;      // that speak for the person
  int calls_failed = 0;  // how often the platform fails calls for a while
  int no_consent = 0;
  int zone_unknown = 0;
  int reply_lost = 0;
  int refused = 0;
  int limited = 0;
  int report_lost = 0;
  int report_odd = 0;  // twice, late, stale
  int tool_odd = 0;
  int text_odd = 0;
  int crashes = 0;  // how many
  int store_faults = 0;
  int platform_faults = 0;
  int clock_faults = 0;
  int attacks = 0;
  bool near_window = false;  // begins near an edge of the calling window
  bool near_dst = false;     // begins on a day on which clocks change
  bool beyond_bounds = false;
};

Knobs draw_knobs(Random& random);
// One line: "people=40 store=memory ...", without those that are 0.
std::string format(const Knobs& knobs);

// Where people may live who have a number of another country: every zone that there is, and those
// whose clocks have changed since 2022 five times over.
std::vector<std::string> zones_to_draw(const audit::ZoneTable& zones);

// The world that the knobs and the chance make. Its people live in the line's `countries`, such as
// "CH"; anywhere where none of those is known here. Some of them say that they live in one of
// `elsewhere`.
Script make_script(std::uint64_t seed, const Knobs& knobs,
                   const std::vector<std::string>& countries,
                   const std::vector<std::string>& elsewhere = {});

}  // namespace pl::sim
