// What the server counts, for Prometheus.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/time.h"
#include "engine/turn.h"

namespace pl::http {

// Names and labels are documented in docs/reference/metrics.md. No label holds anything of a
// person: lines, words and numbers of status. From any thread.
class Metrics {
 public:
  Metrics();
  ~Metrics();

  // `door` is the kind of route: "pre-call", "events", "tools", "texts", "api", "other".
  void answered(std::string_view door, int status, Millis took);
  void safe_scene_spoken();
  void drifted(const core::LineName& line);

  // What is only true now: calls, pauses, what waits for a person.
  Result<void> look(engine::Turn& turn);

  // In Prometheus' text format 0.0.4.
  std::string text() const;

 private:
  struct Families;
  std::unique_ptr<Families> families_;
};

}  // namespace pl::http
