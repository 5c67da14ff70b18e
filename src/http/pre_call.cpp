#include "http/pre_call.h"

#include "engine/inbound.h"
#include "wire/elevenlabs_requests.h"

namespace pl::http {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kRememberedLimit = 10'000;
constexpr Millis kRememberedFor = 10min;
constexpr Millis kRecordAgain = 1s;
constexpr int kRecordTries = 600;  // ten minutes of a store that is away

}  // namespace

// The store and the timer race for one answer. Whoever comes second finds it given.
struct PreCall::Race {
  Race(core::IncomingCall call, core::CallId call_id, core::Initiation fallback, Reply answer)
      : incoming(std::move(call)),
        id(std::move(call_id)),
        safe(std::move(fallback)),
        reply(std::move(answer)) {}

  const core::IncomingCall incoming;
  const core::CallId id;
  const core::Initiation safe;
  const Reply reply;

  std::mutex mutex;
  bool replied = false;
  bool safe_spoken = false;             // the caller hears the safe scene
  std::optional<std::string> prepared;  // decided in a transaction that is not durable yet

  // Under the mutex.
  void say(const std::string& body) {
    if (replied) return;
    replied = true;
    reply(body);
  }
};

PreCall::PreCall(engine::Engine& engine, After after) : engine_(engine), after_(std::move(after)) {}

void PreCall::answer(core::IncomingCall incoming, Reply reply) {
  if (auto body = remembered(incoming.call_sid)) return reply(*std::move(body));
  const auto id = core::CallId::make(engine_.now(), engine_.world().entropy.draw());
  auto race = std::make_shared<Race>(
      incoming, id, engine::safe_initiation(engine_.world(), incoming, id), std::move(reply));
  after_(kPreCallBudget, [this, race] { time_up(race); });
  engine_.run<core::Initiation>(
      ports::Priority::kCall,
      [race](engine::Turn& turn) -> Result<core::Initiation> {
        {
          const std::lock_guard lock(race->mutex);
          if (race->safe_spoken) return fail(Code::kConflict, "the time was up");
        }
        PL_TRY(core::Initiation initiation, engine::incoming_call(turn, race->incoming, race->id));
        const std::lock_guard lock(race->mutex);
        if (race->safe_spoken) return fail(Code::kConflict, "the time was up");
        race->prepared = wire::initiation_body(initiation);
        return initiation;
      },
      [this, race](const Result<core::Initiation>& result) { decided(race, result); });
}

void PreCall::time_up(const std::shared_ptr<Race>& race) {
  const std::lock_guard lock(race->mutex);
  if (race->replied) return;
  // Decided, and waiting for the disk: the answer will stand, or be recorded again.
  if (race->prepared) return race->say(*race->prepared);
  speak_safe(*race);
}

void PreCall::speak_safe(Race& race) {
  race.safe_spoken = true;
  const std::string body = wire::initiation_body(race.safe);
  remember(race.incoming.call_sid, body);
  race.say(body);
}

void PreCall::decided(const std::shared_ptr<Race>& race, const Result<core::Initiation>& result) {
  {
    const std::lock_guard lock(race->mutex);
    if (result) return race->say(*race->prepared);
    // Undone, and nobody has answered: the caller must not wait for another try.
    if (!race->replied) speak_safe(*race);
  }
  record(race, kRecordTries);
}

void PreCall::record(const std::shared_ptr<Race>& race, int tries_left) {
  engine_.run(
      ports::Priority::kCall,
      [race](engine::Turn& turn) -> Result<void> {
        if (race->safe_spoken) {
          return engine::record_safe_call(turn, race->incoming, race->id, race->safe);
        }
        PL_TRY(const auto initiation, engine::incoming_call(turn, race->incoming, race->id));
        return {};
      },
      [this, race, tries_left](const Result<void>& result) {
        if (result || tries_left == 0) return;
        after_(kRecordAgain, [this, race, tries_left] { record(race, tries_left - 1); });
      });
}

std::optional<std::string> PreCall::remembered(const core::CallSid& call_sid) {
  const std::lock_guard lock(mutex_);
  const auto found = spoken_.find(call_sid);
  if (found == spoken_.end() || engine_.now() - found->second.at > kRememberedFor) {
    return std::nullopt;
  }
  return found->second.body;
}

void PreCall::remember(const core::CallSid& call_sid, const std::string& body) {
  if (call_sid.text.empty()) return;
  const std::lock_guard lock(mutex_);
  const UtcTime now = engine_.now();
  std::erase_if(spoken_, [&](const auto& entry) { return now - entry.second.at > kRememberedFor; });
  if (spoken_.size() < kRememberedLimit) spoken_[call_sid] = {body, now};
}

}  // namespace pl::http
