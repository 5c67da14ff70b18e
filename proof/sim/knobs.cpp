#include "sim/knobs.h"

#include <fmt/format.h>

namespace pl::sim {
namespace {

// 0 in most worlds; otherwise up to `most`, small values as often as large ones.
int sometimes(Random& random, int most) {
  if (!random.chance(400)) return 0;
  const int scale = random.below(3);
  const int limit = scale == 0 ? most : scale == 1 ? most / 3 : most / 10;
  return 1 + random.below(limit + 1);
}

}  // namespace

Knobs draw_knobs(Random& random) {
  Knobs knobs;
  const int size = random.below(10);
  knobs.people = size < 4   ? 1 + random.below(3)
                 : size < 8 ? 4 + random.below(20)
                            : 25 + random.below(176);
  const int store = random.below(100);
  knobs.store = store < 97   ? StoreKind::kMemory
                : store < 99 ? StoreKind::kCrashDisk
                             : StoreKind::kSqlite;
  if (knobs.store != StoreKind::kMemory) knobs.people = 1 + random.below(12);
  knobs.span = random.chance(500) ? random.between(Millis(60'000), Millis(3'600'000))
                                  : random.between(Millis(3'600'000), Millis(36 * 3'600'000));
  knobs.not_answered = sometimes(random, 900);
  knobs.voicemail = sometimes(random, 600);
  knobs.silent = sometimes(random, 300);
  knobs.hangs_up = sometimes(random, 700);
  knobs.forgets = sometimes(random, 500);
  knobs.calls_in = sometimes(random, 800);
  knobs.opts_out = sometimes(random, 200);
  knobs.changes = sometimes(random, 300);
  knobs.no_consent = sometimes(random, 300);
  knobs.zone_unknown = sometimes(random, 500);
  knobs.reply_lost = sometimes(random, 300);
  knobs.refused = sometimes(random, 100);
  knobs.limited = sometimes(random, 200);
  knobs.report_lost = sometimes(random, 500);
  knobs.report_odd = sometimes(random, 500);
  knobs.tool_odd = sometimes(random, 300);
  knobs.text_odd = sometimes(random, 800);
  knobs.crashes = random.chance(350) ? 1 + random.below(12) : 0;
  knobs.store_faults = random.chance(350) ? 1 + random.below(10) : 0;
  knobs.platform_faults = random.chance(300) ? 1 + random.below(4) : 0;
  knobs.clock_faults = random.chance(80) ? 1 + random.below(3) : 0;
  knobs.attacks = random.chance(150) ? 1 + random.below(5) : 0;
  knobs.near_window = random.chance(300);
  knobs.near_dst = random.chance(100);
  knobs.beyond_bounds = random.chance(20);
  knobs.erased = sometimes(random, 200);
  knobs.damaged = random.chance(250) ? 1 + random.below(8) : 0;
  knobs.machines = sometimes(random, 600);
  knobs.calls_failed = random.chance(150) ? 1 + random.below(3) : 0;
  return knobs;
}

std::string format(const Knobs& knobs) {
  std::string text = fmt::format("people={} store={} span={}s", knobs.people, text_of(knobs.store),
                                 knobs.span.count() / 1000);
  const auto say = [&](const char* name, int value) {
    if (value != 0) text += fmt::format(" {}={}", name, value);
  };
  say("not-answered", knobs.not_answered);
  say("voicemail", knobs.voicemail);
  say("silent", knobs.silent);
  say("hangs-up", knobs.hangs_up);
  say("forgets", knobs.forgets);
  say("calls-in", knobs.calls_in);
  say("opts-out", knobs.opts_out);
  say("changes", knobs.changes);
  say("erased", knobs.erased);
  say("damaged", knobs.damaged);
  say("machines", knobs.machines);
  say("calls-failed", knobs.calls_failed);
  say("no-consent", knobs.no_consent);
  say("zone-unknown", knobs.zone_unknown);
  say("reply-lost", knobs.reply_lost);
  say("refused", knobs.refused);
  say("limited", knobs.limited);
  say("report-lost", knobs.report_lost);
  say("report-odd", knobs.report_odd);
  say("tool-odd", knobs.tool_odd);
  say("text-odd", knobs.text_odd);
  say("crashes", knobs.crashes);
  say("store-faults", knobs.store_faults);
  say("platform-faults", knobs.platform_faults);
  say("clock-faults", knobs.clock_faults);
  say("attacks", knobs.attacks);
  say("near-window", knobs.near_window ? 1 : 0);
  say("near-dst", knobs.near_dst ? 1 : 0);
  say("beyond-bounds", knobs.beyond_bounds ? 1 : 0);
  return text;
}

}  // namespace pl::sim
