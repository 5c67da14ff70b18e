#include "platforms/elevenlabs/pre_call.h"

#include "engine/inbound.h"
#include "wire/initiation.h"

namespace pl::platforms {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kRememberedLimit = 10'000;
constexpr Millis kRememberedFor = 10min;
constexpr Millis kRecordAgain = 1s;
constexpr int kRecordTries = 600;  // ten minutes of a store that is away

}  // namespace

void PreCall::Race::say(const std::string& body) {
  if (said) return;
  said = body;
  for (const Reply& reply : waiting) reply(body);
  waiting.clear();
}

PreCall::PreCall(engine::Engine& engine, http::After after, std::function<void()> on_safe_scene)
    : engine_(engine), after_(std::move(after)), on_safe_scene_(std::move(on_safe_scene)) {}

void PreCall::answer(core::IncomingCall incoming, Reply reply) {
  if (auto body = remembered(incoming.call_sid)) return reply(*std::move(body));
  const auto [race, is_new] = race_for(std::move(incoming));
  {
    const Lock lock(race->mutex);
    if (race->said) return reply(*race->said);
    race->waiting.push_back(std::move(reply));
  }
  if (is_new) begin(race);
}

std::pair<std::shared_ptr<PreCall::Race>, bool> PreCall::race_for(core::IncomingCall incoming) {
  const core::CallSid call_sid = incoming.call_sid;
  const Lock lock(mutex_);
  std::erase_if(racing_, [](const auto& entry) { return entry.second.expired(); });
  if (const auto found = racing_.find(call_sid); found != racing_.end()) {
    if (auto race = found->second.lock()) return {std::move(race), false};
  }
  const auto id = core::CallId::make(engine_.now(), engine_.world().entropy.draw());
  auto safe = engine::safe_initiation(engine_.world(), incoming, id);
  auto race = std::make_shared<Race>(std::move(incoming), id, std::move(safe));
  if (!call_sid.text.empty()) racing_[call_sid] = race;
  return {std::move(race), true};
}

void PreCall::begin(const std::shared_ptr<Race>& race) {
  after_(kPreCallBudget, [this, race] { time_up(race); });
  engine_.run<core::Initiation>(
      ports::Priority::kCall,
      [race](engine::Turn& turn) -> Result<core::Initiation> {
        {
          const Lock lock(race->mutex);
          if (race->safe_spoken) return fail(Code::kConflict, "the time was up");
        }
        PL_TRY(core::Initiation initiation, engine::incoming_call(turn, race->incoming, race->id));
        const Lock lock(race->mutex);
        if (race->safe_spoken) return fail(Code::kConflict, "the time was up");
        // Of a work that runs again, what it decided before may be said already: that stands.
        if (race->said && race->said != wire::initiation_body(initiation)) {
          return fail(Code::kConflict, "something else was said");
        }
        race->prepared = initiation;
        return initiation;
      },
      [this, race](const Result<core::Initiation>& result) { decided(race, result); });
}

void PreCall::time_up(const std::shared_ptr<Race>& race) {
  const Lock lock(race->mutex);
  if (race->said) return;
  // Decided, and waiting for the disk: the answer will stand, or be recorded again.
  if (race->prepared) return speak(*race, wire::initiation_body(*race->prepared));
  speak_safe(*race);
}

// Says what the store does not surely know.
void PreCall::speak(Race& race, const std::string& body) {
  remember(race.incoming.call_sid, body);
  race.say(body);
}

void PreCall::speak_safe(Race& race) {
  race.safe_spoken = true;
  if (on_safe_scene_) on_safe_scene_();
  speak(race, wire::initiation_body(race.safe));
}

void PreCall::decided(const std::shared_ptr<Race>& race, const Result<core::Initiation>& result) {
  {
    const Lock lock(race->mutex);
    if (result) return race->say(wire::initiation_body(*race->prepared));
    // Nobody has answered yet, and the caller must not wait for another try. A commit that nobody
    // can vouch for may have been made: then only what it decided is true.
    const bool in_doubt = result.error().code == Code::kOutcomeUnknown && race->prepared;
    if (!race->said && in_doubt) speak(*race, wire::initiation_body(*race->prepared));
    if (!race->said) speak_safe(*race);
  }
  record(race, kRecordTries);
}

void PreCall::record(const std::shared_ptr<Race>& race, int tries_left) {
  engine_.run(
      ports::Priority::kCall,
      [race](engine::Turn& turn) -> Result<void> {
        std::optional<core::Initiation> routed;
        {
          const Lock lock(race->mutex);
          if (!race->safe_spoken) routed = race->prepared;
        }
        return routed ? engine::record_said_call(turn, race->incoming, race->id, *routed)
                      : engine::record_safe_call(turn, race->incoming, race->id, race->safe);
      },
      [this, race, tries_left](const Result<void>& result) {
        if (result || tries_left == 0) return;
        after_(kRecordAgain, [this, race, tries_left] { record(race, tries_left - 1); });
      });
}

std::optional<std::string> PreCall::remembered(const core::CallSid& call_sid) {
  const Lock lock(mutex_);
  const auto found = spoken_.find(call_sid);
  if (found == spoken_.end() || engine_.now() - found->second.at > kRememberedFor) {
    return std::nullopt;
  }
  return found->second.body;
}

void PreCall::remember(const core::CallSid& call_sid, const std::string& body) {
  if (call_sid.text.empty()) return;
  const Lock lock(mutex_);
  const UtcTime now = engine_.now();
  std::erase_if(spoken_, [&](const auto& entry) { return now - entry.second.at > kRememberedFor; });
  if (spoken_.size() < kRememberedLimit) spoken_[call_sid] = {body, now};
}

}  // namespace pl::platforms
