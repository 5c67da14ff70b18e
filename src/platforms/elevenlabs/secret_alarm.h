// Requests about our own calls that prove nothing: one side's secret was changed, and the other's
// was not.
#pragma once

#include <array>
#include <atomic>
#include <string_view>

#include "engine/engine.h"

namespace pl::platforms {

// Tells a person, as an attention item for each line and door. Each door alarms at most once a
// minute: a stranger who knows the agent's id must not keep the store busy. From any thread.
class SecretAlarm {
 public:
  explicit SecretAlarm(engine::Engine& engine) : engine_(engine) {}

  // A pre-call or post-call webhook that names the agent of one of our lines.
  void initiation(std::string_view body);
  void event(std::string_view body);
  // A tool call that names a call of ours: nobody else knows its id.
  void tool(std::string_view tool, std::string_view body);

 private:
  enum class Door { kInitiation, kEvents, kTools };

  // Whether that door has been silent for a minute; from now on it has not.
  bool may_alarm(Door door);
  void about_agent(Door door, std::string_view agent_id);

  engine::Engine& engine_;
  std::array<std::atomic<std::int64_t>, 3> last_ms_{};
};

}  // namespace pl::platforms
