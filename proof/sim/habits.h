// How people and the platform behave in a realistic world: what a user of the simulator may set in
// a habits file. Shares lie in 0..1.
#pragma once

#include <string>
#include <vector>

#include "base/time.h"

namespace pl::sim {

struct Habits {
  // What becomes of a ring; what is left of 1 does not answer.
  double answers = 0.60;
  double busy = 0.06;
  double declines = 0.08;
  double voicemail = 0.14;
  double fails = 0.02;
  // Somebody who did not answer is as likely to answer the next ring times this factor: people who
  // are away stay away for a while.
  double answers_again = 0.7;

  Millis picks_up_after{7000};   // median
  Millis talks{240'000};         // median; never longer than the scene's minutes
  double hangs_up_early = 0.08;  // of answered calls: at any moment of them
  double hangs_up_at_once = 0.02;

  double calls_in_while_waiting = 0.05;  // of callers, between the hand-over's promise and its ring
  double calls_in_per_day = 0.05;        // by each onboarded caller
  double strangers_per_day = 2;          // calls from numbers nobody registered
  double opts_out = 0.01;                // of callers, at some time

  double consents_to_texts = 0.9;
  double has_telegram = 0.8;

  // When the product asks for onboardings, on the caller's own clock.
  std::chrono::minutes requests_from{8 * 60};
  std::chrono::minutes requests_until{22 * 60};
  struct Zone {
    std::string name;  // IANA
    double share = 0;
  };
  std::vector<Zone> zones;  // where callers live; empty: evenly over the line's countries

  Millis analysis{8000};           // median: from the end of a call to its webhook
  double price_per_minute = 0.12;  // of talk, platform and telephone together
  std::string currency = "USD";
};

}  // namespace pl::sim
