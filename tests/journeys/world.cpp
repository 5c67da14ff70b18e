#include "world.h"

namespace pl::journeys {
namespace {

using namespace std::chrono_literals;

constexpr int kPumpsAtOnce = 200;
constexpr Millis kPumpAgain = 1s;  // after the store failed
constexpr Millis kLongEnough = std::chrono::days(4);

}  // namespace

World::World(const Shared& shared, UtcTime start)
    : time(start),
      platform(time),
      telegram(time),
      narrator(shared.lines.all().front(), time, start),
      audit(shared.lines.all().front(), platform, shared.zones),
      shared_(shared) {
  store.on_news = [this](const News& news) {
    audit.news(news);
    if (narrating) narrator.news(news);
  };
  platform.on_dial = [this](const Posted& dial) { return posted(dial); };
  platform.before_reply = [this] { return lives_to_see_reply(); };
  telegram.on_text = [this](const FakeTextChannel::Sent& sent) { narrator.text(sent); };
}

void World::start_server() {
  store.start_anew();
  engine_.emplace(shared_.lines, engine::Ports{.store = store,
                                               .voice = platform,
                                               .text = {{core::Channel::kTelegram, &telegram}},
                                               .clock = time,
                                               .zones = shared_.zones,
                                               .numbers = shared_.numbers,
                                               .entropy = entropy});
  const auto must = [this](const char* what) {
    return [this, what](Result<void> done) {
      if (!done) audit.broke(std::string(what) + ": " + done.error().message);
    };
  };
  engine_->recover(must("recover"));
  engine_->resolve_tools(must("resolve_tools"));
  settle();
}

void World::crash() {
  platform.forget_replies();
  engine_.reset();
  next_pump_.reset();
  store.die_now();
}

void World::die(const char* where) {
  death_.reset();
  narrator.happened(std::string("crash ") + where);
  store.die_now();
}

bool World::posted(const Posted& dial) {
  if (death_ == Death::kBeforePost) {
    die("before the POST");
    return false;
  }
  audit.dial(dial);
  narrator.dial(dial);
  return true;
}

bool World::lives_to_see_reply() {
  if (death_ == Death::kAfterPost) {
    die("after the POST, before its reply");
    return false;
  }
  if (death_ == Death::kBeforeCommit) {
    death_.reset();
    narrator.happened("crash after the reply, before its commit");
    store.die_before_commit();
  }
  return true;
}

void World::settle() {
  store.drain();
  for (int pumps = 0; engine_ && !store.died(); ++pumps) {
    if (pumps == kPumpsAtOnce) {
      audit.broke("the engine asks to be pumped without end at " + format_utc(time.now()));
      next_pump_.reset();
      return;
    }
    const int works_before = store.works();
    Result<std::optional<UtcTime>> answer = fail(Code::kUnavailable, "");
    engine_->pump([&answer](Result<std::optional<UtcTime>> told) { answer = std::move(told); });
    store.drain();
    next_pump_ = answer ? *answer : time.now() + kPumpAgain;
    // Anything else that was run may have planned something new.
    const bool alone = store.works() == works_before + 1;
    if (alone && (!next_pump_ || *next_pump_ > time.now())) break;
  }
  if (store.died()) crash();
}

std::optional<UtcTime> World::next() const {
  const auto planned = time.next();
  if (!planned || !next_pump_) return planned ? planned : next_pump_;
  return std::min(*planned, *next_pump_);
}

void World::run_until(UtcTime until) {
  for (auto at = next(); at && *at <= until; at = next()) {
    time.move_to(std::max(*at, time.now()));
    time.run_due();
    settle();
  }
  time.move_to(until);
}

bool World::run_out() {
  const UtcTime limit = time.now() + kLongEnough;
  for (auto at = next(); at; at = next()) {
    if (*at > limit) return false;
    run_until(*at);
  }
  return true;
}

}  // namespace pl::journeys
