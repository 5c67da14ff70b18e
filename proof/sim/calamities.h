// What befalls the store and the platform, and the day on which nothing fails any more.
#pragma once

#include "sim/fates.h"
#include "sim/stage.h"

namespace pl::sim {

class Calamities {
 public:
  Calamities(Stage& stage, WatchedStore& store, Mortality& mortality, Fates& fates)
      : stage_(stage), store_(store), mortality_(mortality), fates_(fates) {}

  // A fact of Verb::kStore, or of Verb::kPlatform, begins.
  void store(const Fact& fact);
  void platform(const Fact& fact);
  // Everything works from now on, and the server is up.
  void heal();

 private:
  void damage(const Fact& fact);
  void mend(const ports::RowKey& row);
  void platform_changed();
  void drops_changed();

  Stage& stage_;
  WatchedStore& store_;
  Mortality& mortality_;
  Fates& fates_;
};

}  // namespace pl::sim
