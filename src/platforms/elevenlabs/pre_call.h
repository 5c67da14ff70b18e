// Answers the pre-call webhook in time, whatever the store does: a caller who waits for a slow
// answer is hung up on.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/incoming.h"
#include "engine/engine.h"
#include "http/door.h"
#include "locks/mutex.h"

namespace pl::platforms {

// The platform publishes no limit; ours is 300 ms, of which 50 are left for the answer to travel.
inline constexpr Millis kPreCallBudget{250};

class PreCall {
 public:
  using Reply = std::function<void(std::string body)>;

  // `on_safe_scene` is told, on any thread, of each caller who met the safe scene; may be empty.
  PreCall(engine::Engine& engine, http::After after, std::function<void()> on_safe_scene = nullptr);

  // Replies exactly once, with a complete initiation: the routed one, or after kPreCallBudget, or
  // when the store fails, the line's safe scene. What was replied is recorded, then or when the
  // store is back; the same call_sid gets the same bytes again. From any thread.
  void answer(core::IncomingCall incoming, Reply reply);

 private:
  // The store and the timer race for one answer. Whoever comes second finds it given.
  struct Race {
    Race(core::IncomingCall call, core::CallId call_id, core::Initiation fallback)
        : incoming(std::move(call)), id(std::move(call_id)), safe(std::move(fallback)) {}

    const core::IncomingCall incoming;
    const core::CallId id;
    const core::Initiation safe;

    Mutex mutex;
    // Who asked; the platform may ask twice.
    std::vector<Reply> waiting PL_GUARDED_BY(mutex);
    // The answer, once it is given.
    std::optional<std::string> said PL_GUARDED_BY(mutex);
    // The caller hears the safe scene.
    bool safe_spoken PL_GUARDED_BY(mutex) = false;
    // Decided in a transaction that is not durable yet.
    std::optional<core::Initiation> prepared PL_GUARDED_BY(mutex);

    void say(const std::string& body) PL_UNDER(mutex);
  };

  // The race for this call: the one under way, or a new one, and whether it is new.
  std::pair<std::shared_ptr<Race>, bool> race_for(core::IncomingCall incoming);
  void begin(const std::shared_ptr<Race>& race);
  void time_up(const std::shared_ptr<Race>& race);
  void decided(const std::shared_ptr<Race>& race, const Result<core::Initiation>& result);
  void speak(Race& race, const std::string& body) PL_UNDER(race.mutex);
  void speak_safe(Race& race) PL_UNDER(race.mutex);
  void record(const std::shared_ptr<Race>& race, int tries_left);
  std::optional<std::string> remembered(const core::CallSid& call_sid);
  void remember(const core::CallSid& call_sid, const std::string& body);

  engine::Engine& engine_;
  http::After after_;
  std::function<void()> on_safe_scene_;

  struct Spoken {
    std::string body;
    UtcTime at;
  };
  Mutex mutex_;
  std::map<core::CallSid, std::weak_ptr<Race>> racing_ PL_GUARDED_BY(mutex_);
  // Replies of the last minutes, said before they were kept.
  std::map<core::CallSid, Spoken> spoken_ PL_GUARDED_BY(mutex_);
};

}  // namespace pl::platforms
